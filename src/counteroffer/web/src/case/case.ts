/** Playing a case: one decision at a time, its consequence, then on; after an ending, the debrief. */

import { all, button, goTo, make, onEnter, one, region, say, textOf } from "../page/dom.ts";
import { askingButton, confirm } from "../page/confirm.ts";
import { upgradeCards, showCards } from "./cards.ts";
import { upgradeCommit } from "./commit.ts";
import type { Commitment } from "./commit.ts";
import { besides } from "./roads.ts";
import { chosen, endingsSeen, notices, pathSoFar, replayed } from "./debrief.ts";
import { openOptions, pathTo, replay } from "./machine.ts";
import type { Machine, State, Taken } from "./machine.ts";
import { changes, consequence, showMeters, showText } from "./text.ts";
import type { Face } from "../check/check.ts";
import { then } from "../record/hosts.ts";
import type { CaseHost, CaseState, Written } from "../record/hosts.ts";
import { before } from "../record/statements.ts";
import { caseWords } from "../words/words.ts";

export function upgradeCase(root: HTMLElement, host: CaseHost): Face {
  const text = caseWords();
  const machine = JSON.parse(one(root, ".co-machine")?.textContent ?? "") as Machine;
  const decisions = all(root, ".co-decision");
  const endings = all(root, ".co-ending");
  const debrief = one(root, ".co-debrief")!;
  const meters = one(root, ".co-meters")!;
  const live = region();
  const soFar = make("div");
  const yours = make("div", { class: "co-yours" });
  const older = make("p", { class: "co-older" }, text.older);
  const happened = one(root, ".co-happened");
  const commitments = new Map<string, Commitment>();
  let kept: CaseState = { path: [], seen: [] };
  let state: State = replay(machine, []);

  const parts = (id: string): HTMLElement =>
    [...decisions, ...endings].find(({ dataset }) => dataset.decision === id || dataset.ending === id)!;
  const inputs = (decision: HTMLElement) => all<HTMLInputElement>(decision, ".co-option input");

  /** What is said of a decision stands between its cards and its options, where the learner looks. */
  const said = new Map(decisions.map((decision) => [decision, region()]));
  const nearby = (decision: HTMLElement) => said.get(decision)!;

  function upgradeDecision(decision: HTMLElement): void {
    const form = one<HTMLFormElement>(decision, "form")!;
    form.autocomplete = "off";
    const near = nearby(decision);
    form.append(make("div", { class: "co-actions" }, button(text.decide, decide, "co-primary")));
    form.before(near);
    decision.append(make("div", { class: "co-outcome" }));
    const id = decision.dataset.decision!;
    const commitment = upgradeCommit(decision, near, (written) => write(id, written));
    if (commitment) commitments.set(id, commitment);
    onEnter(form, decide);
    function decide(): void {
      const input = inputs(decision).find(({ checked, disabled }) => checked && !disabled);
      if (input) return choose(decision, input.value);
      say(near, text.choose);
      inputs(decision)
        .find(({ disabled }) => !disabled)
        ?.focus();
    }
    form.addEventListener("change", (event) => {
      const input = event.target as HTMLInputElement;
      host.pick?.({ decision: state.at, cards: state.cards }, input.value);
    });
    upgradeCards(decision, machine, {
      state: () => state,
      opened: () =>
        keep(pathTo(state), () => {
          showDecision(decision);
          say(near, textOf(one(decision, ".co-attention")));
        }),
      refused: () => say(near, text.spent),
    });
  }

  function write(decision: string, written: Written): void {
    kept = { ...kept, written: { ...kept.written, [decision]: written } };
    host.write?.(decision, written);
  }

  /** Kept first, acknowledged after; where the record has moved on, what it says now is shown instead. */
  function keep(path: Parameters<typeof replay>[1], acknowledge: () => void, ending?: string): void {
    then(host.save(path, ending), (done) => {
      if (done) acknowledge();
      else refresh(() => say(live, text.moved));
    });
  }

  function choose(decision: HTMLElement, option: string): void {
    const path = [...pathTo({ ...state, cards: [] }), { decision: state.at, cards: state.cards, option }];
    const next = replay(machine, path);
    const acknowledge = () => {
      state = next;
      kept = { ...kept, older: false, seen: next.ended ? [...kept.seen, next.at] : kept.seen };
      older.hidden = true;
      showOutcome(decision);
    };
    keep(path, acknowledge, next.ended ? next.at : undefined);
  }

  function showOutcome(decision: HTMLElement): void {
    const step = state.taken[state.taken.length - 1]!;
    const heading = tellOutcome(decision, step);
    goTo(heading);
    const moved = changes(meters, step.before, step.after);
    say(live, [...moved.map(textOf), ...step.notices].join(" ") || text.nothing);
  }

  /** What happens then, under the decision that was taken; gives its heading. */
  function tellOutcome(decision: HTMLElement, step: Taken): HTMLElement {
    for (const part of all(decision, ".co-cards, .co-commit, form")) part.hidden = true;
    nearby(decision).replaceChildren();
    const heading = make("h4", {}, textOf(one(decision, ".co-consequences h4")));
    const moved = changes(meters, step.before, step.after);
    showMeters(meters, state.meters);
    one(decision, ".co-outcome")!.replaceChildren(
      heading,
      chosen(decision, step.option),
      ...consequence(decision, step.option),
      ...notices(step),
      moved.length ? make("ul", { class: "co-changes" }, ...moved) : make("p", {}, text.nothing),
      make("div", { class: "co-actions" }, button(text.goOn, goOn, "co-primary")),
    );
    return heading;
  }

  function goOn(): void {
    host.wentOn?.();
    kept = { ...kept, told: false, picked: undefined };
    show();
    goTo(one(parts(state.at), "h3"));
  }

  /** Show where the state stands: what a decision led to, a decision to take, or an ending with its debrief. */
  function show(): void {
    const last = state.taken[state.taken.length - 1];
    const told = kept.told ? last : undefined;
    const here = parts(told?.decision ?? state.at);
    for (const part of [...decisions, ...endings]) part.hidden = part !== here;
    debrief.hidden = !state.ended || Boolean(told);
    if (happened) happened.hidden = debrief.hidden;
    live.replaceChildren();
    decisions.forEach((decision) => nearby(decision).replaceChildren());
    older.hidden = !kept.older;
    showMeters(meters, state.meters);
    const behind = told ? state.taken.slice(0, -1) : state.taken;
    const unfinished = behind.length && (!state.ended || told);
    soFar.replaceChildren(...(unfinished ? [pathSoFar(behind, parts)] : []));
    if (told) {
      showText(here, replay(machine, pathTo({ ...state, taken: behind, cards: [] })));
      tellOutcome(here, told);
      return;
    }
    showText(here, state);
    if (state.ended) showDebrief();
    else {
      for (const input of inputs(here)) input.checked = input.value === kept.picked;
      for (const part of all(here, ".co-cards, .co-commit, form")) part.hidden = false;
      commitments.get(state.at)?.show(kept.written?.[state.at]);
      one(here, ".co-outcome")?.replaceChildren();
      showDecision(here);
    }
  }

  /** What an opened card may change: conditional text, open options, the other cards. */
  function showDecision(decision: HTMLElement): void {
    const open = openOptions(machine, state);
    showText(decision, state);
    showCards(decision, machine, state);
    for (const input of inputs(decision)) {
      const option = input.closest<HTMLElement>(".co-option")!;
      const closed = !open.includes(input.value);
      input.disabled = closed;
      if (closed) input.checked = false;
      option.toggleAttribute("data-closed", closed);
      one(option, ".co-closed")?.remove();
      if (closed) one(option, "label")?.append(make("span", { class: "co-closed" }, ` ${text.closed}`));
    }
  }

  function showDebrief(): void {
    const seen = endingsSeen([...kept.seen, state.at], machine, parts);
    const question = () => ({ ask: text.askAgain, yes: text.playAgain, no: text.stay });
    const again = askingButton(text.playAgain, question, playAgain);
    yours.replaceChildren(
      make("h4", {}, text.replay),
      replayed(machine, state, parts, askBack, { written: kept.written ?? {}, views: debrief }),
      ...besides(machine, state, parts),
      ...(seen ? [seen] : []),
      make("div", { class: "co-actions" }, again),
    );
  }

  /** Going back undoes the ending on the screen: that is asked for, not taken for granted. */
  function askBack(to: string, opener: HTMLElement): void {
    confirm(opener, { ask: text.askBack, yes: text.goBack, no: text.stay }, () => {
      const path = [...before(pathTo(state), to), { decision: to, cards: [] }];
      keep(path, () => move(path, text.back));
    });
  }

  const playAgain = () => keep([], () => move([], text.restarted));

  function move(path: Parameters<typeof replay>[1], message: string): void {
    state = replay(machine, path);
    kept = { ...kept, told: false, picked: undefined, ...(!path.length && { written: {} }) };
    show();
    goTo(one(parts(state.at), "h3"));
    say(live, message);
  }

  function refresh(shown?: () => void): void {
    then(host.load(), (found) => {
      kept = found;
      state = replay(machine, kept.path);
      show();
      shown?.();
    });
  }

  // The script tells consequences when they happen, and our views beside the path.
  all(root, ".co-consequences, .co-views").forEach((part) => (part.hidden = true));
  decisions.forEach(upgradeDecision);
  one(debrief, "h3")?.after(yours);
  refresh();
  decisions[0]?.before(soFar);
  meters.after(older, live);
  root.classList.add("co-live");
  host.onNews?.(() => refresh());
  return { refresh: () => refresh() };
}

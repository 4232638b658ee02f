/** Playing a case: one decision at a time, its consequence, then on; after an ending, the debrief. */

import { all, askingButton, button, goTo, make, one, region, say, textOf } from "../page/dom.ts";
import { upgradeCards, showCards } from "./cards.ts";
import { besides } from "./roads.ts";
import { chosen, endingsSeen, notices, pathSoFar, replayed } from "./debrief.ts";
import { openOptions, pathTo, replay } from "./machine.ts";
import type { Machine, State, Taken } from "./machine.ts";
import { changes, consequence, showMeters, showText } from "./text.ts";
import type { Face } from "../check/check.ts";
import type { CaseHost } from "../record/hosts.ts";
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
  let state: State = replay(machine, host.load().path);

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
    // no submit button: a frame without `allow-forms` would not let it act
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      decide();
    });
    function decide(): void {
      const input = inputs(decision).find(({ checked, disabled }) => checked && !disabled);
      if (input) return choose(decision, input.value);
      say(near, text.choose);
      inputs(decision)
        .find(({ disabled }) => !disabled)
        ?.focus();
    }
    upgradeCards(decision, machine, {
      state: () => state,
      opened() {
        host.save(pathTo(state));
        showDecision(decision);
        say(near, textOf(one(decision, ".co-attention")));
      },
      refused: () => say(near, text.spent),
    });
  }

  function choose(decision: HTMLElement, option: string): void {
    const path = [...pathTo({ ...state, cards: [] }), { decision: state.at, cards: state.cards, option }];
    const next = replay(machine, path);
    // Kept first, acknowledged after.
    host.save(path, next.ended ? next.at : undefined);
    state = next;
    showOutcome(decision, state.taken[state.taken.length - 1]!);
  }

  function showOutcome(decision: HTMLElement, step: Taken): void {
    for (const part of all(decision, ".co-cards, form")) part.hidden = true;
    nearby(decision).replaceChildren();
    const heading = make("h4", {}, textOf(one(decision, ".co-consequences h4")));
    const moved = changes(meters, step.before, step.after);
    showMeters(meters, state.meters);
    one(decision, ".co-outcome")?.replaceChildren(
      heading,
      chosen(decision, step.option),
      ...consequence(decision, step.option),
      ...notices(step),
      moved.length ? make("ul", { class: "co-changes" }, ...moved) : make("p", {}, text.nothing),
      make("div", { class: "co-actions" }, button(text.goOn, goOn, "co-primary")),
    );
    goTo(heading);
    say(live, [...moved.map(textOf), ...step.notices].join(" ") || text.nothing);
  }

  function goOn(): void {
    show();
    goTo(one(parts(state.at), "h3"));
  }

  /** Show where the state stands: a decision to take, or an ending with its debrief. */
  function show(): void {
    const here = parts(state.at);
    for (const part of [...decisions, ...endings]) part.hidden = part !== here;
    debrief.hidden = !state.ended;
    live.replaceChildren();
    decisions.forEach((decision) => nearby(decision).replaceChildren());
    showMeters(meters, state.meters);
    showText(here, state);
    const unfinished = state.taken.length && !state.ended;
    soFar.replaceChildren(...(unfinished ? [pathSoFar(state.taken, parts)] : []));
    if (state.ended) showDebrief();
    else {
      for (const input of inputs(here)) input.checked = false;
      for (const part of all(here, ".co-cards, form")) part.hidden = false;
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
    const seen = endingsSeen([...host.load().seen, state.at], machine, parts);
    const again = askingButton(text.playAgain, text.surely, (words) => say(live, words), playAgain);
    yours.replaceChildren(
      make("h4", {}, text.replay),
      replayed(machine, state, parts, goBack),
      ...besides(machine, state, parts),
      ...(seen ? [seen] : []),
      make("div", { class: "co-actions" }, again),
    );
  }

  function goBack(to: string): void {
    const path = [...before(pathTo(state), to), { decision: to, cards: [] }];
    host.save(path);
    move(path, text.back);
  }

  function playAgain(): void {
    host.save([]);
    move([], text.restarted);
  }

  function move(path: Parameters<typeof replay>[1], message: string): void {
    state = replay(machine, path);
    goOn();
    say(live, message);
  }

  function refresh(): void {
    state = replay(machine, host.load().path);
    show();
  }

  all(root, ".co-consequences").forEach((part) => (part.hidden = true));
  decisions.forEach(upgradeDecision);
  one(debrief, "h3")?.after(yours);
  refresh();
  decisions[0]?.before(soFar);
  meters.after(live);
  root.classList.add("co-live");
  return { refresh };
}

/** A knowledge check: its items in one form each, and a summary once all are answered. */

import { all, make, one, region, say } from "../page/dom.ts";
import { askingButton } from "../page/confirm.ts";
import { then } from "../record/hosts.ts";
import type { CheckHost, Loaded, Older, Responses, Shown } from "../record/hosts.ts";
import { mean, percent } from "../record/fraction.ts";
import { upgradeItem } from "../item/item.ts";
import type { ItemFace, Mode } from "../item/item.ts";
import type { Players } from "../item/player.ts";
import { isSome, isWhole } from "../item/points.ts";
import type { Points } from "../item/points.ts";
import { checkWords } from "../words/words.ts";

/** An interactive that can be shown anew when its state was changed elsewhere. */
export interface Face {
  refresh(): void;
}

/** What is advised once a questionnaire is answered. */
type Advice = (items: ItemFace[], marks: Points[]) => HTMLElement[];

export function upgradeCheck(root: HTMLElement, players: Players, host: CheckHost, advice?: Advice): Face {
  const text = checkWords();
  const mode = (root.dataset.mode ?? "practice") as Mode;
  const probe = mode === "probe";
  const live = region();
  const first = make("div", { class: "co-advice" });
  const question = () => ({ ask: text.askRestart, yes: text.restart, no: text.keep });
  const restart = askingButton(text.restart, question, startAgain);
  let loaded: Loaded = { answers: {}, drafts: {}, sures: {} };
  let answers: Responses = {};

  const items = all(root, ".co-item").flatMap((element): ItemFace[] => {
    const player = players.get(element.dataset.kind ?? "");
    if (!player) return [];
    return [upgradeItem(element, player, { mode, ...host }, { changed, answered, again })];
  });

  function changed(item: ItemFace): void {
    const response = item.read();
    loaded.drafts[item.id] = response;
    host.draft(item.id, response, item.sure(), item.edition);
  }

  function answered(item: ItemFace): void {
    const response = item.read();
    const news = !(item.id in answers) || loaded.drafts[item.id] !== undefined;
    if (!news) return acknowledge(item, false);
    const answer = {
      response,
      mark: item.score(response),
      interaction: item.player.interaction,
      edition: item.edition,
      sure: item.sure(),
    };
    // Kept first, acknowledged after.
    then(host.answer(item.id, answer), (kept) => {
      if (!kept) return refresh();
      delete loaded.drafts[item.id];
      answers[item.id] = response;
      acknowledge(item, true);
    });
  }

  function acknowledge(item: ItemFace, news: boolean): void {
    tellOlder(item, undefined);
    item.show(answers[item.id], true);
    if (news && sum()) host.completed(mean(marks()));
  }

  function again(item: ItemFace): void {
    loaded.drafts[item.id] = null;
    host.draft(item.id, null, undefined, item.edition);
    item.show(undefined, false);
    item.start();
  }

  function startAgain(): void {
    then(host.restart?.(items.map(({ id }) => id)), () => {
      refresh(() => {
        say(live, text.restarted);
        items[0]?.start();
      });
    });
  }

  const asShown = (): Record<string, Shown> =>
    Object.fromEntries(items.map((item) => [item.id, { shape: item.player.shape, edition: item.edition }]));
  const marks = () => items.map((item) => item.score(answers[item.id]!));

  /** The summary, once every item has an answer. */
  function sum(): boolean {
    const complete = items.every(({ id }) => id in answers);
    restart.hidden = !complete || !host.restart;
    first.replaceChildren();
    if (!complete) live.replaceChildren();
    else if (probe) {
      say(live, text.noted_all(items.length));
      first.append(...(advice?.(items, marks()) ?? []));
    } else {
      const right = marks().filter(isWhole).length;
      const partly = marks().filter((mark) => isSome(mark) && !isWhole(mark)).length;
      say(live, text.done(items.length, right, partly));
    }
    return complete;
  }

  /** What was answered before the item was changed; it is not marked anew. */
  function tellOlder({ element }: ItemFace, older: Older | undefined): void {
    one(element, ".co-older")?.remove();
    if (!older) return;
    const when = new Date(older.at).toLocaleDateString(document.documentElement.lang || "en");
    const mark = older.mark && !probe ? percent(older.mark) : undefined;
    one(element, ".co-answer")?.before(make("p", { class: "co-older" }, text.older(when, mark)));
  }

  function refresh(shown?: () => void): void {
    then(host.load(asShown()), (found) => {
      loaded = found;
      answers = {};
      for (const item of items) {
        const answer = loaded.answers[item.id];
        const kept = answer !== undefined && item.holds(answer);
        if (kept) answers[item.id] = answer;
        const draft = loaded.drafts[item.id];
        if (draft !== undefined) item.show(draft ?? undefined, false, loaded.sures[item.id]);
        else item.show(kept ? answer : undefined, kept);
        tellOlder(item, loaded.older?.[item.id]);
      }
      sum();
      shown?.();
    });
  }

  refresh();
  items.forEach((item) => item.mount());
  root.append(
    make("div", { class: "co-summary" }, live, first, make("div", { class: "co-actions" }, restart)),
  );
  root.classList.add("co-live");
  host.onNews?.(() => refresh());
  return { refresh: () => refresh() };
}

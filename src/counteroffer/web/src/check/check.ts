/** A knowledge check: its items in one form each, and a summary once all are answered. */

import { all, askingButton, make, region, say } from "../page/dom.ts";
import type { CheckHost, Responses } from "../record/hosts.ts";
import { upgradeItem } from "../item/item.ts";
import type { ItemFace, Mode } from "../item/item.ts";
import { asShare } from "../item/points.ts";
import type { Players } from "../item/player.ts";
import type { Shape } from "../item/respond.ts";
import { checkWords } from "../words/words.ts";

/** An interactive that can be shown anew when its state was changed elsewhere. */
export interface Face {
  refresh(): void;
}

export function upgradeCheck(root: HTMLElement, players: Players, host: CheckHost): Face {
  const text = checkWords();
  const mode = (root.dataset.mode ?? "practice") as Mode;
  const probe = mode === "probe";
  const live = region();
  const restart = askingButton(text.restart, text.surely, (words) => say(live, words), startAgain);
  let answers: Responses = {};

  const items = all(root, ".co-item").flatMap((element): ItemFace[] => {
    const player = players.get(element.dataset.kind ?? "");
    if (!player) return [];
    return [upgradeItem(element, player, { mode, ...host }, { changed, answered, again })];
  });

  function changed(item: ItemFace): void {
    host.draft(item.id, item.read(), item.sure());
  }

  function answered(item: ItemFace): void {
    const response = item.read();
    const news = !(item.id in answers) || host.load(shapes()).drafts[item.id] !== undefined;
    // Kept first, acknowledged after.
    if (news)
      host.answer(item.id, response, asShare(item.score(response)), item.player.interaction, item.sure());
    answers[item.id] = response;
    item.show(response, true);
    if (news && sum()) host.completed(mean());
  }

  function again(item: ItemFace): void {
    host.draft(item.id, null);
    item.show(undefined, false);
    item.start();
  }

  function startAgain(): void {
    host.restart?.(items.map(({ id }) => id));
    refresh();
    say(live, text.restarted);
    items[0]?.start();
  }

  const shapes = (): Record<string, Shape> =>
    Object.fromEntries(items.map(({ id, player }) => [id, player.shape]));

  const scores = () => items.map((item) => asShare(item.score(answers[item.id]!)));
  const mean = () => scores().reduce((total, score) => total + score, 0) / items.length;

  /** The summary, once every item has an answer. */
  function sum(): boolean {
    const complete = items.every(({ id }) => id in answers);
    restart.hidden = !complete || !host.restart;
    if (!complete) live.replaceChildren();
    else if (probe) say(live, text.noted_all(items.length));
    else {
      const right = scores().filter((score) => score === 1).length;
      const partly = scores().filter((score) => score > 0 && score < 1).length;
      say(live, text.done(items.length, right, partly));
    }
    return complete;
  }

  function refresh(): void {
    const loaded = host.load(shapes());
    answers = {};
    for (const item of items) {
      const answer = loaded.answers[item.id];
      const kept = answer !== undefined && item.holds(answer);
      if (kept) answers[item.id] = answer;
      const draft = loaded.drafts[item.id];
      if (draft !== undefined) item.show(draft ?? undefined, false, loaded.sures[item.id]);
      else item.show(kept ? answer : undefined, kept);
    }
    sum();
  }

  refresh();
  items.forEach((item) => item.mount());
  root.append(make("div", { class: "co-summary" }, live, make("div", { class: "co-actions" }, restart)));
  root.classList.add("co-live");
  return { refresh };
}

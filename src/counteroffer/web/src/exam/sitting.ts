/** The pages of an examination on a server: what they can do without scripts, and saves in the background besides. */

import { all, button, make, one, region, say } from "../page/dom.ts";
import { upgradeItem } from "../item/item.ts";
import type { ItemFace } from "../item/item.ts";
import type { Players } from "../item/player.ts";
import type { Response } from "../item/respond.ts";
import { fits } from "../record/valid.ts";
import { itemPageWords, sittingWords } from "../words/learning-words.ts";
import { itemPage } from "./item-page.ts";
import type { ItemPage, Standing } from "./item-page.ts";
import { saver } from "./saver.ts";
import type { Change, Reply } from "./saver.ts";
import { timeLeft } from "./time-left.ts";

/** What the page needs of its browser and its server. */
export interface Line {
  send(change: Change): Promise<Reply>;
  left(): Promise<Reply>;
  later(failures: number): Promise<void>;
  /** What an earlier page of this candidate left; and keep what waits. */
  waiting(): Change[];
  keep(changes: Change[]): void;
  now(): number;
  every(seconds: number, act: () => void): void;
  reload(): void;
  go(address: string): void;
}

export function upgradeSitting(root: HTMLElement, players: Players, line: Line): void {
  const words = { ...itemPageWords(), ...sittingWords() };
  const begun = new Set<string>();
  const flags = new Set<string>();
  const revisions = new Map<string, number>();
  const live = region();
  const kept = make("p", { class: "co-kept" });
  let page: ItemPage | undefined;

  const faces = all(root, ".co-item").flatMap((element) => {
    const player = players.get(element.dataset.kind ?? "");
    if (!player) return [];
    const given: unknown = JSON.parse(element.dataset.given ?? "null");
    const nothing = () => undefined;
    const face = upgradeItem(
      element,
      player,
      { mode: "exam" },
      { changed, answered: nothing, again: nothing },
    );
    revisions.set(face.id, Number(one<HTMLInputElement>(element, "[name=revision]")?.value ?? 0));
    if ("flagged" in element.dataset) flags.add(face.id);
    show(face, given as Response | null);
    face.mount();
    return [face];
  });
  const byId = new Map(faces.map((face) => [face.id, face]));

  /** An answer as it is kept; what was only half placed without scripts is begun anew. */
  function show(face: ItemFace, response: Response | null | undefined): void {
    const held = fits(response, face.player.shape) ? response : undefined;
    face.show(held, false);
    if (response === null || response === undefined) begun.delete(face.id);
    else begun.add(face.id);
  }

  const left = line.waiting();
  for (const change of left) {
    const face = byId.get(change.item);
    if (face) show(face, change.response);
    if (change.flagged !== undefined) change.flagged ? flags.add(change.item) : flags.delete(change.item);
  }
  const background = saver(
    {
      send: line.send,
      later: line.later,
      waiting(changes) {
        line.keep(changes);
        update();
      },
      newer(item, reply) {
        const face = byId.get(item);
        if (!face) return;
        show(face, reply.response);
        if (reply.flagged) flags.add(item);
        else flags.delete(item);
        say(live, words.newer);
        update();
      },
      away: line.reload,
      heard,
    },
    revisions,
    left,
  );

  function changed(face: ItemFace): void {
    begun.add(face.id);
    background.change(face.id, face.read());
  }

  function flag(id: string): void {
    const face = byId.get(id)!;
    if (!flags.delete(id)) flags.add(id);
    background.change(id, begun.has(id) ? face.read() : null, flags.has(id));
  }

  function standing(face: ItemFace): Standing {
    if (!begun.has(face.id)) return "open";
    return face.player.missing(face.element) ? "half" : "answered";
  }

  function heard(reply: Reply): void {
    if (reply.still || reply.over) line.reload();
    else if (reply.left !== undefined) clock.set(reply.left);
  }

  function update(): void {
    kept.textContent = background.saved() ? words.saved : words.pending;
    page?.update();
  }

  const bar = one(document, ".co-exam-bar")!;
  const clock = timeLeft(
    Number(bar.dataset.seconds),
    line.now,
    () => void background.idle().then(line.reload),
  );
  bar.replaceWith(clock.root);
  line.every(1, clock.tick);
  line.every(30, () => void line.left().then(heard, () => undefined));

  one(document, ".co-unscripted")?.remove();
  if (faces.length > 1) wholeForm();
  else faces.forEach(onePage);
  clock.root.after(kept);
  root.after(live);
  update();

  /** On one page the list to jump by, the flags and the review are the script's own. */
  function wholeForm(): void {
    all(root, ".co-send").forEach((old) => old.remove());
    page = itemPage(
      faces.map((face) => ({ id: face.id, element: face.element, standing: () => standing(face) })),
      {
        flags: () => [...flags],
        flag: (now) =>
          faces.filter(({ id }) => now.includes(id) !== flags.has(id)).forEach(({ id }) => flag(id)),
        saved: () => background.saved(),
      },
    );
    one(document, ".co-jump")?.replaceWith(page.jump);
    root.after(page.review);
  }

  /** On a page of its own an item keeps its buttons; they go on once everything is kept. */
  function onePage(face: ItemFace): void {
    const mark = one<HTMLButtonElement>(face.element, "[value=flag]");
    const toggle = button(words.flag, () => {
      flag(face.id);
      toggle.setAttribute("aria-pressed", String(flags.has(face.id)));
    });
    toggle.classList.add("co-flag");
    toggle.setAttribute("aria-pressed", String(flags.has(face.id)));
    mark?.replaceWith(toggle);
    one<HTMLFormElement>(face.element, "form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      const to = (event.submitter as HTMLElement | null)?.dataset.to;
      if (to) void background.idle().then(() => line.go(to));
    });
  }
}

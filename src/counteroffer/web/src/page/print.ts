/**
 * Printing in three ways: without what tells, with it, or with it on pages of its own.
 *
 * What is printed is the static face, as it was before the script touched it: so no learner's mark
 * and no control gets onto paper. After printing the live face comes back as it was.
 */

import { all, button, make, one } from "./dom.ts";
import { printWords } from "../words/words.ts";

type Mode = "plain" | "answers" | "key";

/** What is printed of one kind of interactive. */
export interface Paper {
  /** As `data-co` says. */
  what: string;
  /** What the three ways are called. */
  ways(): Record<Mode, string>;
  /** Make a static face ready. */
  prepare?(face: HTMLElement): void;
  /** What stands apart. */
  key(face: HTMLElement): Node[];
}

/** Keep the face that is to be printed; call it before the upgrade. */
export function asPrinted(live: HTMLElement, paper: Paper): [HTMLElement, HTMLElement] {
  const printed = live.cloneNode(true) as HTMLElement;
  paper.prepare?.(printed);
  return [live, printed];
}

export function offerPrinting(faces: ReadonlyMap<HTMLElement, HTMLElement>, paper: Paper): void {
  const root = document.documentElement;
  let undo: (() => void) | undefined;

  function prepare(mode: Mode): void {
    undo?.();
    const focused = document.activeElement;
    const key = mode === "key" ? makeKey([...faces.values()], paper) : undefined;
    root.dataset.print = mode;
    for (const [live, printed] of faces) {
      for (const part of all<HTMLDetailsElement>(printed, "details")) {
        part.open = mode === "answers" || !part.matches(".co-answer");
      }
      live.replaceWith(printed);
    }
    if (key) (one(document, "article") ?? document.body).append(key);
    undo = () => {
      undo = undefined;
      for (const [live, printed] of faces) printed.replaceWith(live);
      key?.remove();
      delete root.dataset.print;
      if (focused !== document.activeElement) (focused as HTMLElement | null)?.focus({ preventScroll: true });
    };
  }

  addEventListener("beforeprint", () => {
    if (!undo) prepare("plain");
  });
  addEventListener("afterprint", () => undo?.());
  // Some browsers never say that they have printed; the next act of the reader then brings the page back.
  for (const act of ["pointerdown", "keydown"]) addEventListener(act, () => undo?.(), { capture: true });

  const text = printWords();
  const modes: Mode[] = ["plain", "answers", "key"];
  const ways = paper.ways();
  const menu = make(
    "details",
    { class: "co-print" },
    make("summary", {}, text.print),
    make(
      "div",
      { class: "co-actions" },
      ...modes.map((mode) =>
        button(ways[mode], () => {
          prepare(mode);
          print();
        }),
      ),
    ),
  );
  const title = one(document, "article h1");
  if (title) title.after(menu);
  else [...faces.keys()][0]?.before(menu);
}

/** What is kept apart: the answers of each check, and of each case whatever tells what follows. */
function makeKey(faces: HTMLElement[], paper: Paper): HTMLElement {
  const parts = faces.flatMap((face) => [make("h3", {}, face.dataset.title ?? ""), ...paper.key(face)]);
  return make("section", { class: "co-key" }, make("h2", {}, printWords().heading), ...parts);
}

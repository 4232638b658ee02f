/**
 * Printing in three ways. A check: without answers, with answers, with a separate key. A case: a book of its
 * decisions alone, the whole of it, or its decisions with all that follows on pages of their own.
 *
 * What is printed is the static face, as it was before the script touched it: so no learner's mark
 * and no control gets onto paper. After printing the live face comes back as it was.
 */

import { all, button, copies, make, one, textOf } from "./dom.ts";
import { printWords } from "../words/words.ts";

type Mode = "plain" | "answers" | "key";

/** Keep the face that is to be printed; call it before the upgrade. */
export function asPrinted(live: HTMLElement): [HTMLElement, HTMLElement] {
  const printed = live.cloneNode(true) as HTMLElement;
  nameParts(printed);
  if (isCheck(printed)) printed.prepend(make("p", { class: "co-paper-note" }, printWords().sheet));
  return [live, printed];
}

const isCheck = (face: HTMLElement): boolean => Boolean(one(face, ".co-answer"));

/** An answer names the option, entry or line that it is about in its own words, not by a letter or place alone. */
function nameParts(face: HTMLElement): void {
  for (const item of all(face, ".co-item")) {
    for (const remark of all(item, ".co-answer > ul > li")) {
      const words = partOf(item, remark.dataset.option ?? "")?.cloneNode(true) as HTMLElement | undefined;
      if (!words) continue;
      one(words, ".co-letter")?.remove();
      one(remark, ".co-for")?.after(" ", make("q", { class: "co-of" }, textOf(words)), " ");
    }
  }
}

/** Where the words of an option, entry, line or right side stand. */
function partOf(item: HTMLElement, id: string): HTMLElement | undefined {
  const part =
    all(item, ".co-option, .co-entry, .co-rating").find(({ dataset }) => dataset.option === id) ??
    all(item, ".co-pair").find(({ dataset }) => dataset.left === id);
  if (part) return one(part, ".co-text, legend, label");
  const list = one<HTMLSelectElement>(item, ".co-pair select");
  // the first entry of the list is "Choose"
  const place = list ? Array.from(list.options).findIndex(({ value }) => value === id) - 1 : -1;
  return all(item, ".co-choices > li")[place];
}

export function offerPrinting(faces: ReadonlyMap<HTMLElement, HTMLElement>): void {
  const root = document.documentElement;
  let undo: (() => void) | undefined;

  function prepare(mode: Mode): void {
    undo?.();
    const focused = document.activeElement;
    const key = mode === "key" ? makeKey([...faces.values()]) : undefined;
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
  const ways = [...faces.values()].some(isCheck) ? text.check : text.case;
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
function makeKey(faces: HTMLElement[]): HTMLElement {
  const text = printWords();
  const parts = faces.flatMap((face) => [
    make("h3", {}, face.dataset.title ?? ""),
    ...(isCheck(face) ? answersOf(face) : outcomesOf(face)),
  ]);
  return make("section", { class: "co-key" }, make("h2", {}, text.heading), ...parts);
}

const answersOf = (check: HTMLElement): Node[] =>
  all(check, ".co-item").flatMap((item, place) => [
    make("h4", {}, `${place + 1}. ${textOf(one(item, "legend"))}`),
    ...copies(all(item, ".co-answer > :not(summary)")),
  ]);

/** What follows each decision, and all that a case has beside its brief, its meters and its decisions, in its order; `print.css` hides the same. */
const outcomesOf = (game: HTMLElement): Node[] => [
  ...all(game, ".co-decision").flatMap((decision) => [
    make("h4", {}, textOf(one(decision, "h3"))),
    ...copies(all(decision, ".co-consequence")),
  ]),
  ...copies(
    [...game.children].filter((part) => !part.matches(".co-brief, .co-meters, .co-decision, script")),
  ),
];

/**
 * Printing: without answers, with answers, with a separate key.
 *
 * What is printed is the static face, as it was before the script touched it: so no learner's mark
 * and no control gets onto paper. After printing the live face comes back as it was.
 */

import { all, button, copies, make, one, textOf } from "./dom.ts";
import { printWords } from "../words/words.ts";

type Mode = "plain" | "answers" | "key";

/** Keep the face that is to be printed; call it before the upgrade. */
export const asPrinted = (live: HTMLElement): [HTMLElement, HTMLElement] => [
  live,
  live.cloneNode(true) as HTMLElement,
];

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
  const menu = make(
    "details",
    { class: "co-print" },
    make("summary", {}, text.print),
    make(
      "div",
      { class: "co-actions" },
      ...modes.map((mode) =>
        button(text[mode], () => {
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

/** All answers of the page, each headed by number and stem. */
function makeKey(faces: HTMLElement[]): HTMLElement {
  const checks = faces.filter((face) => one(face, ".co-answer"));
  const entries = checks.flatMap((check) => [
    make("h3", {}, check.dataset.title ?? ""),
    ...all(check, ".co-item").flatMap((item, place) => [
      make("h4", {}, `${place + 1}. ${textOf(one(item, "legend"))}`),
      ...copies(all(item, ".co-answer > :not(summary)")),
    ]),
  ]);
  return make("section", { class: "co-key" }, make("h2", {}, printWords().heading), ...entries);
}

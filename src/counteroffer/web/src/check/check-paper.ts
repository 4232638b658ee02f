/** A check on paper: without answers, with answers, with a separate key. */

import { all, copies, make, one, textOf } from "../page/dom.ts";
import type { Paper } from "../page/print.ts";
import { checkPaperWords } from "../words/words.ts";

export const checkPaper: Paper = {
  what: "check",
  ways: () => checkPaperWords().ways,
  prepare(face) {
    nameParts(face);
    face.prepend(make("p", { class: "co-paper-note" }, checkPaperWords().sheet));
  },
  key: answersOf,
};

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

function answersOf(check: HTMLElement): Node[] {
  return all(check, ".co-item").flatMap((item, place) => [
    make("h4", {}, `${place + 1}. ${textOf(one(item, "legend"))}`),
    ...copies(all(item, ".co-answer > :not(summary)")),
  ]);
}

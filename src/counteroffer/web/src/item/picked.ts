/** A closed list on a narrow screen cuts its text off: what was chosen is written out below it. */

import { all, make, one, textOf } from "../page/dom.ts";

export function showPicked(item: HTMLElement): void {
  const texts = all(item, ".co-choices > li").map(textOf);
  for (const pair of all(item, ".co-pair")) {
    const select = one<HTMLSelectElement>(pair, "select");
    one(pair, ".co-picked")?.remove();
    // the first entry of the list is "Choose"
    const text = texts[(select?.selectedIndex ?? 0) - 1];
    // the list itself says it to those who hear the page
    if (text) select?.after(make("p", { class: "co-picked", "aria-hidden": "true" }, text));
  }
}

/** After the questionnaire: the units to take first, in order, with why. No score and no grade. */

import { course } from "../page/course.ts";
import { make, one } from "../page/dom.ts";
import { compare } from "../record/fraction.ts";
import type { ItemFace } from "../item/item.ts";
import { isWhole, NOTHING, points, sum } from "../item/points.ts";
import type { Points } from "../item/points.ts";
import { adviceWords } from "../words/words.ts";

interface Reason {
  link: HTMLAnchorElement;
  /** The numbers of the items that were answered otherwise. */
  places: number[];
  /** What those answers lacked, together. */
  lack: Points;
}

/** Each item's own link says which unit takes it up: most is lacking first, then the course's order. */
export function advice(items: ItemFace[], marks: Points[]): HTMLElement[] {
  const text = adviceWords();
  const reasons = new Map<string, Reason>();
  items.forEach(({ element }, at) => {
    const link = one<HTMLAnchorElement>(element, ".co-revisit a");
    const mark = marks[at]!;
    if (!link || isWhole(mark)) return;
    const found = reasons.get(link.pathname) ?? { link, places: [], lack: NOTHING };
    found.places.push(at + 1);
    found.lack = sum([found.lack, points(mark[1] - mark[0], mark[1])]);
    reasons.set(link.pathname, found);
  });
  const sorted = [...reasons.values()].sort((a, b) => compare(b.lack, a.lack));
  if (!sorted.length) return [make("p", {}, text.anywhere)];
  const lines = sorted.map(({ link, places }) => {
    const unit = Object.values(course().units).find(({ url }) => link.pathname.endsWith(`/${url}`));
    const named = unit ? [unit.number, unit.title].filter(Boolean).join(" ") : (link.textContent ?? "");
    const to = make("a", { href: link.getAttribute("href") ?? "" }, named);
    return make("li", {}, to, `: ${text.because(places)}`);
  });
  return [make("h3", {}, text.takeFirst), make("ol", { class: "co-record-list" }, ...lines)];
}

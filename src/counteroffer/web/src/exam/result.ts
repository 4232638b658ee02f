/** The result of a practice examination: the whole, outcome by outcome, and where to go again. */

import { commas, sectionLink } from "../page/places.ts";
import { make } from "../page/dom.ts";
import { percent } from "../record/fraction.ts";
import { byItem } from "./practice-exams.ts";
import type { Exam } from "./practice-exams.ts";
import type { Bank, Blueprint } from "../practice/bank.ts";
import { examWords } from "../words/learning-words.ts";

/** More places than these are no advice. */
const MOST = 3;

/** `lost` are the items that did not earn a whole mark, in order; `chance` is the percentage that answers at random can expect. */
export function examResult(
  taken: Exam,
  blueprint: Blueprint,
  { outcomes, items }: Bank,
  lost: string[],
  chance: number,
): HTMLElement {
  const text = examWords();
  const reached = percent(taken.score);
  const pass = Math.round(blueprint.pass_mark * 100);
  const lines = Object.entries(taken.outcomes)
    .sort()
    .map(([name, marks]) => {
      const behind = lost.flatMap((id) => (items[id]?.outcome === name ? [items[id].url] : []));
      const links = commas([...new Set(behind)].slice(0, MOST).map((url) => sectionLink(url)));
      const again = links.length ? [` ${text.revisit} `, ...links] : [];
      return make(
        "li",
        {},
        make("b", {}, text.outcome(name, ...byItem(marks))),
        ` ${outcomes[name] ?? ""}.`,
        ...again,
      );
    });
  return make(
    "section",
    { class: "co-exam-result" },
    make("h3", {}, text.result),
    make(
      "p",
      {},
      taken.passed ? text.above(reached, pass) : text.below(reached, pass),
      ` ${text.certifiesNothing}`,
    ),
    make("p", {}, text.byChance(chance)),
    make("ul", { class: "co-record-list" }, ...lines),
  );
}

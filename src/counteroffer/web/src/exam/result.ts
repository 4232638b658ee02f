/** The result of a practice examination: the whole, outcome by outcome, and where to go again. */

import { commas, sectionLink } from "../page/places.ts";
import { make } from "../page/dom.ts";
import type { Exam } from "./sittings.ts";
import type { Bank, Blueprint } from "../practice/bank.ts";
import { practiceWords } from "../words/learning-words.ts";

/** More places than these are no advice. */
const MOST = 3;

const rounded = (marks: number) => Math.round(marks * 10) / 10;

/** `lost` are the items that did not earn a whole mark, in order; `chance` is the percentage that answers at random can expect. */
export function examResult(
  taken: Exam,
  blueprint: Blueprint,
  { outcomes, items }: Bank,
  lost: string[],
  chance: number,
): HTMLElement {
  const text = practiceWords();
  const percent = Math.round(taken.score * 100);
  const pass = Math.round(blueprint.pass_mark * 100);
  const lines = Object.entries(taken.outcomes)
    .sort()
    .map(([name, [earned, of]]) => {
      const behind = lost.flatMap((id) => (items[id]?.outcome === name ? [items[id].url] : []));
      const links = commas([...new Set(behind)].slice(0, MOST).map((url) => sectionLink(url)));
      const again = links.length ? [` ${text.revisit} `, ...links] : [];
      return make(
        "li",
        {},
        make("b", {}, text.outcome(name, rounded(earned), of)),
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
      taken.passed ? text.above(percent, pass) : text.below(percent, pass),
      ` ${text.certifiesNothing}`,
    ),
    make("p", {}, text.byChance(chance)),
    make("ul", { class: "co-record-list" }, ...lines),
  );
}

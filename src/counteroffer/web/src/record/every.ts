/** Every statement of the record, as a table. */

import { make } from "../page/dom.ts";
import { bank } from "../practice/bank.ts";
import { isSome, isWhole } from "../item/points.ts";
import { percent } from "./fraction.ts";
import { markOf } from "./marks.ts";
import { short, when } from "./page-parts.ts";
import { did } from "./statements.ts";
import type { Statement } from "./statements.ts";
import { recordWords } from "../words/learning-words.ts";

export function every(statements: readonly Statement[], open: boolean): HTMLElement {
  const text = recordWords();
  const heads = [text.when, text.what, text.result].map((head) => make("th", { scope: "col" }, head));
  const row = (statement: Statement) =>
    make(
      "tr",
      {},
      make("td", {}, when(statement.timestamp)),
      make(
        "td",
        { translate: "no" },
        `${statement.verb.display.en ?? statement.verb.id} ${short(statement.object.id)}`,
      ),
      make("td", { translate: "no" }, outcome(statement)),
    );
  const body = make("tbody");
  const table = make("table", { class: "co-statements" }, make("thead", {}, make("tr", {}, ...heads)), body);
  const box = make(
    "div",
    { class: "co-scroll", tabindex: "0", role: "region", "aria-label": text.table },
    table,
  );
  const details = make("details", { class: "co-every" }, make("summary", {}, text.every), box);
  // Thousands of rows are made when somebody asks for them.
  const fill = () => details.open && !body.firstChild && body.append(...statements.map(row));
  details.addEventListener("toggle", fill);
  details.open = open;
  fill();
  return details;
}

const isProbe = (id: string): boolean =>
  Boolean(bank().checks[/^urn:counteroffer:check:([^:]+)/.exec(id)?.[1] ?? ""]?.probe);

function outcome(statement: Statement): string {
  const text = recordWords();
  const { response = "", score } = statement.result ?? {};
  const mark = markOf(score);
  if (!mark) return response;
  // The questionnaire has no grade.
  if (isProbe(statement.object.id)) return response ? `${response} (${text.noted})` : text.noted;
  if (did(statement, "completed")) return text.score(percent(mark));
  const verdict = isWhole(mark) ? text.right : isSome(mark) ? text.partly : text.notYet;
  return response ? `${response} (${verdict})` : verdict;
}

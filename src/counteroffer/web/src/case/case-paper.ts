/** A case on paper: a book of its decisions alone, the whole of it, or its decisions with all that follows on pages of their own. */

import { all, copies, make, one, textOf } from "../page/dom.ts";
import type { Paper } from "../page/print.ts";
import { casePaperWords } from "../words/words.ts";

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

export const casePaper: Paper = { what: "case", ways: () => casePaperWords().ways, key: outcomesOf };

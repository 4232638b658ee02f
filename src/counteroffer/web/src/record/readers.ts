/** Who reads on this device: without a trace, or with a record that a word opens. No list of readers exists anywhere. */

import { button, make } from "../page/dom.ts";
import { keepsApart } from "./keeping.ts";
import { hasReader, isTraceless, turnTo } from "./place.ts";
import { anew, traceSwitch } from "./trace.ts";
import { readerWords } from "../words/learning-words.ts";

export function readers(): HTMLElement[] {
  const text = readerWords();
  const own = hasReader()
    ? [
        make("p", {}, text.ownNote),
        make(
          "p",
          { class: "co-actions" },
          button(text.closeOwn, () => anew(turnTo(""))),
        ),
      ]
    : // a word would open a record for this page alone where each page keeps its own
      isTraceless() || keepsApart.known
      ? []
      : [byWord()];
  return [make("h2", {}, text.readers), ...(hasReader() ? [] : traceSwitch()), ...own];
}

/** Folded away: who does not look for it does not come upon it. */
function byWord(): HTMLElement {
  const text = readerWords();
  const input = make("input", {
    type: "password",
    id: "co-word",
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": "co-word-note",
  });
  const open = () => input.value.trim() && anew(turnTo(input.value));
  input.addEventListener("keydown", ({ key }) => key === "Enter" && open());
  return make(
    "details",
    { class: "co-readers" },
    make("summary", {}, text.otherPerson),
    make("p", { id: "co-word-note" }, text.wordNote),
    make("p", {}, make("label", { for: "co-word" }, text.word), " ", input, " ", button(text.open, open)),
  );
}

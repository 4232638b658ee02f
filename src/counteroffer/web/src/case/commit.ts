/** Writing first: what the learner would do at a decision, and why, before its options are shown. */

import { button, goTo, make, one, say, textOf } from "../page/dom.ts";
import type { Written } from "../record/hosts.ts";
import { caseWords } from "../words/words.ts";

export interface Commitment {
  /** Show what was written, and the options once they were asked for. */
  show(written: Written | undefined): void;
}

/** Turns the line to write on into a field; nothing where a decision asks for no commitment. */
export function upgradeCommit(
  decision: HTMLElement,
  live: HTMLElement,
  write: (written: Written) => void,
): Commitment | undefined {
  const place = one(decision, ".co-commit");
  const form = one(decision, "form");
  if (!place || !form) return undefined;
  const text = caseWords();
  const id = `${decision.id}-written`;
  const field = make("textarea", { id, rows: "4", maxlength: "2000" });
  const label = make("label", { for: id }, textOf(place));
  const actions = make(
    "div",
    { class: "co-actions" },
    button(text.showOptions, () => (field.value.trim() ? open(field.value.trim()) : remind()), "co-primary"),
    button(text.withoutWriting, () => open("")),
  );
  const asking = make("div", {}, label, field, actions);
  const wrote = make("div");

  field.addEventListener("input", () => write({ text: field.value }));

  function remind(): void {
    say(live, text.writeFirst);
    field.focus();
  }

  function open(words: string): void {
    const written = { text: words, shown: true };
    write(written);
    show(written);
    goTo(one(form!, "legend"));
  }

  function show(written: Written | undefined): void {
    if (field.value !== written?.text && document.activeElement !== field) field.value = written?.text ?? "";
    asking.hidden = Boolean(written?.shown);
    wrote.replaceChildren(...youWrote(written?.shown ? written : undefined));
    form!.hidden = !written?.shown;
  }

  place.replaceChildren(asking, wrote);
  return { show };
}

/** What was written, for the decision and for the debrief. */
export function youWrote(written: Written | undefined): HTMLElement[] {
  if (!written?.text) return [];
  const words = make("blockquote", {}, ...written.text.split(/\n+/).map((line) => make("p", {}, line)));
  return [make("div", { class: "co-wrote" }, make("p", {}, make("b", {}, caseWords().wrote)), words)];
}

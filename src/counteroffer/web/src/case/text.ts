/** What a case's static face says: its decisions, options, consequences and meters, found in the page. */

import { all, bar, byData, copies, make, one, textOf } from "../page/dom.ts";
import { holds } from "./machine.ts";
import type { Condition, Meters, State } from "./machine.ts";
import { caseWords } from "../words/words.ts";

export const titleOf = (part: HTMLElement | undefined): string => textOf(part && one(part, "h3"));

/** Letter and words of an option. */
export function optionText(decision: HTMLElement, option: string): { letter: string; text: string } {
  const label = one(byData(decision, "option", option) ?? decision, "label")?.cloneNode(true) as HTMLElement;
  const letter = one(label, ".co-letter");
  const found = textOf(letter);
  letter?.remove();
  one(label, ".co-closed")?.remove();
  return { letter: found, text: textOf(label) };
}

/** The words of a consequence, without what only readers on paper need. */
export function consequence(decision: HTMLElement, option: string): Node[] {
  const source = all(decision, ".co-consequence").find((one) => one.dataset.option === option);
  return copies(
    [...(source?.children ?? [])].filter((part) => !part.matches(".co-if-chosen,.co-moves,.co-goto")),
  );
}

export const firstSentence = (nodes: Node[]): string => {
  const text = nodes[0]?.textContent?.trim() ?? "";
  return /^.*?[.!?؟](?=\s|$)/s.exec(text)?.[0] ?? text;
};

/** Of a text with conditions, show what holds now. */
export function showText(part: HTMLElement, state: State): void {
  for (const passage of all(part, ".co-text [data-if]")) {
    passage.hidden = !holds(JSON.parse(passage.dataset.if ?? "{}") as Condition, state);
    all(passage, ".co-cond").forEach((condition) => (condition.hidden = true));
  }
}

export function showMeters(list: HTMLElement, meters: Meters): void {
  const text = caseWords();
  for (const line of all(list, "[data-meter]")) {
    const value = meters[line.dataset.meter ?? ""] ?? 0;
    const word = one(line, ".co-meter-word");
    const low = value <= 3 ? word?.dataset.low : value >= 7 ? word?.dataset.high : undefined;
    if (word) word.textContent = low ? `${text.value(value)}: ${low}` : text.value(value);
    one(line, ".co-bar")?.remove();
    line.append(bar(value));
  }
}

/** How each meter that the learner can see has moved. */
export function changes(list: HTMLElement, before: Meters, after: Meters): HTMLElement[] {
  return all(list, "[data-meter]").flatMap((line) => {
    const meter = line.dataset.meter ?? "";
    const [was = 0, is = 0] = [before[meter], after[meter]];
    if (was === is) return [];
    const sentence = caseWords().change(textOf(one(line, ".co-meter-label")), was, is);
    const direction = is > was ? "up" : "down";
    return [make("li", { class: "co-change", "data-direction": direction }, sentence, " ", bar(is))];
  });
}

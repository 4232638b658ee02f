/** What single and multiple choice share: native radios or checkboxes, one for each option. */

import { all, one, textOf } from "../page/dom.ts";
import type { Mix } from "./shuffle.ts";

export const inputs = (item: HTMLElement) => all<HTMLInputElement>(item, ".co-option input");

export const ticked = (item: HTMLElement): string[] =>
  inputs(item)
    .filter((input) => input.checked)
    .map((input) => input.value);

export function tick(item: HTMLElement, values: string[]): void {
  for (const input of inputs(item)) input.checked = values.includes(input.value);
}

export const firstUnlessTicked = (item: HTMLElement): HTMLElement | undefined =>
  ticked(item).length ? undefined : one(item, ".co-option input");

export const optionPlaces = (item: HTMLElement, selector = ".co-option"): Map<string, HTMLElement> =>
  new Map(all(item, selector).map((place) => [place.dataset.option ?? "", place]));

/** Options in another order: letters follow the order shown, and so does the feedback. */
export function shuffleOptions(item: HTMLElement, mix: Mix, selector = ".co-option"): void {
  const options = [...optionPlaces(item, selector)];
  const reasons = optionPlaces(item, ".co-answer li");
  const letters = options.map(([, option]) => textOf(one(option, ".co-letter")));
  const end = document.createComment("");
  options[options.length - 1]?.[1].after(end);
  const mixed = mix(options);
  end.replaceWith(...mixed.map(([, option]) => option));
  mixed.forEach(([id, option], place) => {
    const reason = reasons.get(id);
    reason?.parentElement?.append(reason);
    for (const letter of [one(option, ".co-letter"), reason && one(reason, ".co-for")]) {
      if (letter) letter.textContent = letters[place] ?? "";
    }
  });
}

/** What single and multiple choice share: native radios or checkboxes, one for each option. */

import { all, one } from "./dom.ts";

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

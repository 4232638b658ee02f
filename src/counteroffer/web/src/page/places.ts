/** Links to the places of the course that a page sends a learner to. */

import { addressOf, course } from "./course.ts";
import { make } from "./dom.ts";
import { bank } from "../practice/bank.ts";

export const link = (url: string, title: string) => make("a", { href: addressOf(url).href }, title);

/** A section, named by its unit's number and its heading. */
export function sectionLink(url: string): HTMLElement {
  const unit = Object.values(course().units).find((one) => one.url === url.split("#")[0]);
  return link(url, [unit?.number, bank().sections[url] ?? unit?.title].filter(Boolean).join(" "));
}

export const commas = (parts: HTMLElement[]): (HTMLElement | string)[] =>
  parts.flatMap((one, place) => (place ? [", ", one] : [one]));

/** Links to the places of the course that a page sends a learner to. */

import { addressOf, course } from "./course.ts";
import { make } from "./dom.ts";

export const link = (url: string, title: string) => make("a", { href: addressOf(url).href }, title);

/** A section, named by its unit's number and the words of its anchor, which are those of its heading. */
export function sectionLink(url: string): HTMLElement {
  const [page, anchor] = url.split("#");
  const unit = Object.values(course().units).find((one) => one.url === page);
  const words = anchor ? `“${anchor.replaceAll("-", " ")}”` : unit?.title;
  return link(url, [unit?.number, words].filter(Boolean).join(" "));
}

export const commas = (parts: HTMLElement[]): (HTMLElement | string)[] =>
  parts.flatMap((one, place) => (place ? [", ", one] : [one]));

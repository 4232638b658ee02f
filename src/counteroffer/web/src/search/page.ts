/** The search page: what the address asks for, and what is typed. */

import { addressOf } from "../page/course.ts";
import { make, one, region, say } from "../page/dom.ts";
import { searchWords } from "../words/words.ts";
import { extract, finder } from "./search.ts";
import type { Finder, Passage, PageTexts } from "./search.ts";

declare global {
  interface Window {
    counterofferTexts?: PageTexts[];
  }
}

/** More than these nobody reads. */
const MOST = 30;

export function startSearch(): void {
  const root = one(document, "#search-results");
  const form = one<HTMLFormElement>(document, ".co-find-page");
  const input = form && one<HTMLInputElement>(form, "input");
  if (!root || !form || !input) return;
  const text = searchWords();
  const live = region();
  const list = make("ol", { class: "co-found" });
  root.replaceChildren(live, list);
  const pages = window.counterofferTexts;
  if (!pages) return say(live, text.missing);
  let found: Finder | undefined;

  function show(): void {
    const query = input!.value.trim();
    found ??= finder(pages!);
    const passages = query ? found.find(query) : [];
    list.replaceChildren(...passages.slice(0, MOST).map((passage) => result(passage, query)));
    if (query) say(live, passages.length ? text.found(passages.length, MOST) : text.none(query));
    else live.replaceChildren();
  }

  function ask(): void {
    const address = new URL(location.href);
    address.search = input!.value.trim() ? new URLSearchParams({ q: input!.value.trim() }).toString() : "";
    // a page opened from a folder may not be allowed to
    try {
      history.replaceState(null, "", address);
    } catch {
      // the results are shown all the same
    }
    show();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  one(form, "button")?.addEventListener("click", (event) => {
    event.preventDefault();
    ask();
  });
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  show();
}

function result({ url, title, heading, text }: Passage, query: string): HTMLElement {
  const where =
    heading && heading !== title ? [heading, make("span", { class: "co-of-page" }, ` ${title}`)] : [title];
  const words = extract(text, query).flatMap(({ word, hit }) => [hit ? make("mark", {}, word) : word, " "]);
  return make(
    "li",
    {},
    make("a", { href: addressOf(url).href }, ...where),
    ...(text ? [make("p", { class: "context", dir: "auto" }, ...words)] : []),
  );
}

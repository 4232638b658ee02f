/** The index over a book's passages, made in the reader's browser from their texts. */

import MiniSearch from "minisearch";
import { fold, terms, wordsOf } from "./fold.ts";

/** The address and title of a page, and its passages: heading, anchor, text. `book/search.py` writes them. */
export type PageTexts = [
  url: string,
  title: string,
  passages: [heading: string, anchor: string, text: string][],
];

export interface Passage {
  id: number;
  url: string;
  title: string;
  heading: string;
  text: string;
}

export interface Finder {
  passages: Passage[];
  /** The passages in which a query's words stand, best first; those with only some of them when none has all. */
  find(query: string): Passage[];
}

export function passagesOf(pages: PageTexts[]): Passage[] {
  return pages
    .flatMap(([url, title, parts]) =>
      parts.map(([heading, anchor, text]) => ({
        url: anchor ? `${url}#${anchor}` : url,
        title,
        heading,
        text,
      })),
    )
    .map((passage, id) => ({ id, ...passage }));
}

export function finder(pages: PageTexts[]): Finder {
  const passages = passagesOf(pages);
  const index = new MiniSearch<Passage>({
    fields: ["title", "heading", "text"],
    tokenize: wordsOf,
    processTerm: terms,
    searchOptions: {
      // an Arabic word without its article finds both
      processTerm: (word) => terms(word).pop() ?? "",
      boost: { heading: 4, title: 2 },
      // whoever asks for a word that the glossary explains, "IS" among them, finds it there, however often it stands elsewhere
      boostDocument: (id) => (passages[id as number]!.url.includes("#word-") ? 3 : 1),
      prefix: (term) => term.length > 2,
      // a slip of the pen in a long word; a number is never another number
      fuzzy: (term) => (term.length > 4 && !/\d/.test(term) ? 0.2 : false),
    },
  });
  index.addAll(passages);
  return {
    passages,
    find(query) {
      const whole = index.search(query, { combineWith: "AND" });
      const found = whole.length ? whole : index.search(query);
      return found.map(({ id }) => passages[id as number]!);
    },
  };
}

/** A stretch of a passage around the first of the words asked for, and which of its words those are. */
export function extract(text: string, query: string, most = 36): { word: string; hit: boolean }[] {
  const asked = wordsOf(query).map(fold).filter(Boolean);
  const hit = (word: string) =>
    wordsOf(word)
      .flatMap(terms)
      .some((term) => asked.some((one) => term === one || (one.length > 2 && term.startsWith(one))));
  const words = text.split(" ").map((word) => ({ word, hit: hit(word) }));
  const first = Math.max(0, words.findIndex((one) => one.hit) - 8);
  const shown = words.slice(first, first + most);
  if (first > 0) shown.unshift({ word: "…", hit: false });
  if (first + most < words.length) shown.push({ word: "…", hit: false });
  return shown;
}

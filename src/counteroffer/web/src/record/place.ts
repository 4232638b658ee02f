/**
 * Where a record is kept, and under which name.
 *
 * The name says the course, its edition line, the copy and the reader, so that two courses, two copies of one on
 * a host or in a folder tree, and two readers of a browser share nothing. A copy is known by the folder that it
 * is read from: a number built into the files would be the same in every copy, and another after every build.
 */

import { addressOf, course } from "../page/course.ts";
import { safely } from "./store.ts";
import type { Storing } from "./store.ts";

/** In the tab's own storage, which the browser empties when the tab is closed. */
const TRACELESS = "counteroffer:traceless";
const READER = "counteroffer:reader";

const tab = safely(() => sessionStorage);

/** Whether nothing is to be kept beyond this tab. */
export const isTraceless = (): boolean => tab.get(TRACELESS) !== undefined;
export const hasReader = (): boolean => tab.get(READER) !== undefined;

/** Both take effect when the page is loaded anew; false where even the tab keeps nothing. */
export function readTraceless(on: boolean): boolean {
  if (on) return tab.set(TRACELESS, "1");
  for (const name of tab.names("counteroffer:")) tab.remove(name);
  return true;
}

/** Turn to the record that a word opens, or back to the one that no word opens. */
export function turnTo(word: string): boolean {
  if (word) return tab.set(READER, digest(word.normalize("NFKC").trim().toLowerCase(), ROUNDS));
  tab.remove(READER);
  return true;
}

export const storage = (): Storing | undefined => (isTraceless() ? sessionStorage : localStorage);

export function placeOfRecord(): { place: string; edition: string; first: boolean } {
  const { id, edition, home } = course();
  const copy = digest(addressOf(home).pathname);
  const reader = isTraceless() ? undefined : tab.get(READER);
  const name = [id, edition, copy, reader ?? "own"].map(encodeURIComponent).join(":");
  return { place: `counteroffer:${name}:`, edition, first: !reader && !isTraceless() };
}

const ROUNDS = 20_000;

/** 53 bits of a text (cyrb53, a published hash): a name for it, not a lock. */
export function digest(text: string, rounds = 1): string {
  let name = text;
  for (let round = 0; round < rounds; round++) {
    let [a, b] = [0xdeadbeef, 0x41c6ce57];
    for (let place = 0; place < name.length; place++) {
      const unit = name.charCodeAt(place);
      a = Math.imul(a ^ unit, 2654435761);
      b = Math.imul(b ^ unit, 1597334677);
    }
    a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
    b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
    name = (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
  }
  return name;
}

/** Say so, as soon as this browser does not keep what is done on the page, or keeps it for this page alone. */

import { addressOf } from "../page/course.ts";
import { make, region, say } from "../page/dom.ts";
import { device } from "./here.ts";
import { isTraceless } from "./place.ts";
import { newId, safely } from "./store.ts";
import { keepingWords } from "../words/words.ts";

const PUT_DOWN = "counteroffer:put-down";

export function watchKeeping(first: HTMLElement | undefined): void {
  if (!first) return;
  const live = region("co-unkept");
  const words = keepingWords();
  function look(): void {
    const told = !device.kept()
      ? words.unkept
      : isTraceless()
        ? words.traceless
        : keepsApart.known
          ? words.apart
          : undefined;
    if (told === undefined) live.replaceChildren();
    else if (live.textContent !== told) say(live, told);
  }
  first.before(live);
  look();
  device.onChange(({ log, all }) => (log || all) && look());
  keepsApart.tell(look);
}

/**
 * Whether each page has a storage of its own, as Firefox gives to files. It is tried, not guessed: another page of
 * the folder is opened out of sight and says whether it finds what was put down here. Where that page does not
 * answer, nothing is known and nothing is said.
 */
export const keepsApart: { known: boolean; tell(go: () => void): void } = (() => {
  const waiting: (() => void)[] = [];
  const found = {
    known: false,
    tell: (go: () => void) => void waiting.push(go),
  };
  if (location.protocol === "file:" && window === parent) ask();
  return found;

  function ask(): void {
    const store = safely(() => localStorage);
    const word = newId();
    if (!store.set(PUT_DOWN, word)) return;
    const frame = make("iframe", {
      src: addressOf("measures.html").href,
      title: "",
      hidden: "",
      "aria-hidden": "true",
    });
    addEventListener("message", ({ source, data }: MessageEvent<unknown>) => {
      if (source !== frame.contentWindow) return;
      store.remove(PUT_DOWN);
      frame.remove();
      found.known = data !== word;
      waiting.forEach((go) => go());
    });
    const start = () => document.body.append(frame);
    if (document.body) start();
    else addEventListener("DOMContentLoaded", start);
  }
})();

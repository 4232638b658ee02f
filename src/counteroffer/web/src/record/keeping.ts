/** Say so, as soon as this browser does not keep what is done on the page, or keeps it for this page alone. */

import { addressOf } from "../page/course.ts";
import { button, make, region, say } from "../page/dom.ts";
import { writeFile } from "./file.ts";
import { device } from "./here.ts";
import { isTraceless } from "./place.ts";
import { newId, PUT_DOWN, safely } from "./store.ts";
import { keepingWords } from "../words/words.ts";

export function watchKeeping(first: HTMLElement | undefined): void {
  if (!first) return;
  const live = region("co-unkept");
  const words = keepingWords();
  // No other page sees what this one keeps: it can be had here alone.
  const save = button(words.exportIt, () => {
    writeFile(device);
    device.exported();
  });
  const actions = make("div", { class: "co-actions" }, save);
  function look(): void {
    const kept = device.kept();
    const apart = kept && keepsApart.known;
    const told = !kept ? words.unkept : isTraceless() ? words.traceless : apart ? words.apart : undefined;
    if (told === undefined) live.replaceChildren();
    else if (live.textContent !== told) say(live, told);
    if (apart) live.after(actions);
    else actions.remove();
  }
  first.before(live);
  look();
  device.onChange(({ log, all }) => (log || all) && look());
  keepsApart.tell(look);
}

/**
 * Whether each page has a storage of its own, as Firefox gives to files. It is tried, not guessed: another page of
 * the folder is opened out of sight and says whether it finds what was put down here. Where that page does not
 * answer, nothing is known and nothing is said. It is not tried where somebody reads without a trace: nothing may be put down then.
 */
export const keepsApart: { known: boolean; tell(go: () => void): void } = (() => {
  const waiting: (() => void)[] = [];
  const found = {
    known: false,
    tell: (go: () => void) => void waiting.push(go),
  };
  if (location.protocol === "file:" && window === parent && !isTraceless()) ask();
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
    addEventListener("pagehide", () => store.remove(PUT_DOWN));
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

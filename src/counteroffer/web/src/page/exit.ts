/**
 * A quick way out, for readers who may be overlooked: a button, and Shift pressed three times.
 *
 * The page is replaced by a bland one, and while the tab stays open nothing of the course is shown by going back:
 * each page that a browser brings back puts the bland one in its place. The course is shown again to who opens it
 * anew (types its address, follows a link, presses reload). The browser's history still lists the pages: no script can change that.
 *
 * It stands in the head and does not wait, so that nothing is painted first.
 */

import { jar } from "./jar.ts";
import { left } from "./left.ts";

const BLAND = "measures.html";
/** Milliseconds between the first press of Shift and the third. */
const SOON = 3000;

const root = document.documentElement;

function leave(): void {
  left.set();
  root.style.display = "none";
  document.title = "";
  location.replace(new URL((root.dataset.content_root ?? "") + BLAND, document.baseURI));
}

const isBack = () =>
  (performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined)?.type ===
  "back_forward";

// The mark has served when the course is opened anew.
if (left.stands() || jar.full()) {
  jar.empty();
  if (isBack()) leave();
  else left.remove();
}

// A page that is kept whole for going back is kept hidden, since it is painted before it is asked.
addEventListener("pagehide", ({ persisted }) => persisted && (root.style.visibility = "hidden"));
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && left.stands()) leave();
  else root.style.visibility = "";
});
/**
 * Firefox brings such a page back with the tab's storage as it was then: it would know neither of the way out nor
 * that the reader has since begun to read without a trace. A page with this listener it loads anew.
 */
if ("mozInnerScreenX" in window) addEventListener("unload", () => undefined);

let pressed: number[] = [];
// Shift that is held for a capital letter is no press.
addEventListener("keydown", ({ key }) => key !== "Shift" && (pressed = []));
addEventListener("keyup", ({ key, timeStamp }) => {
  if (key !== "Shift") return;
  pressed = [...pressed, timeStamp].slice(-3);
  if (pressed.length === 3 && timeStamp - pressed[0]! < SOON) leave();
});
addEventListener("click", (event) => {
  if (!(event.target as Element).closest?.(".co-exit")) return;
  event.preventDefault();
  leave();
});

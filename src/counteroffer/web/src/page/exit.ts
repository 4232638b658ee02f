/**
 * A quick way out, for readers who may be overlooked: a button, and Shift pressed three times.
 *
 * The page is replaced by a bland one, and while the tab stays open nothing of the course is shown by going back:
 * each page that a browser brings back puts the bland one in its place. The course is shown again to who opens it
 * anew (types its address, follows a link, presses reload). The browser's history still lists the pages: no script can change that.
 *
 * It stands in the head and does not wait, so that nothing is painted first.
 */

import { safely } from "../record/store.ts";

const LEFT = "counteroffer:left";
const BLAND = "measures.html";
/** What stays on the device until the course is opened anew in that tab: a time, under the bland page's name. */
const TIME = "measures";
/** Milliseconds between the first press of Shift and the third. */
const SOON = 3000;

const isFile = location.protocol === "file:";
const tab = safely(() => sessionStorage);
/** Firefox brings a kept page back with the tab's storage as it was when the page was left: the time stands here too, until the course is opened anew. */
const device = safely(() => localStorage);
/**
 * Where each file has a storage of its own, as in Firefox, only a cookie is known to the next one: a time again, for as
 * long as the browser runs. Files alone have it, for a server would be sent it.
 */
const jar = {
  get: () => Number((isFile && new RegExp(`\\b${TIME}=(\\d+)`).exec(document.cookie)?.[1]) || 0),
  set: (more: string) => isFile && (document.cookie = `${TIME}=${more}; path=/; samesite=strict`),
};
const root = document.documentElement;

function leave(): void {
  tab.set(LEFT, "1");
  const now = String(Date.now());
  device.set(TIME, now);
  jar.set(now);
  root.style.display = "none";
  document.title = "";
  location.replace(new URL((root.dataset.content_root ?? "") + BLAND, document.baseURI));
}

const isBack = () =>
  (performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined)?.type ===
  "back_forward";

if (tab.get(LEFT) !== undefined || jar.get()) {
  if (isBack()) leave();
  else {
    tab.remove(LEFT);
    device.remove(TIME);
    jar.set("; max-age=0");
  }
}

// A page that is kept whole for going back is kept hidden, since it is painted before it is asked.
let hidden = 0;
addEventListener("pagehide", ({ persisted }) => {
  hidden = Date.now();
  if (persisted) root.style.visibility = "hidden";
});
addEventListener("pageshow", ({ persisted }) => {
  const left = tab.get(LEFT) !== undefined || Math.max(Number(device.get(TIME) ?? 0), jar.get()) >= hidden;
  if (persisted && left) leave();
  else root.style.visibility = "";
});

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

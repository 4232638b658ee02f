/** What every page begins with: its frame, and the marks of progress in its contents. */

import { upgradeFrame } from "./frame.ts";
import { keepSidebar } from "./reading.ts";

/** The first script of a page does this, whichever others stand there; `more` is what its kind of page has beside it. */
export function startPage(...more: (() => void)[]): void {
  if ("started" in document.documentElement.dataset) return;
  document.documentElement.dataset.started = "";
  for (const part of [upgradeFrame, keepSidebar, ...more]) {
    try {
      part();
    } catch (error) {
      console.error(error);
    }
  }
}

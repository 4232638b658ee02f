/** What every page begins with: its frame, the marks of progress in its contents, and a look for a record of version 1. */

import { upgradeFrame } from "./frame.ts";
import { keepSidebar } from "./reading.ts";
import { callOlder } from "../record/here.ts";

/** The first script of a page does this, whichever others stand there; `more` is what its kind of page has beside it. */
export function startPage(...more: (() => void)[]): void {
  if ("started" in document.documentElement.dataset) return;
  document.documentElement.dataset.started = "";
  for (const part of [upgradeFrame, keepSidebar, callOlder, ...more]) {
    try {
      part();
    } catch (error) {
      console.error(error);
    }
  }
}

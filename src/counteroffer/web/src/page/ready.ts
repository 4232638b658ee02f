/** Run once the page is read, and say so to the stylesheet only when all went well. */

import { atFloor } from "./floor.ts";

export function whenReady(start: () => void): void {
  if (!atFloor()) return;
  const begin = () => {
    start();
    document.documentElement.classList.add("co-js");
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
}

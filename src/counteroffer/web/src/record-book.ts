/** The page "My progress" of the book. */

import { all } from "./dom.ts";
import { device, onChange } from "./record.ts";
import { upgradeRecord } from "./record-page.ts";

function start(): void {
  document.documentElement.classList.add("co-js");
  for (const root of all(document, "[data-co=record]")) onChange(upgradeRecord(root, device).refresh);
}

if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
else start();

/** The page "My progress" of the book. */

import { all } from "./dom.ts";
import { startProgress } from "./progress.ts";
import { whenReady } from "./ready.ts";
import { device, onChange } from "./record.ts";
import { upgradeRecord } from "./record-page.ts";

function start(): void {
  startProgress();
  for (const root of all(document, "[data-co=record]")) onChange(upgradeRecord(root, device).refresh);
}

whenReady(start);

/** The page "My progress" of the book. */

import { all } from "../page/dom.ts";
import { startProgress } from "../page/reading.ts";
import { whenReady } from "../page/ready.ts";
import { device } from "../record/here.ts";
import { upgradeRecord } from "../record/page.ts";

function start(): void {
  startProgress();
  for (const root of all(document, "[data-co=record]")) upgradeRecord(root, device);
}

whenReady(start);

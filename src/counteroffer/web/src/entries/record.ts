/** The page "My progress" of the book. */

import { all } from "../page/dom.ts";
import { startPage } from "../page/start.ts";
import { whenReady } from "../page/ready.ts";
import { device } from "../record/here.ts";
import { upgradeRecord } from "../record/page.ts";

function start(): void {
  startPage();
  for (const root of all(document, "[data-co=record]")) upgradeRecord(root, device);
}

whenReady(start);

/** The page "My progress" of the book. */

import { all } from "../page/dom.ts";
import { startPage } from "../page/start.ts";
import { whenReady } from "../page/ready.ts";
import { device, here } from "../record/here.ts";
import { upgradeRecord } from "../record/page.ts";
import { storage } from "../record/place.ts";
import { safely } from "../record/store.ts";
import { adopt } from "../record/version1.ts";

function start(): void {
  // at once, since it can be seen and exported here even where there is no room to keep it
  adopt(device, safely(storage), here);
  startPage();
  for (const root of all(document, "[data-co=record]")) upgradeRecord(root, device);
}

whenReady(start);

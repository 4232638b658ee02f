/** The page "Practise" of the book. */

import { all } from "../page/dom.ts";
import { byKind } from "../item/player.ts";
import { upgradePractice } from "../practice/page.ts";
import { startProgress } from "../page/reading.ts";
import { whenReady } from "../page/ready.ts";
import { device } from "../record/device.ts";
import { kinds } from "../../generated/kinds.ts";

function start(): void {
  startProgress();
  for (const root of all(document, "[data-co=practice]")) void upgradePractice(root, device, byKind(kinds));
}

whenReady(start);

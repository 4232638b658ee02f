/** The page "Practise" of the book. */

import { all } from "../page/dom.ts";
import { byKind } from "../item/player.ts";
import { upgradePractice } from "../practice/page.ts";
import { startPage } from "../page/start.ts";
import { whenReady } from "../page/ready.ts";
import { device } from "../record/here.ts";
import { watchKeeping } from "../record/keeping.ts";
import { kinds } from "../../generated/kinds.ts";

function start(): void {
  startPage();
  for (const root of all(document, "[data-co=practice]")) {
    upgradePractice(root, device, byKind(kinds));
    watchKeeping(root);
  }
}

whenReady(start);

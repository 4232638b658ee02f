/** The page "Practise" of the book. */

import { all } from "./dom.ts";
import { byKind } from "./player.ts";
import { upgradePractice } from "./practice-page.ts";
import { startProgress } from "./progress.ts";
import { whenReady } from "./ready.ts";
import { device } from "./record.ts";
import { kinds } from "../generated/kinds.ts";

function start(): void {
  startProgress();
  for (const root of all(document, "[data-co=practice]")) void upgradePractice(root, device, byKind(kinds));
}

whenReady(start);

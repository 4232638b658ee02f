/** The page "Practice examination" of the book. */

import { all } from "../page/dom.ts";
import { upgradeExam } from "../exam/exam.ts";
import { byKind } from "../item/player.ts";
import { startPage } from "../page/start.ts";
import { whenReady } from "../page/ready.ts";
import { bank } from "../practice/bank.ts";
import { device } from "../record/here.ts";
import { watchKeeping } from "../record/keeping.ts";
import { kinds } from "../../generated/kinds.ts";

function start(): void {
  startPage();
  const { blueprint } = bank();
  for (const root of blueprint ? all(document, "[data-co=exam]") : []) {
    root.classList.add("co-live");
    upgradeExam(root, device, byKind(kinds), blueprint!);
    watchKeeping(root);
  }
}

whenReady(start);

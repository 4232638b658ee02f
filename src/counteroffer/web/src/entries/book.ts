/** The book: upgrade every interactive of the page in place, each on its own. */

import { upgradeCase } from "../case/case.ts";
import { upgradeCheck } from "../check/check.ts";
import { all } from "../page/dom.ts";
import { upgradeExplorer } from "../explorer/explorer.ts";
import { caseOnDevice, checkOnDevice, explorerOnDevice } from "../record/hosts.ts";
import { watchKeeping } from "../record/keeping.ts";
import { asPrinted, offerPrinting } from "../page/print.ts";
import { byKind } from "../item/player.ts";
import { startProgress } from "../page/reading.ts";
import { whenReady } from "../page/ready.ts";
import { device } from "../record/device.ts";
import { upgradeTimeline } from "../page/timeline.ts";
import { ids } from "../record/statements.ts";
import { kinds } from "../../generated/kinds.ts";

const players = byKind(kinds);

const upgrades: Record<string, (root: HTMLElement, id: string) => unknown> = {
  check: (root, id) => upgradeCheck(root, players, checkOnDevice(device, ids.check(id))),
  case: (root, id) => upgradeCase(root, caseOnDevice(device, id)),
  explorer: (root, id) => upgradeExplorer(root, explorerOnDevice(device, id)),
};

/** One that fails is put back as it was: readable, and without harm to the others. */
function upgrade(root: HTMLElement): void {
  const untouched = root.cloneNode(true);
  try {
    upgrades[root.dataset.co ?? ""]?.(root, root.dataset.id ?? "");
  } catch (error) {
    console.error(error);
    root.replaceWith(untouched);
  }
}

function start(): void {
  startProgress();
  const found = all(document, "[data-co]");
  const printed = found.filter((root) => root.matches("[data-co=check],[data-co=case]")).map(asPrinted);
  found.forEach(upgrade);
  const whole = printed.filter(([live]) => live.isConnected);
  if (whole.length) offerPrinting(new Map(whole));
  watchKeeping(all(document, "[data-co]")[0]);
  all(document, ".co-timeline").forEach(upgradeTimeline);
}

whenReady(start);

/** Upgrade every interactive of a page in place, each on its own. */

import { all } from "./dom.ts";
import { asPrinted, offerPrinting } from "./print.ts";
import type { Paper } from "./print.ts";
import { startPage } from "./start.ts";
import { whenReady } from "./ready.ts";
import { watchKeeping } from "../record/keeping.ts";

export type Upgrades = Record<string, (root: HTMLElement, id: string) => unknown>;

/** One that fails is put back as it was: readable, and without harm to the others. */
function upgrade(root: HTMLElement, upgrades: Upgrades): void {
  const untouched = root.cloneNode(true);
  try {
    upgrades[root.dataset.co ?? ""]?.(root, root.dataset.id ?? "");
  } catch (error) {
    console.error(error);
    root.replaceWith(untouched);
  }
}

/** `upgrades` by what an interactive is, as `data-co` says; `paper` is how one kind of them is printed; `more` is what such a page has beside them. */
export const startInteractives = (upgrades: Upgrades, paper: Paper, ...more: (() => void)[]): void =>
  whenReady(() => {
    startPage(...more);
    const found = all(document, "[data-co]");
    const printed = found
      .filter(({ dataset }) => dataset.co === paper.what)
      .map((root) => asPrinted(root, paper));
    found.forEach((root) => upgrade(root, upgrades));
    const whole = printed.filter(([live]) => live.isConnected);
    if (whole.length) offerPrinting(new Map(whole), paper);
    watchKeeping(found[0]);
  });

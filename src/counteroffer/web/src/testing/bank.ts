/** The practice items of tests, one of each kind, and the line by which they are loaded. */

import { itemFixtures, itemHtml } from "./faces.ts";
import type { Bank } from "../practice/bank.ts";

const kinds = [...itemFixtures.keys()];

export const plan = {
  items: kinds.length,
  minutes: 5,
  pass_mark: 0.75,
  outcomes: { CO1: kinds.length },
  apply_or_analyse: 0,
  set_items: 0,
};

const facts = (objective: string) => ({
  check: "demo",
  unit: "demo",
  objectives: [objective],
  outcome: "CO1",
  beyond: true,
  chance: [1, 3] as const,
  url: "demo.html#part",
  edition: "0123456789",
});

/** The item of each kind serves an objective of its own. */
export const stock = (): Bank => ({
  outcomes: { CO1: "Outcome" },
  objectives: Object.fromEntries(kinds.map((kind) => [`CO1.${kind}`, { text: kind, units: ["demo"] }])),
  checks: { demo: { title: "Demo", set: false, probe: false } },
  items: Object.fromEntries(kinds.map((kind) => [`${kind}-1`, facts(`CO1.${kind}`)])),
  sections: {},
  endings: {},
  blueprint: plan,
  forms: [kinds.map((_, place) => place)],
});

/** Scripts with items arrive, or do not while the line is down. */
export const line = { up: true };

const append = document.head.append.bind(document.head);
document.head.append = (...nodes: (Node | string)[]) => {
  for (const node of nodes) {
    if (!(node instanceof window.HTMLScriptElement)) append(node);
    else if (!line.up || !node.src.endsWith("/bank/demo.js")) node.dispatchEvent(new Event("error"));
    else {
      window.counterofferBank?.(
        "demo",
        "",
        Object.fromEntries(kinds.map((kind) => [`${kind}-1`, itemHtml(kind)])),
      );
      node.dispatchEvent(new Event("load"));
    }
  }
};

/** What was waited for has come. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((done) => setImmediate(done));
}

/**
 * Walk the book in one engine.
 *
 *     node run.ts firefox|webkit|chromium <program or version> <address of the book> [<walk> …]
 *
 * Each walk prints one line of JSON: its name, and the fault when it has one.
 */

import { chromium } from "./chromium.ts";
import { firefox } from "./firefox.ts";
import { webkit } from "./webkit.ts";
import { below } from "./below.ts";
import { folder, records, refusing } from "./records.ts";
import { walks } from "./walks.ts";
import type { Engine } from "./tab.ts";

const [name = "", program = "", base = "", ...wanted] = process.argv.slice(2);
const engines: Record<string, (program: string) => Promise<Engine>> = {
  firefox,
  webkit,
  chromium,
};
const start = engines[name];
if (!start) throw new Error(`no engine ${name}`);

const engine = await start(program);
try {
  const page = (path: string) => `${base}/${path}`;
  for (const walk of wanted.length ? wanted : Object.keys(walks)) {
    let fault: string | undefined;
    try {
      // a tab of its own: what one walk leaves behind in its history is nothing to the next
      const tab = await engine.tab();
      await tab.goto(page("chapters/reference/licence.html"));
      await tab.run("localStorage.clear(); sessionStorage.clear();");
      await { ...walks, ...records, ...folder, ...refusing, below }[walk]!({
        tab,
        page,
        another: () => engine.tab(),
      });
    } catch (error) {
      fault = error instanceof Error ? error.message : String(error);
    }
    console.log(JSON.stringify({ walk, fault }));
  }
} finally {
  await engine.stop();
}

/** Below the floor: every page reads as with scripts off, with its colours, and nothing that does not work is to be seen. */

import assert from "node:assert/strict";
import type { Place } from "./acts.ts";

const PAGES = [
  "chapters/part-1/two-offers.html",
  "exercises/the-camp-empties.html",
  "exercises/offer-audit.html",
  "chapters/practice/practise.html",
  "chapters/reference/my-progress.html",
  "search.html",
];

export async function below({ tab, page }: Place): Promise<void> {
  for (const path of PAGES) {
    await tab.goto(page(path));
    const seen = await tab.run(
      `const shown = one => one.getClientRects().length > 0;
       const style = getComputedStyle(document.body);
       return {
         upgraded: ["js", "co-js"].filter(name => document.documentElement.classList.contains(name)),
         buttons: [...document.querySelectorAll("main button:not(.co-mark), .co-drawer, .co-menu, .co-colours")]
           .filter(one => shown(one) && !one.closest("form[action]")).map(one => one.className),
         coloured: style.backgroundColor !== "rgba(0, 0, 0, 0)" && style.color !== "rgb(0, 0, 0)",
         skipped: document.querySelector(".co-skip").getBoundingClientRect().bottom <= 0,
         alone: shown(document.querySelector(".co-alone")),
         contents: [...document.querySelectorAll(".bd-sidebar-primary nav a")].length > 40,
         wide: document.documentElement.scrollWidth > innerWidth,
         told: [...document.querySelectorAll(".co-noscript")].every(shown),
       };`,
    );
    assert.deepEqual(
      seen,
      {
        upgraded: [],
        buttons: [],
        coloured: true,
        skipped: true,
        alone: false,
        contents: true,
        wide: false,
        told: true,
      },
      path,
    );
  }
  await tab.goto(page(PAGES[0]!));
  await tab.run('document.querySelector(".co-answer summary").scrollIntoView({block: "center"})');
  await tab.click(".co-answer summary");
  assert.ok(await tab.run('return document.querySelector(".co-answer .co-why").getClientRects().length > 0'));
}

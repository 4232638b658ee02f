/** The page "Practise" of the book. */

import { all } from "./dom.ts";
import { byKind } from "./player.ts";
import { upgradePractice } from "./practice-page.ts";
import { device } from "./record.ts";
import { kinds } from "../generated/kinds.ts";

function start(): void {
  document.documentElement.classList.add("co-js");
  for (const root of all(document, "[data-co=practice]")) void upgradePractice(root, device, byKind(kinds));
}

if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
else start();

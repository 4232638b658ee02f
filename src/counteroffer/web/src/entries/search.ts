/** The search page of the book. */

import { startPage } from "../page/start.ts";
import { whenReady } from "../page/ready.ts";
import { startSearch } from "../search/page.ts";

whenReady(() => {
  startPage();
  startSearch();
});

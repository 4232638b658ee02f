/** The search page of the book, beside the script of progress. */

import { whenReady } from "../page/ready.ts";
import { startSearch } from "../search/page.ts";

whenReady(startSearch);

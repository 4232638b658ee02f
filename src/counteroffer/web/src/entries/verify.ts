/** The page of the book that verifies certificates, beside the script of every page. */

import "../verify/older.ts";
import { whenReady } from "../page/ready.ts";
import { startVerifying } from "../verify/page.ts";

whenReady(startVerifying);

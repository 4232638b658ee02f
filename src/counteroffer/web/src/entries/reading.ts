/** Pages without an interactive. */

import { startPage } from "../page/start.ts";
import { whenReady } from "../page/ready.ts";
import { UNIT } from "../page/unit.ts";

whenReady(() => startPage(...UNIT));

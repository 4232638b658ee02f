/** Pages without an interactive. */

import { startProgress } from "../page/reading.ts";
import { whenReady } from "../page/ready.ts";
import { UNIT } from "../page/unit.ts";

whenReady(() => startProgress(...UNIT));

/** Pages without an interactive: progress alone. */

import { startProgress } from "../page/reading.ts";
import { whenReady } from "../page/ready.ts";

whenReady(startProgress);

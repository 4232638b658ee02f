/** Pages without an interactive: progress alone. */

import { startProgress } from "./progress.ts";
import { whenReady } from "./ready.ts";

whenReady(startProgress);

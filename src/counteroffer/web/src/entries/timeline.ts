/** The page of the timeline. */

import { all } from "../page/dom.ts";
import { startPage } from "../page/start.ts";
import { whenReady } from "../page/ready.ts";
import { upgradeTimeline } from "../page/timeline.ts";
import { UNIT } from "../page/unit.ts";

whenReady(() => {
  startPage(...UNIT);
  all(document, ".co-timeline").forEach(upgradeTimeline);
});

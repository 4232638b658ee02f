/** The bland page; out of sight, in a frame of a page that asks, it says what it finds in its storage (see keeping.ts). */

import { jar } from "../page/jar.ts";
import { left } from "../page/left.ts";
import { PUT_DOWN, safely } from "../record/store.ts";

if (parent === window) {
  addEventListener("pagehide", ({ persisted }) => persisted && jar.fill());
  addEventListener("pageshow", () => {
    jar.empty();
    left.renew();
  });
} else parent.postMessage(safely(() => localStorage).get(PUT_DOWN) ?? "", "*");

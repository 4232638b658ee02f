/** The pages of the book that hold an audit: upgrade it in place. One that fails is put back as it was. */

import { upgradeAudit } from "./audit.ts";
import { all } from "./dom.ts";
import { auditOnDevice } from "./hosts.ts";
import { watchKeeping } from "./keeping.ts";
import { startProgress } from "./progress.ts";
import { whenReady } from "./ready.ts";
import { device } from "./record.ts";

function start(): void {
  startProgress();
  for (const root of all(document, "[data-co=audit]")) {
    const untouched = root.cloneNode(true);
    try {
      upgradeAudit(root, auditOnDevice(device, root.dataset.id ?? ""));
      watchKeeping(root);
    } catch (error) {
      console.error(error);
      root.replaceWith(untouched);
    }
  }
}

whenReady(start);

/** The pages of the book that hold an audit: upgrade it in place. One that fails is put back as it was. */

import { upgradeAudit } from "../audit/audit.ts";
import { all } from "../page/dom.ts";
import { auditOnDevice } from "../record/hosts.ts";
import { watchKeeping } from "../record/keeping.ts";
import { startPage } from "../page/start.ts";
import { whenReady } from "../page/ready.ts";
import { device } from "../record/here.ts";

function start(): void {
  startPage();
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

/** The pages of cases, and of explorers beside them. */

import { upgradeCase } from "../case/case.ts";
import { casePaper } from "../case/case-paper.ts";
import { upgradeExplorer } from "../explorer/explorer.ts";
import { startInteractives } from "../page/interactives.ts";
import { device } from "../record/here.ts";
import { explorerOnDevice } from "../record/hosts.ts";
import { caseOnDevice } from "../record/case-host.ts";

startInteractives(
  {
    case: (root, id) => upgradeCase(root, caseOnDevice(device, id, root.dataset.edition)),
    explorer: (root, id) => upgradeExplorer(root, explorerOnDevice(device, id)),
  },
  casePaper,
);

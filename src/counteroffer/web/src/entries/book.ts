/** The units of the book: checks and explorers. */

import { upgradeCheck } from "../check/check.ts";
import { upgradeExplorer } from "../explorer/explorer.ts";
import { startInteractives } from "../page/interactives.ts";
import { UNIT } from "../page/unit.ts";
import { checkPaper } from "../check/check-paper.ts";
import { advice } from "../check/advice.ts";
import { byKind } from "../item/player.ts";
import { device } from "../record/here.ts";
import { checkOnDevice, explorerOnDevice } from "../record/hosts.ts";
import { ids } from "../record/statements.ts";
import { kinds } from "../../generated/kinds.ts";

const players = byKind(kinds);

startInteractives(
  {
    check: (root, id) => upgradeCheck(root, players, checkOnDevice(device, ids.check(id)), advice),
    explorer: (root, id) => upgradeExplorer(root, explorerOnDevice(device, id)),
  },
  checkPaper,
  ...UNIT,
);

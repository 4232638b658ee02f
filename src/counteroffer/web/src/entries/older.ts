/** Takes in a record of version 1; the other scripts of the page hear of it as of another window's change. */

import { device, here } from "../record/here.ts";
import { storage } from "../record/place.ts";
import { safely } from "../record/store.ts";
import { adopt } from "../record/version1.ts";

adopt(device, safely(storage), here);

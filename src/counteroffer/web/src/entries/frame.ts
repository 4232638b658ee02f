/** Every page, from its head: colours at once, the frame when the page is read. */

import { atFloor } from "../page/floor.ts";
import { paint, upgradeFrame } from "../page/frame.ts";

if (atFloor()) {
  document.documentElement.classList.add("js");
  paint();
  addEventListener("DOMContentLoaded", upgradeFrame);
}

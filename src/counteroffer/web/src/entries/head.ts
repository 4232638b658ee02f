/** Every page, from its head, before anything is painted: the way out first, then the colours. */

import "../page/exit.ts";
import { paint, storedMode } from "../page/colours.ts";
import { atFloor } from "../page/floor.ts";

if (atFloor()) {
  document.documentElement.classList.add("js");
  paint(storedMode());
}

/** Say so, as soon as this browser does not keep what is done on the page. */

import { region, say } from "../page/dom.ts";
import { device, onChange } from "./device.ts";
import { keepingWords } from "../words/words.ts";

export function watchKeeping(first: HTMLElement | undefined): void {
  if (!first) return;
  const live = region("co-unkept");
  const look = () => (device.kept() ? live.replaceChildren() : say(live, keepingWords().unkept));
  first.before(live);
  look();
  onChange(look);
}

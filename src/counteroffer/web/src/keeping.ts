/** Say so, as soon as this browser does not keep what is done on the page. */

import { region, say } from "./dom.ts";
import { device, onChange } from "./record.ts";
import { keepingWords } from "./words.ts";

export function watchKeeping(first: HTMLElement | undefined): void {
  if (!first) return;
  const live = region("co-unkept");
  const look = () => (device.kept() ? live.replaceChildren() : say(live, keepingWords().unkept));
  first.before(live);
  look();
  onChange(look);
}

/** Reading without a trace: the switch, as it stands on My progress and on the welcome page. */

import { button, make } from "../page/dom.ts";
import { keepsApart } from "./keeping.ts";
import { isTraceless, readTraceless } from "./place.ts";
import { traceWords } from "../words/learning-words.ts";

/** Every view of the page begins anew, with another record. */
export const anew = (done: boolean): void => void (done && location.reload());

export function traceSwitch(): HTMLElement[] {
  const text = traceWords();
  // Where each page keeps its own, the tab's storage is a page's own too, and the switch would turn that page alone.
  if (keepsApart.known) return [make("p", {}, text.apart)];
  const on = isTraceless();
  const turn = button(on ? text.withTrace : text.withoutTrace, () => anew(readTraceless(!on)));
  return [make("p", {}, on ? text.traceless : text.traceNote), make("p", { class: "co-actions" }, turn)];
}

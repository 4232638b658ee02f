/** What the page of a unit has: a note, the statement that it was read, and on the first one the offer to leave no trace. */

import { make, one } from "./dom.ts";
import { noteBox } from "./notes.ts";
import { device } from "../record/here.ts";
import { keepsApart, watchKeeping } from "../record/keeping.ts";
import { read } from "../record/deeds.ts";
import { isRead } from "../record/standing.ts";
import { traceSwitch } from "../record/trace.ts";

const unitHere = () => one(document, ".co-unit[data-unit]")?.dataset.unit;

/** A place for the learner's own words, at the end of each unit. */
function offerNote(): void {
  const unit = unitHere();
  if (!unit) return;
  const box = noteBox(device, unit);
  one(document, "article")?.append(box);
  if (!one(document, "[data-co]")) watchKeeping(box);
}

/** A unit counts as read when its end came into view. */
function watchReading(): void {
  const unit = unitHere();
  const article = one(document, "article") ?? one(document, "main");
  if (!unit || !article || isRead(device.statements(), unit)) return;
  const end = make("div", { class: "co-end", "aria-hidden": "true" });
  article.append(end);
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    if (!isRead(device.statements(), unit)) device.save([read(unit)]);
  });
  observer.observe(end);
}

/** Where the text of a page offers to read without a trace. */
function offerTrace(): void {
  const offer = () => one(document, ".co-trace")?.replaceChildren(...traceSwitch());
  offer();
  keepsApart.tell(offer);
}

export const UNIT = [offerNote, watchReading, offerTrace];

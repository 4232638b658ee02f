/** On every page: marks in the sidebar, and the statement that a unit was read. */

import { addressOf, course } from "./course.ts";
import { all, make, one, unseen } from "./dom.ts";
import { noteBox } from "./notes.ts";
import { device, onChange } from "../record/device.ts";
import { isRead, standing } from "../record/standing.ts";
import { read } from "../record/deeds.ts";
import { progressWords } from "../words/learning-words.ts";

function markSidebar(): () => void {
  const units = Object.entries(course().units);
  const links = all<HTMLAnchorElement>(document, ".bd-sidebar-primary nav a").flatMap((link) => {
    const found = units.find(([, unit]) => addressOf(unit.url).pathname === link.pathname);
    return found && !link.hash ? [{ link, id: found[0], items: found[1].items ?? 0 }] : [];
  });
  return () => {
    const statements = device.statements();
    for (const { link, id, items } of links) {
      one(link, ".co-progress")?.remove();
      const state = standing(statements, id, items);
      if (!state) continue;
      const word = unseen(` (${progressWords()[state]})`);
      link.append(make("span", { class: "co-progress", "data-state": state }, word));
    }
  };
}

/** A place for the learner's own words, at the end of each unit. */
function offerNote(): void {
  const unit = one(document, ".co-unit[data-unit]")?.dataset.unit;
  if (unit) one(document, "article")?.append(noteBox(device, unit));
}

/** A unit counts as read when its end came into view. */
function watchReading(): void {
  const unit = one(document, ".co-unit[data-unit]")?.dataset.unit;
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

/** The first script of a page does this, whichever others stand there. */
export function startProgress(): void {
  if ("started" in document.documentElement.dataset) return;
  document.documentElement.dataset.started = "";
  for (const part of [offerNote, watchReading, keepSidebar]) {
    try {
      part();
    } catch (error) {
      console.error(error);
    }
  }
}

function keepSidebar(): void {
  const mark = markSidebar();
  mark();
  onChange(mark);
}

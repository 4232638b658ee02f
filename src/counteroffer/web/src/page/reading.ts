/** Marks of progress in the sidebar, which follow the record. */

import { addressOf, course } from "./course.ts";
import { all, make, one, unseen } from "./dom.ts";
import { device } from "../record/here.ts";
import { standing } from "../record/standing.ts";
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

export function keepSidebar(): void {
  const mark = markSidebar();
  mark();
  device.onChange(({ log, all: any }) => (log || any) && mark());
}

/**
 * How far each objective is mastered.
 *
 * The rule, which the page states: an objective is mastered when at least two of its practice items
 * (or its only one) were answered and the last marks of those answered come to 80 % or more.
 */

import { practiceItems } from "../practice/bank.ts";
import type { Bank } from "../practice/bank.ts";
import { isWhole } from "../item/points.ts";
import { compare, mean } from "./fraction.ts";
import type { Points } from "../item/points.ts";
import type { Mark } from "./marks.ts";

export const MASTERED: Points = [4, 5];
export const ENOUGH = 2;

export interface ObjectiveStanding {
  objective: string;
  state: "untried" | "practised" | "mastered";
  answered: number;
  items: number;
  /** The mean of the last marks; nothing while nothing is answered. */
  score: Points;
  /** Where to go again: the sections behind the weakest answers, else the units that teach it. */
  revisit: string[];
}

export function mastery(bank: Bank, last: ReadonlyMap<string, Mark>): ObjectiveStanding[] {
  const items = practiceItems(bank);
  return Object.entries(bank.objectives).map(([objective]) => {
    const own = items.filter(([, item]) => item.objectives.includes(objective));
    const answered = own.flatMap(([id, item]) => {
      const mark = last.get(id);
      return mark ? [{ url: item.url, score: mark.score }] : [];
    });
    const score = mean(answered.map((one) => one.score));
    const enough = own.length > 0 && answered.length >= Math.min(ENOUGH, own.length);
    const state =
      enough && compare(score, MASTERED) >= 0 ? "mastered" : answered.length ? "practised" : "untried";
    const weakest = answered.filter((one) => !isWhole(one.score)).sort((a, b) => compare(a.score, b.score));
    const revisit = state === "mastered" ? [] : [...new Set(weakest.map(({ url }) => url))].slice(0, 2);
    return { objective, state, answered: answered.length, items: own.length, score, revisit };
  });
}

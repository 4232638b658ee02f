/**
 * When an objective is due again: Leitner's boxes (S. Leitner, So lernt man lernen, 1972).
 *
 * A right answer to any item of an objective moves it up one box, one box a day at most. An answer that earns two thirds
 * or more (one swapped pair of an order) leaves it where it is. Any other moves it back to the first. An objective is
 * due on the day when its box's interval has passed since the day of its last answer, days being those of the
 * device's calendar. What comes back is another item (Butler et al. 2017: what is practised with varied questions
 * carries over to new ones). The boxes are read from the answers, so nothing more is kept.
 * No library: those at hand schedule by FSRS, whose parameters are fitted to flash cards with four grades,
 * and a learner could not check by hand why a question came back.
 */

import { isWhole } from "../item/points.ts";
import type { Points } from "../item/points.ts";
import { compare } from "../record/fraction.ts";
import type { Mark } from "../record/marks.ts";

/** Days until an objective in each box is due. */
export const INTERVALS = [1, 3, 7, 14, 30];
/** What leaves an objective in its box. */
const NEARLY: Points = [2, 3];
const DAY = 24 * 60 * 60 * 1000;

export interface Card {
  objective: string;
  /** 1 to 5. */
  box: number;
  /** A day, counted as dayOf does. */
  due: number;
  /** The item of this objective that was answered last. */
  last: string;
}

/** The day of the device's calendar, as a number that goes up by one at each midnight. */
export function dayOf(time: number): number {
  const date = new Date(time);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY);
}

/** Noon of such a day, to be shown as a date. */
export function dateOf(day: number): Date {
  const date = new Date(day * DAY);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
}

/**
 * The card of every objective of which an item was answered, as they stand today. A time that lies ahead of today was
 * written by a clock that was wrong: such an objective is due now, rather than in the year that the clock had.
 */
export function cards(
  marks: Mark[],
  today: number,
  objectivesOf: (item: string) => readonly string[],
): Card[] {
  const found = new Map<string, Card & { moved: number }>();
  for (const { item, score, at } of marks) {
    const day = dayOf(at);
    for (const objective of objectivesOf(item)) {
      const before = found.get(objective);
      const up = Math.min((before?.box ?? 0) + (before?.moved === day ? 0 : 1), INTERVALS.length);
      const box = isWhole(score) ? up : compare(score, NEARLY) >= 0 ? (before?.box ?? 1) : 1;
      const due = day > today ? today : day + INTERVALS[box - 1]!;
      found.set(objective, { objective, box, moved: day, due, last: item });
    }
  }
  return [...found.values()].map(({ objective, box, due, last }) => ({ objective, box, due, last }));
}

/**
 * Up to `number` items on what is due `today`: lowest box first, longest due first, neighbours from different outcomes
 * while there are any. Of an objective's items comes the one whose answer lies farthest back, and not the last one
 * where there is another. `itemsOf` gives those that may come, `marks` are all answers in order.
 */
export function dueItems(
  all: Card[],
  today: number,
  number: number,
  itemsOf: (objective: string) => string[],
  marks: readonly Mark[],
): string[] {
  const answered = new Map(marks.map(({ item }, place) => [item, place]));
  const ago = (item: string) => answered.get(item) ?? -1;
  const left = all.filter(({ due }) => due <= today).sort((a, b) => a.box - b.box || a.due - b.due);
  const drawn: string[] = [];
  let outcome = "";
  while (drawn.length < number && left.length) {
    const other = left.findIndex(({ objective }) => outcomeOf(objective) !== outcome);
    const [card] = left.splice(Math.max(0, other), 1);
    const free = itemsOf(card!.objective).filter((item) => !drawn.includes(item));
    const others = free.filter((item) => item !== card!.last);
    const [item] = (others.length ? others : free).sort((a, b) => ago(a) - ago(b));
    if (item === undefined) continue;
    drawn.push(item);
    outcome = outcomeOf(card!.objective);
  }
  return drawn;
}

const outcomeOf = (objective: string) => objective.split(".")[0]!;

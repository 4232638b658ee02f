/**
 * When an item is due again: Leitner's boxes (S. Leitner, So lernt man lernen, 1972).
 *
 * A right answer moves an item up one box, one box a day at most; any other moves it back to the first. An item is
 * due on the day when its box's interval has passed since the day of its last answer, days being those of the
 * device's calendar. The boxes are read from the answers, so nothing more is kept.
 * No library: those at hand schedule by FSRS, whose parameters are fitted to flash cards with four grades,
 * and a learner could not check by hand why an item came back.
 */

import { isWhole } from "../item/points.ts";
import type { Mark } from "../record/marks.ts";

/** Days until an item in each box is due. */
export const INTERVALS = [1, 3, 7, 14, 30];
const DAY = 24 * 60 * 60 * 1000;

export interface Card {
  item: string;
  /** 1 to 5. */
  box: number;
  /** A day, counted as dayOf does. */
  due: number;
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
 * The card of every item that was ever answered, as they stand today. A time that lies ahead of today was written
 * by a clock that was wrong: such an item is due now, rather than in the year that the clock had.
 */
export function cards(marks: Mark[], today: number): Card[] {
  const found = new Map<string, Card & { moved: number }>();
  for (const { item, score, at } of marks) {
    const day = dayOf(at);
    const before = found.get(item);
    const again = before?.moved === day;
    const up = Math.min((before?.box ?? 0) + (again ? 0 : 1), INTERVALS.length);
    const box = isWhole(score) ? up : 1;
    found.set(item, { item, box, moved: day, due: day > today ? today : day + INTERVALS[box - 1]! });
  }
  return [...found.values()].map(({ item, box, due }) => ({ item, box, due }));
}

/** Up to `number` items that are due `today`: lowest box first, longest due first, and no unit twice while others are due. */
export function dueItems(
  all: Card[],
  today: number,
  number: number,
  unitOf: (item: string) => string | undefined,
): string[] {
  const due = all
    .filter((card) => card.due <= today && unitOf(card.item) !== undefined)
    .sort((a, b) => a.box - b.box || a.due - b.due);
  const units = new Set<string>();
  const first = due.filter(({ item }) => {
    const unit = unitOf(item)!;
    return !units.has(unit) && units.add(unit);
  });
  return [...new Set([...first, ...due])].slice(0, number).map(({ item }) => item);
}

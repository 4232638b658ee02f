/**
 * When an item is due again: Leitner's boxes (S. Leitner, So lernt man lernen, 1972).
 *
 * A right answer moves an item up one box, any other back to the first. An item is due when its box's
 * interval has passed since its last answer. The boxes are read from the answers, so nothing more is kept.
 * No library: those at hand schedule by FSRS, whose parameters are fitted to flash cards with four grades,
 * and a learner could not check by hand why an item came back.
 */

import type { Mark } from "../record/marks.ts";

/** Days until an item in each box is due. */
export const INTERVALS = [1, 3, 7, 14, 30];
const DAY = 24 * 60 * 60 * 1000;

export interface Card {
  item: string;
  /** 1 to 5. */
  box: number;
  /** Milliseconds since 1970. */
  due: number;
}

/** The card of every item that was ever answered. */
export function cards(marks: Mark[]): Card[] {
  const found = new Map<string, Card>();
  for (const { item, score, at } of marks) {
    const before = found.get(item)?.box ?? 0;
    const box = score === 1 ? Math.min(before + 1, INTERVALS.length) : 1;
    found.set(item, { item, box, due: at + INTERVALS[box - 1]! * DAY });
  }
  return [...found.values()];
}

/** Up to `number` items that are due at `now`: lowest box first, longest due first, and no unit twice while others are due. */
export function dueItems(
  all: Card[],
  now: number,
  number: number,
  unitOf: (item: string) => string | undefined,
): string[] {
  const due = all
    .filter((card) => card.due <= now && unitOf(card.item) !== undefined)
    .sort((a, b) => a.box - b.box || a.due - b.due);
  const units = new Set<string>();
  const first = due.filter(({ item }) => {
    const unit = unitOf(item)!;
    return !units.has(unit) && units.add(unit);
  });
  return [...new Set([...first, ...due])].slice(0, number).map(({ item }) => item);
}

/** What the record does with marks, which are pairs of integers (see points.ts): compared exactly, rounded only to be read. */

import { NOTHING, points, sum } from "../item/points.ts";
import type { Points } from "../item/points.ts";

export const isPoints = (value: unknown): value is Points =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every(Number.isSafeInteger) &&
  value[1] > 0 &&
  value[0] >= 0 &&
  value[0] <= value[1];

/** Below 0 where `one` is less than `other`, 0 where they are equal. */
export const compare = (one: Points, other: Points): number => one[0] * other[1] - other[0] * one[1];

/** The mean of some marks; nothing for none. */
export function mean(marks: readonly Points[]): Points {
  const [earned, of] = sum(marks);
  return marks.length ? points(earned, of * marks.length) : NOTHING;
}

/** The fraction that a decimal was written for, or that a division had left. */
export function nearest(share: number): Points {
  for (let of = 1; of <= 120; of++) {
    const earned = Math.round(share * of);
    if (Math.abs(earned / of - share) < 1e-9) return points(earned, of);
  }
  return points(Math.round(share * 1e6), 1e6);
}

/** Whole percents, never more than was earned: 74.9 % does not read as 75. */
export const percent = ([earned, of]: Points): number => Math.floor((100 * earned) / of);

/** Whether a mark comes to a share that was written as a decimal, such as 0.75. */
export const reaches = (mark: Points, share: number): boolean => compare(mark, nearest(share)) >= 0;

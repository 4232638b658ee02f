/**
 * What held: answers that came a week or more after the one before on the same objective.
 *
 * A right answer an hour after reading shows that it was read; one after a week shows that it stayed
 * (Soderstrom and Bjork 2015: performance while learning is a poor guide to what is kept).
 */

import { dayOf } from "../practice/leitner.ts";
import type { Points } from "../item/points.ts";
import { mean } from "./fraction.ts";
import type { Mark } from "./marks.ts";

export const WEEK = 7;

export interface Held {
  /** How many answers came so late. */
  answers: number;
  /** The mean of their marks. */
  score: Points;
}

/** By objective; one that nobody came back to after a week has none. `marks` in their order. */
export function held(
  marks: readonly Mark[],
  objectivesOf: (item: string) => readonly string[],
): Map<string, Held> {
  const before = new Map<string, number>();
  const late = new Map<string, Points[]>();
  for (const { item, score, at } of marks) {
    const day = dayOf(at);
    for (const objective of objectivesOf(item)) {
      const last = before.get(objective);
      if (last !== undefined && day - last >= WEEK)
        late.set(objective, [...(late.get(objective) ?? []), score]);
      before.set(objective, day);
    }
  }
  return new Map(
    [...late].map(([objective, scores]) => [objective, { answers: scores.length, score: mean(scores) }]),
  );
}

/** Marks of tests: an item, its score, the day. */

import { nearest } from "../record/fraction.ts";
import type { Mark } from "../record/marks.ts";

/** Noon of a day, by this device's calendar. */
export const noon = (day: number) => new Date(2026, 0, 1 + day, 12).getTime();
export const mark = (item: string, score: number, day: number, sure?: number): Mark => ({
  item,
  sheet: "urn:counteroffer:check:demo",
  score: nearest(score),
  at: noon(day),
  edition: "",
  ...(sure !== undefined && { sure }),
});

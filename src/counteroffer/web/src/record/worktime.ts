/** Time at work, reckoned from when things were done: gaps of more than a quarter of an hour are breaks. */

import { times } from "./marks.ts";
import { placeOf } from "./statements.ts";
import type { Statement } from "./statements.ts";

export const BREAK = 15 * 60 * 1000;

/** Milliseconds. A lower bound: reading that ended in nothing done is not seen. */
export function workTime(statements: readonly Statement[]): number {
  const at = times(statements);
  const last = new Map<string, number>();
  return statements.reduce((sum, one, place) => {
    const device = placeOf(one)?.device ?? "";
    const gap = at[place]! - (last.get(device) ?? -Infinity);
    last.set(device, at[place]!);
    return sum + (gap >= 0 && gap <= BREAK ? gap : 0);
  }, 0);
}

/** Days (of this device's calendar) on which something was done. */
export const workDays = (statements: readonly Statement[]): number =>
  new Set(times(statements).map((time) => new Date(time).toDateString())).size;

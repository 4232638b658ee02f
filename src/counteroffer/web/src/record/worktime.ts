/** Time at work, reckoned from when things were done: gaps of more than a quarter of an hour are breaks. */

import type { Statement } from "./statements.ts";

export const BREAK = 15 * 60 * 1000;

/** Milliseconds. A lower bound: reading that ended in nothing done is not seen. */
export function workTime(statements: Statement[]): number {
  const times = statements
    .map(({ timestamp }) => Date.parse(timestamp))
    .filter((time) => !Number.isNaN(time))
    .sort((a, b) => a - b);
  return times.reduce((sum, time, place) => {
    const gap = place ? time - times[place - 1]! : 0;
    return sum + (gap <= BREAK ? gap : 0);
  }, 0);
}

/** Days (of this device's calendar) on which something was done. */
export const workDays = (statements: Statement[]): number =>
  new Set(
    statements
      .map(({ timestamp }) => new Date(timestamp))
      .filter((date) => !Number.isNaN(date.getTime()))
      .map((date) => date.toDateString()),
  ).size;

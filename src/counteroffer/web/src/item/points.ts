/** Marks as exact fractions: pairs of integers, in lowest terms. Python's `marking.py` holds the definition of what an answer earns. */

import type { Response } from "./respond.ts";

export type Points = readonly [earned: number, of: number];

/** What marking knows of an item: its key, and what its kind adds (see `Scheme` in items.py). */
export interface Scheme<R extends Response = Response> {
  key: R;
  /** What the best thoughtless answer gets right. */
  floor: Points;
  /** How many options there are to tick. */
  options?: number;
  /** By how many steps a rating may differ and cost nothing. */
  slack?: Record<string, number>;
}

export const NOTHING: Points = [0, 1];

const divisor = (one: number, other: number): number => (other ? divisor(other, one % other) : Math.abs(one));

export function points(earned: number, of: number): Points {
  const common = divisor(earned, of) || 1;
  return [earned / common, of / common];
}

/** (raw − floor) ÷ (1 − floor), and never below 0. */
export const aboveFloor = ([right, of]: Points, [floor, whole]: Points): Points =>
  points(Math.max(0, right * whole - floor * of), of * (whole - floor));

export const sum = (all: readonly Points[]): Points =>
  all.reduce(([a, b], [c, d]) => points(a * d + c * b, b * d), NOTHING);

export const isWhole = ([earned, of]: Points): boolean => earned === of;
export const isSome = ([earned]: Points): boolean => earned > 0;

/** As a number from 0 to 1, for showing; comparisons are made on integers. */
export const asShare = ([earned, of]: Points): number => earned / of;

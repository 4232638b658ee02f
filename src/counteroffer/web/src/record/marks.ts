/** Every mark that an answer earned, on whatever sheet the item stood: a check, a review, an examination. */

import { isPoints, nearest } from "./fraction.ts";
import type { Points } from "../item/points.ts";
import { did, editionOf, placeOf, SURE } from "./statements.ts";
import type { Score, Statement } from "./statements.ts";
import { isShare } from "./valid.ts";

export interface Mark {
  item: string;
  /** The activity that the item was part of. */
  sheet: string;
  score: Points;
  /** Milliseconds since 1970, as far as the device's clock can be believed (see times). */
  at: number;
  /** How sure the learner was, from 0 to 1, where that was asked. */
  sure?: number;
  /** The edition of the item that was answered. */
  edition: string;
}

/** In the order in which they were earned. A statement whose result makes no sense (a record edited by hand) earns none. */
export function marks(statements: readonly Statement[]): Mark[] {
  const at = times(statements);
  return statements.flatMap((statement, place): Mark[] => {
    const [sheet, item] = statement.object.id.split(":item:");
    const score = markOf(statement.result?.score);
    if (!did(statement, "answered") || !sheet || !item || !score) return [];
    const sure = statement.result?.extensions?.[SURE];
    return [
      { item, sheet, score, at: at[place]!, edition: editionOf(statement), ...(isShare(sure) && { sure }) },
    ];
  });
}

/** Exact where it was kept exactly; version 1 kept what a division had left. */
export function markOf(score: Score | undefined): Points | undefined {
  if (!score || !isShare(score.scaled)) return undefined;
  const exact = [score.raw, score.max];
  return isPoints(exact) ? exact : nearest(score.scaled);
}

/**
 * When each was done, in milliseconds. The log's order is sure and the clock is not: what a device did before
 * something else cannot have been done after it, so a time that runs ahead is taken back to the next one.
 */
export function times(statements: readonly Statement[]): number[] {
  const next = new Map<string, number>();
  const found = new Array<number>(statements.length);
  for (let place = statements.length - 1; place >= 0; place--) {
    const one = statements[place]!;
    const device = placeOf(one)?.device ?? "";
    found[place] = Math.min(Date.parse(one.timestamp), next.get(device) ?? Infinity);
    next.set(device, found[place]!);
  }
  return found;
}

/** The last mark of each item. */
export const lastMarks = (all: Mark[]): Map<string, Mark> => new Map(all.map((mark) => [mark.item, mark]));

/** Those that answer the edition of an item that the course has now; older ones are history. */
export const present = (all: Mark[], edition: (item: string) => string): Mark[] =>
  all.filter((mark) => mark.edition === edition(mark.item));

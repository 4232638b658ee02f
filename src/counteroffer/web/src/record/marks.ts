/** Every mark that an answer earned, on whatever sheet the item stood: a check, a review, an examination. */

import { did, SURE } from "./statements.ts";
import type { Statement } from "./statements.ts";

export interface Mark {
  item: string;
  /** The activity that the item was part of. */
  sheet: string;
  /** From 0 to 1. */
  score: number;
  /** Milliseconds since 1970. */
  at: number;
  /** How sure the learner was, from 0 to 1, where that was asked. */
  sure?: number;
}

/** In the order in which they were earned. A statement whose result makes no sense (a record edited by hand) earns none. */
export function marks(statements: Statement[]): Mark[] {
  return statements.flatMap((statement): Mark[] => {
    const [sheet, item] = statement.object.id.split(":item:");
    const score = statement.result?.score?.scaled;
    const at = Date.parse(statement.timestamp);
    if (!did(statement, "answered") || !sheet || !item || !isShare(score) || Number.isNaN(at)) return [];
    const sure = statement.result?.extensions?.[SURE];
    return [{ item, sheet, score, at, ...(isShare(sure) && { sure }) }];
  });
}

const isShare = (value: unknown): value is number => typeof value === "number" && value >= 0 && value <= 1;

/** The last mark of each item. */
export const lastMarks = (all: Mark[]): Map<string, Mark> => new Map(all.map((mark) => [mark.item, mark]));

/** Practice examinations, read from the statements: the one under way, and those handed in. */

import { markOf } from "../record/marks.ts";
import { NOTHING } from "../item/points.ts";
import type { Points } from "../item/points.ts";
import { attempt, did, FORM, ids, OUTCOMES } from "../record/statements.ts";
import type { Marks, Statement } from "../record/statements.ts";

export const EXAM = ids.exam("practice");

export interface Exam {
  /** When it was handed in, as a timestamp. */
  at: string;
  score: Points;
  passed: boolean;
  /** Seconds at work. */
  seconds: number;
  outcomes: Marks;
}

/** Those handed in, each sitting once. */
export function exams(statements: readonly Statement[]): Exam[] {
  const sittings = new Set<string>();
  return statements
    .filter((one) => did(one, "completed") && one.object.id === EXAM)
    .filter(({ id, context }) => {
      const sitting = context?.registration ?? id;
      return !sittings.has(sitting) && sittings.add(sitting);
    })
    .map(({ timestamp, result }) => ({
      at: timestamp,
      score: markOf(result?.score) ?? NOTHING,
      passed: result?.success === true,
      seconds: Number(/^PT(\d{1,9})S$/.exec(result?.duration ?? "")?.[1] ?? 0),
      outcomes: (result?.extensions?.[OUTCOMES] ?? {}) as Marks,
    }));
}

function drawn(statements: readonly Statement[], sheet: string): Statement | undefined {
  const all = statements.filter((one) => did(one, "initialized") && one.object.id === sheet);
  return all[all.length - 1];
}

/** The items of the form that a sheet was last drawn with. */
export function formOf(statements: readonly Statement[], sheet: string): string[] {
  const form = drawn(statements, sheet)?.result?.extensions?.[FORM];
  return Array.isArray(form) ? form.map(String) : [];
}

/** The sitting for which that form was drawn; in records of version 1 the statement itself stands for it. */
export function sittingOf(statements: readonly Statement[], sheet: string): string | undefined {
  const one = drawn(statements, sheet);
  return one?.context?.registration ?? one?.id;
}

export const isHandedIn = (statements: readonly Statement[]): boolean =>
  attempt(statements, EXAM).some((one) => did(one, "completed") && one.object.id === EXAM);

/** Marks of an outcome, by item, to one decimal and never more than was earned. */
export const byItem = ([earned, of, items = of]: Marks[string]): [earned: number, of: number] => [
  of ? Math.floor((earned * items * 10) / of) / 10 : 0,
  items,
];

/** Practice examinations, read from the statements: the one under way, and those handed in. */

import { attempt, did, FORM, ids, OUTCOMES } from "../record/statements.ts";
import type { Marks, Statement } from "../record/statements.ts";

export const EXAM = ids.exam("practice");

export interface Exam {
  /** When it was handed in, as a timestamp. */
  at: string;
  /** From 0 to 1. */
  score: number;
  passed: boolean;
  /** Seconds at work. */
  seconds: number;
  outcomes: Marks;
}

export const exams = (statements: Statement[]): Exam[] =>
  statements
    .filter((statement) => did(statement, "completed") && statement.object.id === EXAM)
    .map(({ timestamp, result }) => ({
      at: timestamp,
      score: result?.score?.scaled ?? 0,
      passed: result?.success === true,
      seconds: Number(/^PT(\d+)S$/.exec(result?.duration ?? "")?.[1] ?? 0),
      outcomes: (result?.extensions?.[OUTCOMES] ?? {}) as Marks,
    }));

/** The items of the form that a sheet was last drawn with. */
export function formOf(statements: Statement[], sheet: string): string[] {
  const drawn = statements.filter((one) => did(one, "initialized") && one.object.id === sheet);
  const form = drawn[drawn.length - 1]?.result?.extensions?.[FORM];
  return Array.isArray(form) ? form.map(String) : [];
}

export const isHandedIn = (statements: Statement[]): boolean =>
  attempt(statements, EXAM).some((statement) => did(statement, "completed"));

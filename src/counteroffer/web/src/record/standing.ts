/** Where a learner stands in a unit, read from the statements. */

import { answers, attempt, did, ids } from "./statements.ts";
import type { Statement } from "./statements.ts";

export type Standing = "read" | "started" | "done";

export const isRead = (statements: Statement[], unit: string): boolean =>
  statements.some((statement) => did(statement, "experienced") && statement.object.id === ids.unit(unit));

/** Items answered in the present attempt, with the mean of their scores. */
export function checkStanding(statements: Statement[], check: string): { answered: number; score: number } {
  const given = [...answers(attempt(statements, ids.check(check)), ids.check(check)).values()];
  const total = given.reduce((sum, { result }) => sum + (result?.score?.scaled ?? 0), 0);
  return { answered: given.length, score: given.length ? total / given.length : 0 };
}

/** A unit is done when it was read and each item was answered once, whatever was started again since. */
export function standing(statements: Statement[], unit: string, items: number): Standing | undefined {
  const answered = answers(statements, ids.check(unit)).size;
  if (isRead(statements, unit)) return answered >= items ? "done" : "read";
  return answered ? "started" : undefined;
}

/** Where a learner stands in a unit, read from the statements. */

import { NOTHING } from "../item/points.ts";
import { mean } from "./fraction.ts";
import type { Points } from "../item/points.ts";
import { markOf } from "./marks.ts";
import { answers, attempt, did, ids } from "./statements.ts";
import type { Statement } from "./statements.ts";

export type Standing = "read" | "started" | "done";

export const isRead = (statements: readonly Statement[], unit: string): boolean =>
  statements.some((statement) => did(statement, "experienced") && statement.object.id === ids.unit(unit));

/** Items answered in the present attempt, with the mean of their scores. */
export function checkStanding(
  statements: readonly Statement[],
  check: string,
): { answered: number; score: Points } {
  const given = [...answers(attempt(statements, ids.check(check)), ids.check(check)).values()];
  return { answered: given.length, score: mean(given.map(({ result }) => markOf(result?.score) ?? NOTHING)) };
}

/** A unit is done when it was read and each item was answered once, whatever was started again since. */
export function standing(
  statements: readonly Statement[],
  unit: string,
  items: number,
): Standing | undefined {
  const answered = answers(statements, ids.check(unit)).size;
  if (isRead(statements, unit)) return answered >= items ? "done" : "read";
  return answered ? "started" : undefined;
}

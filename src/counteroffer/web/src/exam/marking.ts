/** A form is marked: every answer a statement, and the whole as exact marks, by outcome too. */

import * as deeds from "../record/deeds.ts";
import { mean, reaches } from "../record/fraction.ts";
import type { Deed, Marks } from "../record/statements.ts";
import type { ItemFace } from "../item/item.ts";
import { NOTHING, sum } from "../item/points.ts";
import type { Points } from "../item/points.ts";
import type { Response } from "../item/respond.ts";
import { bank } from "../practice/bank.ts";
import type { Blueprint } from "../practice/bank.ts";
import { EXAM } from "./practice-exams.ts";

export interface Marked {
  made: Deed[];
  mark: Points;
  passed: boolean;
  marks: Marks;
}

/** `given` are the responses in the order of the items; an item without one earns nothing. */
export function markForm(
  items: ItemFace[],
  given: (Response | undefined)[],
  blueprint: Blueprint,
  sitting: string,
): Marked {
  const byOutcome = new Map<string, Points[]>();
  const all: Points[] = [];
  const made = items.flatMap((item, at) => {
    const response = given[at];
    const mark = response === undefined ? NOTHING : item.score(response);
    const outcome = bank().items[item.id]?.outcome ?? "";
    byOutcome.set(outcome, [...(byOutcome.get(outcome) ?? []), mark]);
    all.push(mark);
    if (response === undefined) return [];
    const { edition } = item;
    const { interaction } = item.player;
    return [deeds.answered(EXAM, item.id, { response, mark, interaction, edition }, sitting)];
  });
  return {
    made,
    mark: mean(all),
    passed: reaches(mean(all), blueprint.pass_mark),
    marks: Object.fromEntries(
      [...byOutcome].map(([outcome, marks]) => {
        const [earned, of] = sum(marks);
        return [outcome, [earned, of * marks.length, marks.length] as const];
      }),
    ),
  };
}

/** Which of the forms that came with the book to sit, and what answers at random would earn on it. Forms are assembled in Python. */

import { asShare, sum } from "../item/points.ts";
import { mixer } from "../item/shuffle.ts";
import type { Bank } from "../practice/bank.ts";
import { did, FORM } from "../record/statements.ts";
import type { Statement } from "../record/statements.ts";

export function forms({ forms: places, items }: Bank): string[][] {
  const ids = Object.keys(items).sort();
  return places.map((form) => form.flatMap((place) => ids[place] ?? []));
}

/** How often each item was met: answered on any sheet, or standing on a form that was drawn. */
export function timesSeen(statements: readonly Statement[]): Map<string, number> {
  const seen = new Map<string, number>();
  for (const statement of statements) {
    const form = did(statement, "initialized") && statement.result?.extensions?.[FORM];
    const [, item] = did(statement, "answered") ? statement.object.id.split(":item:") : [];
    for (const id of item ? [item] : Array.isArray(form) ? form.map(String) : [])
      seen.set(id, (seen.get(id) ?? 0) + 1);
  }
  return seen;
}

/** The form whose items were met least often; the seed decides among equals, so that learners begin with different ones. */
export function freshForm(all: string[][], seen: ReadonlyMap<string, number>, seed: string): string[] {
  const times = (form: string[]) => form.reduce((total, id) => total + (seen.get(id) ?? 0), 0);
  return (
    mixer(seed)(all).reduce<string[] | undefined>(
      (best, form) => (best && times(best) <= times(form) ? best : form),
      undefined,
    ) ?? []
  );
}

/** Whole percents that answers at random can expect. */
export function byChance(form: string[], { items }: Bank): number {
  const chances = form.flatMap((id) => (items[id] ? [items[id].chance] : []));
  return chances.length ? Math.round((100 * asShare(sum(chances))) / chances.length) : 0;
}

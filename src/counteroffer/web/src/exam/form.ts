/** Draw a form of the practice examination by the blueprint, from practice items alone. */

import { practiceItems } from "../practice/bank.ts";
import type { Bank, Blueprint, ItemFacts } from "../practice/bank.ts";
import { mixer } from "../item/shuffle.ts";

type Entry = [id: string, facts: ItemFacts];

/**
 * The ids of the form's items in order: single items mixed, then the set on one situation.
 * Items in `lately` are drawn only when others do not suffice; units take turns.
 */
export function drawForm(
  bank: Bank,
  blueprint: Blueprint,
  seed: string,
  lately: ReadonlySet<string>,
): string[] {
  const mix = mixer(seed);
  const all = mix(practiceItems(bank));
  const sets = all.filter(([, { check }]) => bank.checks[check]?.set);
  const set = drawSet(bank, blueprint, sets, lately);
  const stock = all.filter(([, { check }]) => !bank.checks[check]?.set);
  const used = new Map<string, number>();
  const drawn: Entry[] = [];
  for (const [outcome, wanted] of Object.entries(blueprint.outcomes)) {
    const inSet = set.filter(([, facts]) => facts.outcome === outcome).length;
    const own = stock.filter(([, facts]) => facts.outcome === outcome);
    for (let left = wanted - inSet; left > 0 && own.length; left--) {
      const rank = ([id, { unit }]: Entry) => (used.get(unit) ?? 0) + (lately.has(id) ? 100 : 0);
      const best = own.reduce((a, b) => (rank(b) < rank(a) ? b : a));
      own.splice(own.indexOf(best), 1);
      used.set(best[1].unit, (used.get(best[1].unit) ?? 0) + 1);
      drawn.push(best);
    }
  }
  raiseLevel(drawn, stock, blueprint.apply_or_analyse - set.filter(([, facts]) => facts.beyond).length);
  return [...mix(drawn), ...set].map(([id]) => id);
}

/** A whole set of the size that the blueprint asks for, in its own order; rather one that was not seen lately. */
function drawSet(bank: Bank, blueprint: Blueprint, mixed: Entry[], lately: ReadonlySet<string>): Entry[] {
  if (!blueprint.set_items) return [];
  const names = [...new Set(mixed.map(([, { check }]) => check))];
  const seen = (name: string) => mixed.some(([id, { check }]) => check === name && lately.has(id));
  const wholes = [...names.filter((name) => !seen(name)), ...names.filter(seen)].map((name) =>
    practiceItems(bank).filter(([, { check }]) => check === name),
  );
  const fits = (own: Entry[]) =>
    own.length === blueprint.set_items &&
    Object.entries(blueprint.outcomes).every(
      ([outcome, most]) => own.filter(([, facts]) => facts.outcome === outcome).length <= most,
    );
  return wholes.find(fits) ?? [];
}

/** Change items that ask only for knowing against others of their outcome, until enough ask for more. */
function raiseLevel(drawn: Entry[], stock: Entry[], wanted: number): void {
  let lacking = wanted - drawn.filter(([, facts]) => facts.beyond).length;
  for (let place = 0; place < drawn.length && lacking > 0; place++) {
    const [, facts] = drawn[place]!;
    const better = stock.find(
      (other) => other[1].beyond && other[1].outcome === facts.outcome && !drawn.includes(other),
    );
    if (facts.beyond || !better) continue;
    drawn[place] = better;
    lacking -= 1;
  }
}

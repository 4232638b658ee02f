/** Records of version 1 (to November 2026): read as history, which lies before everything that this version recorded. Their order is that of the file, since the clock was trusted for no more. */

import { aside } from "./device.ts";
import type { DeviceRecord, Setting } from "./device.ts";
import type { Draft } from "./drafts.ts";
import { merge } from "./merge.ts";
import { LOG } from "./statements.ts";
import type { Statement } from "./statements.ts";
import { parsed, VERSION1 } from "./store.ts";
import type { Store } from "./store.ts";
import { isPlain, soundDraft, soundStatements } from "./valid.ts";

type Where = Pick<Setting, "place" | "edition" | "first">;

/** Take in the record that stands in `store`; it goes once it is kept here, and what could not be used is put aside. */
export function adopt(record: DeviceRecord, store: Store, { place, edition, first }: Where): void {
  const text = first ? store.get(VERSION1) : undefined;
  if (text === undefined) return;
  const value = parsed(text);
  const { statements, drafts, actor } = isPlain(value) ? value : ({} as Record<string, unknown>);
  const found = fromVersion1(statements, drafts, edition);
  if (found.faults && !store.set(aside(place), text)) return;
  const name = typeof actor === "string" && actor ? actor : undefined;
  const empty = !found.statements.length && !Object.keys(found.drafts).length;
  if (empty || merge(record, found.statements, found.drafts, name).kept) store.remove(VERSION1);
}

/** Give each statement the place that it has in the list, counted up to nought: what is recorded here begins with one. Drafts follow the last. */
export function fromVersion1(all: unknown, drafts: unknown, edition: string) {
  const { statements, faults } = soundStatements(all);
  const placed = statements.map((one, at): Statement => {
    const device = `v1-${one.actor.account.name.slice(0, 8)}`;
    const place = { device, seq: at + 1 - statements.length, edition };
    return { ...one, context: { ...one.context, extensions: { ...one.context?.extensions, [LOG]: place } } };
  });
  const own = isPlain(drafts) ? Object.entries(drafts) : [];
  const sound = own.filter(([activity, value]) => soundDraft(activity, value));
  const kept = sound.map(([activity, value]): [string, Draft] => [activity, { value, seq: 0, turn: 0 }]);
  return {
    statements: placed,
    drafts: Object.fromEntries(kept),
    faults: faults + own.length - sound.length,
  };
}

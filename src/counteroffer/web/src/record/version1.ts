/** Records of version 1 (to November 2026): read as history, which lies before everything that this version recorded. Their order is that of the file, since the clock was trusted for no more. */

import type { Draft } from "./drafts.ts";
import { LOG } from "./statements.ts";
import type { Statement } from "./statements.ts";
import { attemptTo } from "./store.ts";
import { isPlain, soundDraft, soundStatement } from "./valid.ts";

/** The name under which every course of an origin was kept then. */
export const VERSION1 = "counteroffer";

export interface Version1 {
  statements: Statement[];
  drafts: Record<string, Draft>;
  actor: string;
  /** Values that could not be used. */
  faults: number;
}

export function readVersion1(text: string, edition: string): Version1 {
  const value = attemptTo(() => JSON.parse(text) as unknown);
  if (!isPlain(value)) return { statements: [], drafts: {}, actor: "", faults: 1 };
  const all: unknown[] = Array.isArray(value.statements) ? value.statements : [];
  const actor = typeof value.actor === "string" ? value.actor : "";
  const read = fromVersion1(all, value.drafts, edition);
  return { ...read, actor, faults: read.faults + (Array.isArray(value.statements) ? 0 : 1) };
}

/** Give each statement the place that it has in the list, counted up to nought: what is recorded here begins with one. Drafts follow the last. */
export function fromVersion1(all: unknown[], drafts: unknown, edition: string) {
  let faults = 0;
  const statements = all.flatMap((one, at): Statement[] => {
    const { statement, faults: own } = soundStatement(one);
    faults += own;
    if (!statement) return [];
    const device = `v1-${statement.actor.account.name.slice(0, 8)}`;
    const extensions = {
      ...statement.context?.extensions,
      [LOG]: { device, seq: at + 1 - all.length, edition },
    };
    return [{ ...statement, context: { ...statement.context, extensions } }];
  });
  const own = isPlain(drafts) ? Object.entries(drafts) : [];
  const sound = own.filter(([activity, value]) => soundDraft(activity, value));
  faults += own.length - sound.length;
  const kept = sound.map(([activity, value]): [string, Draft] => [activity, { value, seq: 0, turn: 0 }]);
  return { statements, drafts: Object.fromEntries(kept), faults };
}

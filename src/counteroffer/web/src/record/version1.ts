/** Records of version 1 (to November 2026): read as history, which lies before everything that this version recorded. Their order is that of the file, since the clock was trusted for no more. */

import type { Draft } from "./drafts.ts";
import { LOG } from "./statements.ts";
import type { Statement } from "./statements.ts";
import { parsed } from "./store.ts";
import { isPlain, soundDraft, soundStatements } from "./valid.ts";

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
  const value = parsed(text);
  if (!isPlain(value)) return { statements: [], drafts: {}, actor: "", faults: 1 };
  const actor = typeof value.actor === "string" ? value.actor : "";
  return { ...fromVersion1(value.statements, value.drafts, edition), actor };
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

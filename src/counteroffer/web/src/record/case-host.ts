/** A case on the device. */

import type { Step } from "../case/machine.ts";
import * as deeds from "./deeds.ts";
import type { DeviceRecord } from "./device.ts";
import type { CaseHost, CaseState, Written } from "./hosts.ts";
import { same } from "../item/respond.ts";
import { attempt, before, did, editionOf, endingsSeen, ids, isAbout, pathOf } from "./statements.ts";
import { viewOf } from "./view.ts";

/** What a case keeps between two decisions: the step under way, or that what followed was not read to the end. */
interface CaseDraft {
  decision: string;
  cards: string[];
  picked?: string;
  told?: boolean;
}

/** A draft of an earlier decision is a return to it. */
export function caseOnDevice(record: DeviceRecord, one: string, edition = ""): CaseHost {
  const activity = ids.case(one);
  const writtenAt = `${activity}:written`;
  const view = viewOf(record, (draft) => draft === activity || draft === writtenAt);
  const written = () => record.draft(writtenAt, edition) as Record<string, Written> | undefined;
  const taken = () => attempt(record.statements(), activity).filter((each) => isAbout(each, activity));
  const isOlder = () => taken().some((each) => did(each, "answered") && editionOf(each) !== edition);
  const path = () => (isOlder() ? [] : pathOf(record.statements(), one));
  let base: Step[] = [];
  let kept: unknown;
  const current = () => view.current() && same(path(), base) && same(record.draft(activity, edition), kept);

  function write(...saved: Parameters<DeviceRecord["save"]>): boolean {
    if (!current()) return false;
    view.save(...saved);
    base = path();
    kept = record.draft(activity, edition);
    return true;
  }

  return {
    onNews: view.onNews,
    load() {
      view.shown();
      base = path();
      kept = record.draft(activity, edition);
      const seen = endingsSeen(record.statements(), one);
      const state: CaseState = {
        path: base,
        seen,
        written: written() ?? {},
        ...(isOlder() && { older: true }),
      };
      const draft = kept as CaseDraft | undefined;
      if (!draft) return state;
      if (draft.told) return { ...state, told: base[base.length - 1]?.decision === draft.decision };
      return {
        ...state,
        path: [...before(base, draft.decision), { decision: draft.decision, cards: draft.cards }],
        picked: draft.picked,
      };
    },
    save(steps, ending) {
      const last = steps[steps.length - 1];
      if (!last)
        return write([deeds.began("case", activity)], { [activity]: undefined, [writtenAt]: undefined });
      const { decision, cards } = last;
      if (last.option === undefined) return write([], { [activity]: { decision, cards } }, edition);
      // An earlier edition's attempt is over once one of this edition begins.
      const made = isOlder() ? [deeds.began("case", activity)] : [];
      made.push(deeds.decided(one, last, edition));
      if (ending) made.push(deeds.ended(one, ending, edition));
      // What was written belongs to the attempt that begins with it.
      const again = isOlder() && written() ? { [writtenAt]: written() } : {};
      const draft = { decision, cards, told: true } satisfies CaseDraft;
      return write(made, { [activity]: draft, ...again }, edition);
    },
    pick({ decision, cards }, picked) {
      write([], { [activity]: { decision, cards, picked } satisfies CaseDraft }, edition);
    },
    wentOn: () => void write([], { [activity]: undefined }),
    write(decision, one) {
      if (current()) view.save([], { [writtenAt]: { ...written(), [decision]: one } }, edition);
    },
  };
}

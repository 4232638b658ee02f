/** Where an interactive keeps its state: on the device (the book) or in a kernel (see widget.ts). */

import type { AuditHost } from "../audit/audit.ts";
import type { Entries } from "../audit/sheet.ts";
import * as deeds from "./deeds.ts";
import type { Step } from "../case/machine.ts";
import type { DeviceRecord } from "./device.ts";
import type { Response, Shape } from "../item/respond.ts";
import {
  alreadySet,
  answers,
  attempt,
  before,
  did,
  endingsSeen,
  ids,
  pathOf,
  responseOf,
} from "./statements.ts";

export type Responses = Record<string, Response>;

export interface CheckHost {
  /** Checked answers and drafts (null = begun anew, still blank) of the items with these shapes. */
  load(shapes: Record<string, Shape>): Loaded;
  /** An answer being made, and how sure the learner is of it so far. */
  draft(item: string, response: Response | null, sure?: number): void;
  answer(item: string, response: Response, score: number, interaction: string, sure?: number): void;
  /** Every item is answered; the mean score of the items. */
  completed(score: number): void;
  /** Begin anew, where that makes sense. */
  restart?(items: string[]): void;
  /** Whether every item asks how sure the learner is. */
  sure?: boolean;
  /** What the order of an item's options is drawn from; without it they stay as written. */
  seed?: string;
}

export interface Loaded {
  answers: Responses;
  drafts: Record<string, Response | null>;
  sures: Record<string, number>;
}

export interface CaseHost {
  load(): { path: Step[]; seen: string[] };
  /** The path as it now is; `ending` when its last decision led to one. */
  save(path: Step[], ending?: string): void;
}

export interface ExplorerHost {
  load(): Record<string, string> | undefined;
  save(setting: Record<string, string>): void;
}

/** What the learner has chosen for the whole course. */
export const ASKS_SURE = "urn:counteroffer:settings:sure";

/** `sheet` is the activity that the items belong to: a check, or a review of several. */
export function checkOnDevice(record: DeviceRecord, sheet: string): CheckHost {
  const now = () => attempt(record.statements(), sheet);
  const sureOf = (item: string) => `${ids.item(sheet, item)}:sure`;
  return {
    sure: record.draft(ASKS_SURE) === true,
    seed: record.seed(),
    load(shapes) {
      const given = answers(now(), sheet);
      const loaded: Loaded = { answers: {}, drafts: {}, sures: {} };
      for (const [item, shape] of Object.entries(shapes)) {
        const statement = given.get(item);
        if (statement) loaded.answers[item] = responseOf(statement, shape);
        const draft = record.draft(ids.item(sheet, item));
        if (draft !== undefined) loaded.drafts[item] = draft as Response | null;
        const sure = record.draft(sureOf(item));
        if (typeof sure === "number") loaded.sures[item] = sure;
      }
      return loaded;
    },
    draft: (item, response, sure) =>
      record.save([], { [ids.item(sheet, item)]: response, [sureOf(item)]: sure }),
    answer: (item, response, score, interaction, sure) =>
      record.save([deeds.answered(sheet, item, response, score, interaction, sure)], {
        [ids.item(sheet, item)]: undefined,
        [sureOf(item)]: undefined,
      }),
    completed(score) {
      if (!now().some((statement) => did(statement, "completed"))) record.save([deeds.checked(sheet, score)]);
    },
    restart: (items) =>
      record.save(
        [deeds.began("check", sheet)],
        Object.fromEntries(
          items.flatMap((item) => [ids.item(sheet, item), sureOf(item)]).map((id) => [id, undefined]),
        ),
      ),
  };
}

/** A case draws its unfinished step from a draft, which also remembers a return to an earlier decision. */
export function caseOnDevice(record: DeviceRecord, one: string): CaseHost {
  const activity = ids.case(one);
  return {
    load() {
      const statements = record.statements();
      const path = pathOf(statements, one);
      const draft = record.draft(activity) as Step | undefined;
      const seen = endingsSeen(statements, one);
      if (!draft?.decision || !Array.isArray(draft.cards)) return { path, seen };
      return {
        path: [...before(path, draft.decision), { decision: draft.decision, cards: draft.cards }],
        seen,
      };
    },
    save(path, ending) {
      const last = path[path.length - 1];
      if (!last) record.save([deeds.began("case", activity)], { [activity]: undefined });
      else if (last.option === undefined) record.save([], { [activity]: last });
      else {
        const made = [deeds.decided(one, last)];
        if (ending) made.push(deeds.ended(one, ending));
        record.save(made, { [activity]: undefined });
      }
    },
  };
}

export function explorerOnDevice(record: DeviceRecord, explorer: string): ExplorerHost {
  const activity = ids.explorer(explorer);
  return {
    load: () => record.draft(activity) as Record<string, string> | undefined,
    save(setting) {
      const made = deeds.set(explorer, setting);
      // One statement a setting is enough to know what was looked at.
      record.save(alreadySet(record.statements(), made) ? [] : [made], { [activity]: setting });
    },
  };
}

/** What is put down, the programme's name too, is a draft and nothing else; a statement says only that a phase was audited. */
export function auditOnDevice(record: DeviceRecord, audit: string): AuditHost {
  const activity = ids.explorer(audit);
  return {
    load() {
      const draft = record.draft(activity);
      return draft && typeof draft === "object" ? (draft as Entries) : undefined;
    },
    save: (entries) => record.save([], { [activity]: entries }),
    completed(phase) {
      const made = deeds.set(audit, { phase });
      if (!alreadySet(record.statements(), made)) record.save([made]);
    },
  };
}

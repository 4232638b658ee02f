/** Where an interactive keeps its state: on the device (the book), in a kernel (see widget.ts), or on a server. */

import type { AuditHost } from "../audit/audit.ts";
import type { Entries } from "../audit/sheet.ts";
import * as deeds from "./deeds.ts";
import type { Answer } from "./deeds.ts";
import type { Step } from "../case/machine.ts";
import type { DeviceRecord } from "./device.ts";
import type { Points } from "../item/points.ts";
import type { Response, Shape } from "../item/respond.ts";
import { markOf } from "./marks.ts";
import { alreadySet, answers, attempt, did, editionOf, ids, responseOf } from "./statements.ts";
import { fits } from "./valid.ts";
import { viewOf } from "./view.ts";

export type Responses = Record<string, Response>;

/** Now, or when a record that stands elsewhere has answered. */
export type Soon<T> = T | Promise<T>;

/** Go on with a value that may have to be waited for; what is there at once is gone on with at once. */
export const then = <T>(value: Soon<T>, go: (value: T) => void): void =>
  void (value instanceof Promise ? value.then(go) : go(value));

/** What every host can do: call when its state was changed elsewhere. */
interface Followed {
  onNews?(listener: () => void): () => void;
}

/** An item as the check shows it. */
export interface Shown {
  shape: Shape;
  edition: string;
}

export interface CheckHost extends Followed {
  /** Checked answers and drafts (null = begun anew, still blank) of these items. */
  load(items: Record<string, Shown>): Soon<Loaded>;
  /** An answer being made, and how sure the learner is of it so far. */
  draft(item: string, response: Response | null, sure?: number, edition?: string): void;
  /** Whether it is kept; not where the record has moved on and the face must show it anew. */
  answer(item: string, answer: Answer): Soon<boolean>;
  /** Every item is answered; the mean of the marks. */
  completed(mark: Points): void;
  /** Begin anew, where that makes sense. */
  restart?(items: string[]): Soon<void>;
  /** Whether every item asks how sure the learner is. */
  sure?: boolean;
  /** What the order of an item's options is drawn from; without it they stay as written. */
  seed?: string;
}

/** An answer to an earlier edition of an item: shown as history, marked no more. */
export interface Older {
  mark?: Points;
  /** When, as a timestamp. */
  at: string;
}

export interface Loaded {
  answers: Responses;
  drafts: Record<string, Response | null>;
  sures: Record<string, number>;
  older?: Record<string, Older>;
}

export interface CaseState {
  path: Step[];
  seen: string[];
  /** The option that is picked and not decided yet. */
  picked?: string;
  /** What followed from the last decision was not read to the end yet. */
  told?: boolean;
  /** The last attempt was made at an earlier edition of the case. */
  older?: boolean;
  /** What the learner wrote before the options of a decision were shown, by decision. */
  written?: Record<string, Written>;
}

/** `shown`: the learner has asked for the options; the text stands as it was then, and may be empty. */
export interface Written {
  text: string;
  shown?: boolean;
}

export interface CaseHost extends Followed {
  load(): Soon<CaseState>;
  /** The path as it now is; `ending` when its last decision led to one. Whether it is kept, as in CheckHost. */
  save(path: Step[], ending?: string): Soon<boolean>;
  /** An option is picked at the last step of the path. */
  pick?(step: Step, option: string): void;
  /** What followed from the last decision was read. */
  wentOn?(): void;
  /** What the learner would do at a decision, and why. */
  write?(decision: string, written: Written): void;
}

export interface ExplorerHost extends Followed {
  load(): Record<string, string> | undefined;
  save(setting: Record<string, string>): void;
}

/** What the learner has chosen for the whole course. */
export const ASKS_SURE = "urn:counteroffer:settings:sure";

/** `sheet` is the activity that the items belong to: a check, or a review of several. */
export function checkOnDevice(record: DeviceRecord, sheet: string, sitting?: string): CheckHost {
  const view = viewOf(record, (draft) => draft.startsWith(ids.item(sheet, "")));
  const now = () => attempt(record.statements(), sheet);
  const sureOf = (item: string) => `${ids.item(sheet, item)}:sure`;
  let stale: (() => void) | undefined;
  const moved = () => {
    if (!view.current()) stale?.();
    return !view.current();
  };
  return {
    sure: record.draft(ASKS_SURE) === true,
    seed: record.seed(),
    onNews(listener) {
      stale = listener;
      return view.onNews(listener);
    },
    load(items) {
      view.shown();
      const given = answers(now(), sheet);
      const loaded: Loaded = { answers: {}, drafts: {}, sures: {}, older: {} };
      for (const [item, { shape, edition }] of Object.entries(items)) {
        const statement = given.get(item);
        if (statement && editionOf(statement) === edition)
          loaded.answers[item] = responseOf(statement, shape);
        else if (statement) {
          loaded.older![item] = { mark: markOf(statement.result?.score), at: statement.timestamp };
        }
        const draft = record.draft(ids.item(sheet, item), edition);
        if (draft === null || fits(draft, shape)) loaded.drafts[item] = draft;
        const sure = record.draft(sureOf(item), edition);
        if (typeof sure === "number") loaded.sures[item] = sure;
      }
      return loaded;
    },
    draft(item, response, sure, edition) {
      if (moved()) return;
      const sures =
        sure === undefined && record.draft(sureOf(item)) === undefined ? {} : { [sureOf(item)]: sure };
      view.save([], { [ids.item(sheet, item)]: response, ...sures }, edition);
    },
    answer(item, answer) {
      if (moved()) return false;
      view.save([deeds.answered(sheet, item, answer, sitting)], {
        [ids.item(sheet, item)]: undefined,
        [sureOf(item)]: undefined,
      });
      return true;
    },
    completed(mark) {
      if (!now().some((statement) => did(statement, "completed"))) view.save([deeds.checked(sheet, mark)]);
    },
    restart(items) {
      if (moved()) return;
      const drafts = items.flatMap((item) => [ids.item(sheet, item), sureOf(item)]);
      view.save([deeds.began("check", sheet)], Object.fromEntries(drafts.map((id) => [id, undefined])));
    },
  };
}

export function explorerOnDevice(record: DeviceRecord, explorer: string): ExplorerHost {
  const activity = ids.explorer(explorer);
  const view = viewOf(record, (draft) => draft === activity);
  return {
    onNews: view.onNews,
    load() {
      view.shown();
      const draft = record.draft(activity);
      return draft === undefined ? undefined : (draft as Record<string, string>);
    },
    save(setting) {
      const made = deeds.set(explorer, setting);
      // One statement a setting is enough to know what was looked at.
      view.save(alreadySet(record.statements(), made) ? [] : [made], { [activity]: setting });
    },
  };
}

/** What is put down, the programme's name too, is a draft and nothing else; a statement says only that a phase was audited. */
export function auditOnDevice(record: DeviceRecord, audit: string): AuditHost {
  const activity = ids.explorer(audit);
  const view = viewOf(record, (draft) => draft === activity);
  return {
    onNews: view.onNews,
    load() {
      view.shown();
      return record.draft(activity) as Entries | undefined;
    },
    save(entries) {
      if (!view.current()) return false;
      view.save([], { [activity]: entries });
      return true;
    },
    completed(phase) {
      const made = deeds.set(audit, { phase });
      if (!alreadySet(record.statements(), made)) view.save([made]);
    },
  };
}

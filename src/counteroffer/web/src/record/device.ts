/**
 * The record that stays on the learner's device: an append-only log of statements, and drafts beside it.
 *
 * A statement's place in the log is a number one higher than any that the device knew of (a Lamport clock), so
 * the order survives wrong clocks and other devices. A draft carries the place after which it was made and stands
 * under a key of its own: writing one costs the same however long the log is. Another page may write at any time,
 * so every write reads what is stored first. Where nothing can be stored, it is held until it can.
 */

import { openDrafts } from "./drafts.ts";
import type { Draft } from "./drafts.ts";
import { freshHead, isLater, soundHead } from "./head.ts";
import type { Head } from "./head.ts";
import { openLog } from "./log.ts";
import { agent, inOrder, LOG, seqOf } from "./statements.ts";
import type { Deed, Statement } from "./statements.ts";
import { attemptTo, COLOURS, newId, parsed, PUT_DOWN, safely, VERSION1 } from "./store.ts";
import type { Storing } from "./store.ts";
import { isPlain, MOST } from "./valid.ts";

/** Heard by every script of the same page; `storage` is heard by other pages only. */
export const CHANGED = "counteroffer:changed";

/** What changed: the log, or one draft; "all" when a page comes back and anything may have. */
export interface Change {
  log: boolean;
  draft?: string;
  all?: boolean;
}

export interface DeviceRecord {
  /** In the log's order. They belong to the record: read them, change none. */
  statements(): readonly Statement[];
  /** The value of a draft that makes sense, made for this edition where one is named. */
  draft(activity: string, edition?: string): unknown;
  drafts(): Record<string, Draft>;
  /** A draft as it is kept, a dropped one too. */
  held(activity: string): Draft | undefined;
  /** What was done, and the drafts that follow from it; an undefined draft is dropped. */
  save(made: Deed[], drafts?: Record<string, unknown>, edition?: string): void;
  /** Keep what was done elsewhere, as it stands there (see merge.ts); whether it is stored. Who is not known yet is `actor`. */
  take(statements: readonly Statement[], drafts: Record<string, Draft>, actor?: string): boolean;
  wipe(): boolean;
  /** Whether the browser stores what is given to it. */
  kept(): boolean;
  /** Whether it would store so much more. */
  hasRoom(characters: number): boolean;
  /** Values that were found and could not be used. */
  faults(): number;
  /** Another one begins after a wipe; undefined while nothing is recorded. */
  epoch(): string | undefined;
  /** What random orders are drawn from: kept with the record, so that they are the same at every visit. */
  seed(): string;
  /** Statements since the last export. */
  unexported(): number;
  exported(): void;
  /** Hear of every change, by this page or another; returns what ends it. */
  onChange(listener: (change: Change) => void): () => void;
}

export interface Setting {
  /** What the names of everything stored begin with. */
  place: string;
  /** The edition of the course. */
  edition: string;
  /** Whether a record of version 1 belongs to this one. */
  first: boolean;
  /** Called when something is kept for the first time. */
  begun(): void;
}

/** Where a record of version 1 is put that could not all be used. */
export const aside = (place: string): string => `${place}damaged`;

export function openRecord(
  find: () => Storing | undefined,
  { place = "counteroffer:course:", edition = "", first = true, begun }: Partial<Setting> = {},
): DeviceRecord {
  const store = safely(find);
  const log = openLog(store, place);
  const HEAD = `${place}head`;
  const DRAFT = `${place}draft:`;
  const unsettled = openDrafts(store, DRAFT);
  // Who is not known yet keeps one name until it is stored.
  let newcomer = newId();
  let pending: Statement[] = [];
  let cache:
    | { text: string | undefined; pending: number; head: Head | undefined; writable: boolean; found: Found }
    | undefined;

  interface Found {
    statements: Statement[];
    faults: number;
  }

  function now() {
    const text = store.get(HEAD);
    if (cache && cache.text === text && cache.pending === pending.length) return cache;
    const value = text === undefined ? undefined : parsed(text);
    const writable = !isLater(value);
    const sound = (given: Record<string, unknown>) => soundHead(given, newcomer, store.names(`${place}log:`));
    const head = isPlain(value) ? sound(value) : text === undefined ? undefined : sound({});
    const found = log.read(head?.pieces ?? 0, head?.actor);
    if (text !== undefined && !isPlain(value)) found.faults += 1;
    if (pending.length) {
      const known = new Set(found.statements.map(({ id }) => id));
      pending = pending.filter(({ id }) => !known.has(id));
      found.statements.push(...pending);
      found.statements.sort(inOrder);
    }
    return (cache = { text, pending: pending.length, head, writable, found });
  }

  const lastSeq = (statements: Statement[]) =>
    statements.length ? seqOf(statements[statements.length - 1]!) : 0;

  /** Write what is held; what cannot be written stays held. The pieces first: a head never names what is not there. */
  function flush(edit: (head: Head) => void = () => undefined): boolean {
    const { head: stored, writable, found } = now();
    if (!writable) return false;
    const head = { ...(stored ?? freshHead(newcomer)) };
    edit(head);
    head.seq = Math.max(head.seq, lastSeq(found.statements));
    if (pending.length) {
      const pieces = log.append(pending, head.pieces);
      if (pieces === undefined) return false;
      head.pieces = pieces;
    }
    const done = store.set(HEAD, JSON.stringify({ ...head, turn: newId().slice(0, 8) }));
    if (!done) return false;
    pending = [];
    if (!stored) begun?.();
    return unsettled.flush();
  }

  const tell = (change: Change) =>
    attemptTo(() => dispatchEvent(new CustomEvent(CHANGED, { detail: { place, ...change } })));

  function state(
    { verb, object, result, context }: Deed,
    actor: string,
    device: string,
    seq: number,
  ): Statement {
    return {
      id: newId(),
      actor: agent(actor),
      verb,
      object,
      ...(result && { result }),
      context: { ...context, extensions: { ...context?.extensions, [LOG]: { device, seq, edition } } },
      timestamp: new Date().toISOString(),
    };
  }

  function save(made: Deed[], drafts: Record<string, unknown> = {}, answers?: string): void {
    const { head, found } = now();
    const { actor, device, seq } = head ?? freshHead(newcomer);
    let last = Math.max(seq, lastSeq(found.statements));
    for (const deed of made) {
      // At the bound, where only an odd file leads, statements share a place and stay in the order in which they were made.
      last = Math.min(last + 1, MOST);
      pending.push(state(deed, actor, device, last));
    }
    for (const [activity, value] of Object.entries(drafts)) {
      const turn = Math.min((unsettled.held(activity)?.turn ?? 0) + 1, MOST);
      // Where a statement says why it went, that is enough; else its going is kept, or an older file would bring it back.
      const gone = value === undefined && made.length > 0;
      const draft: Draft = { value, seq: last, turn, ...(answers && { edition: answers }) };
      unsettled.hold(activity, gone ? undefined : draft);
    }
    if (made.length || !head || pending.length) flush();
    else if (now().writable) unsettled.flush();
    if (made.length) tell({ log: true });
    for (const activity of Object.keys(drafts)) tell({ log: false, draft: activity });
  }

  function take(statements: readonly Statement[], drafts: Record<string, Draft>, actor = newcomer): boolean {
    newcomer = actor;
    pending.push(...statements);
    for (const [activity, draft] of Object.entries(drafts)) unsettled.hold(activity, draft);
    const kept = flush();
    tell({ log: true, all: true });
    return kept;
  }

  return {
    statements: () => now().found.statements,
    draft(activity, answers) {
      const draft = unsettled.held(activity);
      return answers !== undefined && (draft?.edition ?? "") !== answers ? undefined : draft?.value;
    },
    drafts() {
      const all = unsettled.names().map((activity) => [activity, unsettled.held(activity)] as const);
      return Object.fromEntries(
        all.flatMap(([activity, draft]) => (draft?.value === undefined ? [] : [[activity, draft]])),
      );
    },
    held: unsettled.held,
    save,
    take,
    wipe() {
      pending = [];
      unsettled.forget();
      newcomer = newId();
      // The head last: what hears of it finds nothing left.
      const names = store.names(place).filter((name) => name !== HEAD);
      const beside = [COLOURS, PUT_DOWN, ...(first ? [VERSION1] : [])];
      for (const name of [...names, HEAD, ...beside]) store.remove(name);
      tell({ log: true, all: true });
      return !store.names(place).length;
    },
    kept: () => !pending.length && !unsettled.waiting() && probe(1),
    hasRoom: probe,
    faults() {
      return now().found.faults + unsettled.faults() + (store.get(aside(place)) === undefined ? 0 : 1);
    },
    epoch: () => now().head?.actor ?? (pending.length ? newcomer : undefined),
    seed: () => now().head?.actor ?? newcomer,
    unexported() {
      const { head, found } = now();
      return found.statements.filter((one) => seqOf(one) > (head?.exported ?? -Infinity)).length;
    },
    exported: () => void flush((head) => (head.exported = lastSeq(now().found.statements))),
    onChange(listener) {
      const here = ({ detail }: CustomEvent<Change & { place: string }>) =>
        detail.place === place && listener(detail);
      const elsewhere = ({ key }: StorageEvent) => {
        if (key === null) listener({ log: true, all: true });
        else if (key === HEAD) listener({ log: true });
        else if (key.startsWith(DRAFT)) listener({ log: false, draft: key.slice(DRAFT.length) });
      };
      // A page that comes back, from the back/forward cache or with the controls that a browser has filled in again.
      const back = () => listener({ log: true, all: true });
      const heard = [
        [CHANGED, here],
        ["storage", elsewhere],
        ["pageshow", back],
      ] as [string, EventListener][];
      for (const [name, hear] of heard) addEventListener(name, hear);
      return () => heard.forEach(([name, hear]) => removeEventListener(name, hear));
    },
  };

  function probe(characters: number): boolean {
    const key = `${place}try`;
    const done = store.set(key, "x".repeat(characters));
    store.remove(key);
    return done;
  }
}

/**
 * The record that stays on the learner's device.
 *
 * Every save reads what is stored first, because another tab may have written. Where the browser
 * stores nothing (blocked, full), what could not be stored is held in memory until it can.
 */

import type { Deed, Statement } from "./statements.ts";

export const KEY = "counteroffer";
export const DAMAGED = "counteroffer:damaged";
/** Heard by the other scripts of the same page; `storage` is heard by other tabs only. */
export const CHANGED = "counteroffer:changed";
const VERSION = 1;

export type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

interface Stored {
  version: number;
  actor: string;
  statements: Statement[];
  drafts: Record<string, unknown>;
}

export interface DeviceRecord {
  statements(): Statement[];
  draft(activity: string): unknown;
  /** One write for what was done and for the drafts that follow; an undefined draft is dropped. */
  save(made: Deed[], drafts?: Record<string, unknown>): void;
  /** Take in what was done elsewhere: statements by their ids, drafts where there is none. Gives the number of new statements. */
  merge(statements: Statement[], drafts: Record<string, unknown>): number;
  /** Half-made answers, notes being written and settings, by activity. */
  drafts(): Record<string, unknown>;
  wipe(): boolean;
  /** Whether the browser stores what is given to it. */
  kept(): boolean;
  damaged(): boolean;
  /** What random orders are drawn from: kept with the record, so that they are the same at every visit. */
  seed(): string;
}

export function openRecord(find: () => Store | undefined): DeviceRecord {
  let unsaved: Stored | undefined;
  // Who is not known yet keeps one name until it is stored.
  let newcomer = newId();

  const store = (): Store | undefined => attemptTo(find);
  const stored = (key: string) => attemptTo(() => store()?.getItem(key) ?? undefined);
  const write = (key: string, text: string): boolean =>
    attemptTo(() => {
      const place = store();
      place?.setItem(key, text);
      return Boolean(place);
    }) ?? false;

  /** What can be used of the stored text; what cannot is put aside, not overwritten. */
  function load(): { found: Stored; newer: boolean } {
    const text = stored(KEY);
    const value = text === undefined ? undefined : attemptTo(() => JSON.parse(text) as Partial<Stored>);
    const newer = typeof value?.version === "number" && value.version > VERSION;
    const all: unknown[] = Array.isArray(value?.statements) ? value.statements : [];
    const statements = all.filter(wellFormed);
    const whole = Array.isArray(value?.statements) && statements.length === all.length;
    if (text !== undefined && !whole && !newer && stored(DAMAGED) !== text) write(DAMAGED, text);
    return {
      newer,
      found: {
        version: VERSION,
        actor: typeof value?.actor === "string" && value.actor ? value.actor : newcomer,
        statements,
        drafts: value?.drafts && typeof value.drafts === "object" ? { ...value.drafts } : {},
      },
    };
  }

  function now(): { found: Stored; newer: boolean } {
    const loaded = load();
    if (unsaved) {
      const known = new Set(loaded.found.statements.map(({ id }) => id));
      loaded.found.statements.push(...unsaved.statements.filter(({ id }) => !known.has(id)));
      loaded.found.drafts = unsaved.drafts;
      loaded.found.actor = unsaved.actor;
    }
    return loaded;
  }

  function change(edit: (data: Stored) => void): void {
    const { found, newer } = now();
    edit(found);
    // A record of a later version is not ours to rewrite.
    unsaved = !newer && write(KEY, JSON.stringify(found)) ? undefined : found;
    tell();
  }

  return {
    statements: () => now().found.statements,
    draft: (activity) => now().found.drafts[activity],
    save: (made, drafts = {}) =>
      change((data) => {
        for (const deed of made) data.statements.push(state(deed, data.actor));
        Object.assign(data.drafts, drafts);
      }),
    merge(statements, drafts) {
      let news = 0;
      change((data) => {
        const known = new Set(data.statements.map(({ id }) => id));
        const added = statements.filter(({ id }) => !known.has(id) && known.add(id));
        news = added.length;
        // Attempts are read from the order of statements, so that of time must hold.
        data.statements = [...data.statements, ...added].sort((a, b) =>
          a.timestamp.localeCompare(b.timestamp),
        );
        data.drafts = { ...drafts, ...data.drafts };
      });
      return news;
    },
    drafts: () => now().found.drafts,
    wipe() {
      unsaved = undefined;
      newcomer = newId();
      attemptTo(() => store()?.removeItem(KEY));
      attemptTo(() => store()?.removeItem(DAMAGED));
      tell();
      return stored(KEY) === undefined;
    },
    kept: () =>
      !unsaved && write(`${KEY}:try`, "1") && (attemptTo(() => store()?.removeItem(`${KEY}:try`)), true),
    damaged: () => stored(DAMAGED) !== undefined,
    seed: () => now().found.actor,
  };
}

function state({ verb, object, result, context }: Deed, actor: string): Statement {
  return {
    id: newId(),
    actor: { objectType: "Agent", account: { homePage: "urn:counteroffer:device", name: actor } },
    verb,
    object,
    ...(result && { result }),
    ...(context && { context }),
    timestamp: new Date().toISOString(),
  };
}

export function wellFormed(value: unknown): value is Statement {
  const statement = value as Partial<Statement> | null;
  return (
    typeof statement?.id === "string" &&
    typeof statement.verb?.id === "string" &&
    typeof statement.object?.id === "string" &&
    typeof statement.timestamp === "string"
  );
}

/** A random UUID (version 4); `crypto.randomUUID` is missing on pages without https. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

function attemptTo<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

const tell = () => attemptTo(() => dispatchEvent(new Event(CHANGED)));

/** The record of this browser; naming `localStorage` may itself throw where it is blocked. */
export const device: DeviceRecord = openRecord(() => localStorage);

/** Hear of every change, by this page or by another tab. */
export function onChange(listener: () => void): void {
  addEventListener(CHANGED, listener);
  addEventListener("storage", ({ key }) => {
    if (key === KEY || key === null) listener();
  });
}

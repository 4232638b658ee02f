/**
 * Drafts: what was begun and not done. Each stands under a key of its own, so writing one costs the same however long
 * the log is. What cannot be written is held until it can.
 */

import { parsed } from "./store.ts";
import type { Store } from "./store.ts";
import { isNumber, isPlain, soundDraft } from "./valid.ts";

export interface Draft {
  value: unknown;
  /** The last statement that was known when it was made. */
  seq: number;
  /** How often it was made anew. */
  turn: number;
  /** The edition of the item or case that it answers. */
  edition?: string;
}

export interface Drafts {
  /** As it is kept, a dropped one too; undefined where there is none or it makes no sense. */
  held(activity: string): Draft | undefined;
  /** Hold a draft, or its going, until it is written. */
  hold(activity: string, draft: Draft | undefined): void;
  /** Write what is held; whether all of it was. */
  flush(): boolean;
  /** The activities that have one, sound or not. */
  names(): string[];
  /** How many wait to be written. */
  waiting(): number;
  /** How many stored ones make no sense. */
  faults(): number;
  /** Let go what waits. */
  forget(): void;
}

/** The drafts whose keys begin with `prefix`. */
export function openDrafts(store: Store, prefix: string): Drafts {
  const pending = new Map<string, Draft | undefined>();

  function held(activity: string): Draft | undefined {
    if (pending.has(activity)) return pending.get(activity);
    const text = store.get(prefix + activity);
    const value = text === undefined ? undefined : parsed(text);
    return isDraft(activity, value, true) ? value : undefined;
  }

  function names(): string[] {
    const stored = store.names(prefix).map((name) => name.slice(prefix.length));
    return [...new Set([...stored, ...pending.keys()])];
  }

  return {
    held,
    names,
    hold: (activity, draft) => void pending.set(activity, draft),
    flush() {
      for (const [activity, draft] of pending) {
        if (!draft) store.remove(prefix + activity);
        else if (!store.set(prefix + activity, JSON.stringify(draft))) return false;
        pending.delete(activity);
      }
      return true;
    },
    waiting: () => pending.size,
    faults: () => names().filter((activity) => !pending.has(activity) && !held(activity)).length,
    forget: () => pending.clear(),
  };
}

/** `orGone`: the going of a draft is one too. */
export const isDraft = (activity: string, value: unknown, orGone = false): value is Draft =>
  isPlain(value) &&
  isNumber(value.seq) &&
  isNumber(value.turn) &&
  ((orGone && value.value === undefined) || soundDraft(activity, value.value));

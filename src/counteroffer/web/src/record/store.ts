/** A browser's storage, which may be blocked, full or missing: what it cannot do is nothing, never an error. */

/** Names of what stands beside the records of all copies of a course, and goes with the one that is wiped: how the pages look, and a word that is put down for a moment (see keeping.ts). */
export const COLOURS = "counteroffer-colours";
export const PUT_DOWN = "counteroffer:put-down";
/** The name under which version 1 kept the record of every course of an origin. */
export const VERSION1 = "counteroffer";

export type Storing = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

export function attemptTo<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** What a text says as JSON; undefined where it is none. */
export const parsed = (text: string): unknown => attemptTo(() => JSON.parse(text) as unknown);

export interface Store {
  get(key: string): string | undefined;
  /** Whether it was written. */
  set(key: string, text: string): boolean;
  remove(key: string): void;
  /** The names that begin so. */
  names(prefix: string): string[];
}

/** `find` is asked at every use: naming the storage may itself throw. */
export function safely(find: () => Storing | undefined): Store {
  const use = <T>(act: (store: Storing) => T): T | undefined =>
    attemptTo(() => {
      const store = find();
      return store && act(store);
    });
  return {
    get: (key) => use((store) => store.getItem(key) ?? undefined),
    set: (key, text) =>
      use((store) => {
        store.setItem(key, text);
        return true;
      }) ?? false,
    remove: (key) => use((store) => store.removeItem(key)),
    names: (prefix) =>
      use((store) => {
        const all = Array.from({ length: store.length }, (_, at) => store.key(at) ?? "");
        return all.filter((name) => name.startsWith(prefix));
      }) ?? [],
  };
}

/** A random UUID (version 4); `crypto.randomUUID` is missing on pages without https. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4}).(.{3}).(.{3})(.{12})/, "$1-$2-4$3-8$4-$5");
}

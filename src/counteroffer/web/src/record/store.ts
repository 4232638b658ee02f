/** A browser's storage, which may be blocked, full or missing: what it cannot do is nothing, never an error. */

/** Names of what stands beside the records of all copies of a course, and goes with the one that is wiped: how the pages look, and a word that is put down for a moment (see keeping.ts). */
export const COLOURS = "counteroffer-colours";
export const PUT_DOWN = "counteroffer:put-down";

export type Storing = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

export function attemptTo<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

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
  const store = () => attemptTo(find);
  return {
    get: (key) => attemptTo(() => store()?.getItem(key) ?? undefined),
    set: (key, text) =>
      attemptTo(() => {
        const place = store();
        place?.setItem(key, text);
        return Boolean(place);
      }) ?? false,
    remove: (key) => attemptTo(() => store()?.removeItem(key)),
    names: (prefix) =>
      attemptTo(() => {
        const place = store();
        const all = Array.from({ length: place?.length ?? 0 }, (_, at) => place?.key(at) ?? "");
        return all.filter((name) => name.startsWith(prefix));
      }) ?? [],
  };
}

/** A random UUID (version 4); `crypto.randomUUID` is missing on pages without https. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

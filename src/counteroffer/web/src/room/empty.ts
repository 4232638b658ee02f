/**
 * Empty a browser's storage: what somebody answered in the book of a room that they have left, or that is closed.
 * Over an open line no browser heeds the header that asks for it.
 */
export function empty(stores: () => { clear(): void }[]): void {
  try {
    for (const store of stores()) store.clear();
  } catch {
    // a browser that keeps nothing has nothing to forget
  }
}

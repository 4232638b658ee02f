/** Orders that look random and are the same whenever they are drawn from the same seed. */

export type Mix = <T>(things: readonly T[]) => T[];

/** FNV-1a over UTF-16 units: 32 bits from any text. */
function hash(text: string): number {
  let found = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) {
    found = Math.imul(found ^ text.charCodeAt(place), 0x01000193);
  }
  return found >>> 0;
}

/** Numbers from 0 up to 1 (mulberry32, a published generator of 32 bits of state). */
export function dice(seed: string): () => number {
  let state = hash(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Fisher and Yates, drawn from a seed. */
export function mixer(seed: string): Mix {
  const roll = dice(seed);
  return (things) => {
    const mixed = [...things];
    for (let last = mixed.length - 1; last > 0; last--) {
      const other = Math.floor(roll() * (last + 1));
      [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
    }
    return mixed;
  };
}

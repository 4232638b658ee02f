/**
 * The log as it is stored: statements in pieces of a few dozen, so that one more costs the writing of one piece,
 * however long the record. A piece that cannot be read is left as it is and costs itself alone.
 */

import { inOrder, seqOf } from "./statements.ts";
import type { Statement } from "./statements.ts";
import { parsed } from "./store.ts";
import type { Store } from "./store.ts";
import { soundStatements } from "./valid.ts";

/** Statements in a piece. */
export const PIECE = 50;

interface Piece {
  text: string;
  statements: Statement[];
  faults: number;
}

export interface Log {
  /** In their order; `faults` are the values that could not be used. After a wipe another `epoch` begins. */
  read(pieces: number, epoch: string | undefined): { statements: Statement[]; faults: number };
  /** Write some more; gives the number of pieces there are then, or nothing where they could not all be written. */
  append(more: Statement[], pieces: number): number | undefined;
}

export function openLog(store: Store, prefix: string): Log {
  const cache: Piece[] = [];
  let known: string | undefined;
  const key = (place: number) => `${prefix}log:${place}`;

  function piece(place: number): Piece {
    const text = store.get(key(place)) ?? "";
    if (cache[place]?.text === text) return cache[place];
    return (cache[place] = { text, ...soundStatements(text ? parsed(text) : []) });
  }

  return {
    read(pieces, epoch) {
      if (epoch !== known) cache.length = 0;
      known = epoch;
      cache.length = Math.min(cache.length, pieces);
      // Only the last piece still grows.
      const all = Array.from({ length: pieces }, (_, place) =>
        place < pieces - 1 && cache[place]?.statements.length === PIECE ? cache[place] : piece(place),
      );
      const statements = all.flatMap((one) => one.statements);
      const ids = new Set<string>();
      const once = statements.filter(({ id }) => !ids.has(id) && ids.add(id));
      if (once.some((one, place) => place && seqOf(one) <= seqOf(once[place - 1]!))) once.sort(inOrder);
      return { statements: once, faults: all.reduce((sum, { faults }) => sum + faults, 0) };
    },
    append(more, pieces) {
      let left = more;
      let last = Math.max(0, pieces - 1);
      while (left.length) {
        const { text, statements, faults } = piece(last);
        // What holds a fault is not written anew: the fault would be lost.
        const room = faults ? 0 : PIECE - statements.length;
        if (room <= 0) {
          last += 1;
          continue;
        }
        const added = JSON.stringify(left.slice(0, room)).slice(1, -1);
        const grown = text.length > 2 ? `${text.slice(0, -1)},${added}]` : `[${added}]`;
        if (!store.set(key(last), grown)) return undefined;
        left = left.slice(room);
      }
      return last + 1;
    },
  };
}

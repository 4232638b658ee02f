/** The head of the record: whose it is, how far it goes, and when it last changed. */

import { isNumber, isPlain } from "./valid.ts";

export const VERSION = 2;

export interface Head {
  version: number;
  /** What random orders are drawn from, and who did what: a random name. */
  actor: string;
  device: string;
  seq: number;
  pieces: number;
  /** Changes with every change of the log. */
  turn: string;
  /** The last statement that was exported. */
  exported?: number;
}

/** A head for somebody who is not known yet. */
export const freshHead = (newcomer: string): Head => ({
  version: VERSION,
  actor: newcomer,
  device: newcomer.slice(0, 8),
  seq: 0,
  pieces: 0,
  turn: "",
});

/** Whether a later version of the course wrote it: it is read and never written. */
export const isLater = (value: unknown) => isPlain(value) && Number(value.version) > VERSION;

/** A head that was damaged is made anew; `pieces` are the keys of the log's pieces that stand beside it. */
export function soundHead(value: Record<string, unknown>, newcomer: string, pieces: string[]): Head {
  const text = (name: string) =>
    typeof value[name] === "string" && value[name] ? (value[name] as string) : undefined;
  const count = (name: string) => (isNumber(value[name]) ? value[name] : 0);
  const seq = Math.max(0, count("seq"));
  const stored = Math.max(-1, ...pieces.map((name) => Number(name.slice(name.lastIndexOf(":") + 1))));
  return {
    version: VERSION,
    actor: text("actor") ?? newcomer,
    device: text("device") ?? newcomer.slice(0, 8),
    seq,
    pieces: count("pieces") > 0 ? Math.min(count("pieces"), stored + 1) : stored + 1,
    turn: text("turn") ?? "",
    // what goes further than the record would keep the reminder away
    ...(isNumber(value.exported) && value.exported <= seq && { exported: value.exported }),
  };
}

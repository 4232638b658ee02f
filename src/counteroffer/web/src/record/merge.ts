/** Taking in what was done elsewhere: on another device, or in version 1 of the course. */

import type { DeviceRecord } from "./device.ts";
import type { Draft } from "./drafts.ts";
import { did, inOrder, isAbout, seqOf } from "./statements.ts";
import type { Statement } from "./statements.ts";
import { isNote, isWritten, settledBy } from "./valid.ts";

export interface Taken {
  /** Statements that were new here. */
  news: number;
  kept: boolean;
}

/** A draft is taken in where it is newer than the one here and than whatever settles it. Who is not known here yet is `actor`. */
export function merge(
  record: DeviceRecord,
  statements: readonly Statement[],
  drafts: Record<string, Draft>,
  actor?: string,
): Taken {
  const known = new Set(record.statements().map(({ id }) => id));
  const news = statements.filter(({ id }) => !known.has(id) && known.add(id)).sort(inOrder);
  const all = [...record.statements(), ...news].sort(inOrder);
  const newer = Object.entries(drafts).filter(([activity, draft]) => {
    const mine = record.held(activity);
    const older = mine && (mine.seq - draft.seq || mine.turn - draft.turn) >= 0;
    return !older && settledAt(all, activity) <= draft.seq;
  });
  return { news: news.length, kept: record.take(news, Object.fromEntries(newer), actor) };
}

/** The last statement after which a draft means nothing any more. */
export function settledAt(statements: readonly Statement[], draft: string): number {
  const activity = settledBy(draft);
  const sheet = activity.split(":item:")[0]!;
  const settles = (one: Statement) =>
    isNote(draft)
      ? one.object.id === activity && did(one, "commented")
      : isWritten(draft)
        ? one.object.id === activity && did(one, "initialized")
        : one.object.id === activity ||
          (activity === sheet
            ? isAbout(one, activity) && !activity.includes(":exam:")
            : one.object.id === sheet);
  for (let place = statements.length - 1; place >= 0; place--) {
    if (settles(statements[place]!)) return seqOf(statements[place]!);
  }
  return 0;
}

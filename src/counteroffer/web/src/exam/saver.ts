/**
 * Saves in the background. What was answered waits on the device until the server says that it keeps it; only then is it
 * called saved. What could not be sent is sent again, also by the next page.
 */

import type { Response } from "../item/respond.ts";

export interface Change {
  item: string;
  response: Response | null;
  /** The revision that the change was made from. */
  revision: number;
  flagged?: boolean;
}

/** What the server says: 200 kept, 409 something newer stands there, 410 nothing more is taken; no status without a line. */
export interface Reply {
  status: number;
  revision?: number;
  response?: Response | null;
  flagged?: boolean;
  left?: number;
  still?: boolean;
  over?: boolean;
}

export interface SaverHost {
  send(change: Change): Promise<Reply>;
  /** Resolves when it is time to try again, after so many failures in a row. */
  later(failures: number): Promise<void>;
  /** What waits was changed: keep it on the device. */
  waiting(changes: Change[]): void;
  /** Another device answered; this is what stands there. */
  newer(item: string, reply: Reply): void;
  /** Nothing more can be sent from this page. */
  away(): void;
  heard(reply: Reply): void;
}

export interface Saver {
  change(item: string, response: Response | null, flagged?: boolean): void;
  saved(): boolean;
  /** Resolves when nothing waits, or nothing more can be sent. */
  idle(): Promise<void>;
}

/** `revisions` are those of the items as they stand on the page; `left` is what an earlier page could not send. */
export function saver(host: SaverHost, revisions: Map<string, number>, left: Change[]): Saver {
  const pending = new Map(left.map((change) => [change.item, change]));
  let sending: Promise<void> | undefined;

  function told(): void {
    host.waiting([...pending.values()]);
  }

  async function send(): Promise<void> {
    let failures = 0;
    for (let next = first(); next; next = first()) {
      const reply = await host.send(next).catch((): Reply => ({ status: 0 }));
      if (reply.status === 200 || reply.status === 409) {
        failures = 0;
        settle(next, reply);
        host.heard(reply);
      } else if (reply.status >= 500 || reply.status === 0) await host.later(++failures);
      else {
        if (reply.status === 410 || reply.status === 400) pending.clear();
        told();
        return host.away();
      }
    }
  }

  const first = () => pending.values().next().value;

  function settle(sent: Change, reply: Reply): void {
    const now = pending.get(sent.item);
    revisions.set(sent.item, reply.revision ?? sent.revision);
    if (now === sent || reply.status === 409) pending.delete(sent.item);
    // changed again while it was under way
    else if (now) pending.set(sent.item, { ...now, revision: reply.revision ?? sent.revision });
    told();
    if (reply.status === 409) host.newer(sent.item, reply);
  }

  function start(): void {
    sending ??= send().finally(() => (sending = undefined));
  }

  if (pending.size) start();
  return {
    change(item, response, flagged) {
      const flag = flagged ?? pending.get(item)?.flagged;
      const change: Change = { item, response, revision: revisions.get(item) ?? 0 };
      pending.set(item, flag === undefined ? change : { ...change, flagged: flag });
      told();
      start();
    },
    saved: () => pending.size === 0,
    async idle() {
      await sending;
    },
  };
}

/** What the record's tests share: a place to keep things, an answer, and a statement of another device. */

import * as deeds from "../record/deeds.ts";
import { openRecord } from "../record/device.ts";
import { ids, LOG } from "../record/statements.ts";
import type { Statement } from "../record/statements.ts";
import { newId } from "../record/store.ts";

export const PLACE = "counteroffer:course:";
export const verbs = (record: ReturnType<typeof openRecord>) =>
  record.statements().map(({ verb }) => verb.id.split("/").pop());
export const answer = (response: string, mark: readonly [number, number] = [1, 1]) =>
  deeds.answered(ids.check("demo"), "one", { response, mark, interaction: "choice", edition: "e1" });
export const NOTE = `${ids.unit("demo")}:note`;

export const made = (
  deed: Parameters<ReturnType<typeof openRecord>["save"]>[0][number],
  device: string,
  seq: number,
  timestamp = "2026-01-01T00:00:00Z",
): Statement => ({
  ...deed,
  id: newId(),
  actor: { objectType: "Agent", account: { homePage: "urn:counteroffer:device", name: device } },
  context: {
    ...deed.context,
    extensions: { ...deed.context?.extensions, [LOG]: { device, seq, edition: "" } },
  },
  timestamp,
});

/** The record as a file: written for the learner to keep, read again here or on another device. */

import { make } from "../page/dom.ts";
import type { DeviceRecord } from "./device.ts";
import { isDraft } from "./drafts.ts";
import type { Draft } from "./drafts.ts";
import { ids } from "./statements.ts";
import type { Statement } from "./statements.ts";
import { parsed } from "./store.ts";
import { isPlain, soundStatements } from "./valid.ts";
import { fromVersion1 } from "./version1.ts";
import { fileWords } from "../words/learning-words.ts";

const FORMAT = "counteroffer-record";
const VERSION = 2;
/** Bytes; more than any browser keeps for a site. */
export const LARGEST = 10_000_000;

export interface RecordFile {
  statements: Statement[];
  drafts: Record<string, Draft>;
  /** Values that were left out because they make no sense. */
  faults: number;
}

export const fileText = (record: DeviceRecord): string => {
  const lines = record.statements().map((one) => JSON.stringify(one));
  const drafts = JSON.stringify(sendable(record.drafts()));
  return `{"format":"${FORMAT}","version":${VERSION},"statements":[\n${lines.join(",\n")}\n],"drafts":${drafts}}\n`;
};

export function writeFile(record: DeviceRecord): void {
  const blob = new Blob([fileText(record)], { type: "application/json" });
  const link = make("a", { href: URL.createObjectURL(blob), download: "counteroffer-record.json" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Drafts without the name of a programme that was audited: it stays on its device. */
function sendable(drafts: Record<string, Draft>): Record<string, Draft> {
  const own = Object.entries(drafts).map(([activity, draft]): [string, Draft] => {
    if (!activity.startsWith(ids.explorer("")) || !isPlain(draft.value)) return [activity, draft];
    const { name: _, ...value } = draft.value;
    return [activity, { ...draft, value }];
  });
  return Object.fromEntries(own);
}

/** What a file holds, or a sentence that says why it cannot be taken in. */
export async function readFile(file: Blob, edition = ""): Promise<RecordFile | string> {
  if (file.size > LARGEST) return fileWords().large(Math.round(file.size / 1e6), LARGEST / 1e6);
  return readText(await file.text().catch(() => ""), edition);
}

export function readText(text: string, edition = ""): RecordFile | string {
  const words = fileWords();
  // Some programs put a mark of byte order first.
  const value = parsed(text.replace(/^\uFEFF/, ""));
  if (value === undefined) return words.notJson;
  const { format, version, statements, drafts } = isPlain(value) ? value : ({} as Record<string, unknown>);
  if (format !== FORMAT || !Array.isArray(statements)) return words.foreign;
  if (typeof version !== "number" || version > VERSION) return words.newer;
  if (version < 2) return fromVersion1(statements, drafts, edition);
  const found: RecordFile = { ...soundStatements(statements), drafts: {} };
  for (const [activity, draft] of Object.entries(isPlain(drafts) ? drafts : {})) {
    if (isDraft(activity, draft)) found.drafts[activity] = draft;
    else found.faults += 1;
  }
  return found;
}

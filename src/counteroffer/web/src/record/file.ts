/** The record as a file: written for the learner to keep, read again here or on another device. */

import { make } from "../page/dom.ts";
import { wellFormed } from "./device.ts";
import type { DeviceRecord } from "./device.ts";
import { ADL, ids } from "./statements.ts";
import type { Statement } from "./statements.ts";
import { fileWords } from "../words/learning-words.ts";

const FORMAT = "counteroffer-record";
const VERSION = 1;
const VERBS = ["answered", "commented", "completed", "experienced", "interacted", "initialized"];

export interface RecordFile {
  statements: Statement[];
  drafts: Record<string, unknown>;
}

export function writeFile(record: DeviceRecord): void {
  const content = {
    format: FORMAT,
    version: VERSION,
    statements: record.statements(),
    drafts: sendable(record.drafts()),
  };
  const blob = new Blob([`${JSON.stringify(content, null, 1)}\n`], { type: "application/json" });
  const link = make("a", { href: URL.createObjectURL(blob), download: "counteroffer-record.json" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Drafts without those of explorers: the audit's holds the name of a programme, which stays on its device. */
const sendable = (drafts: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(drafts).filter(([id]) => !id.startsWith(ids.explorer(""))));

/** What a file holds, or a sentence that says why it cannot be taken in: a file is taken in whole or not at all. */
export function readFile(text: string): RecordFile | string {
  const words = fileWords();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return words.notJson;
  }
  const { format, version, statements, drafts } = (value ?? {}) as Record<string, unknown>;
  if (format !== FORMAT || !Array.isArray(statements)) return words.foreign;
  if (typeof version !== "number" || version > VERSION) return words.newer;
  const wrong = statements.findIndex((statement) => !isOurs(statement));
  if (wrong >= 0) return words.damaged(wrong + 1);
  return { statements: statements as Statement[], drafts: isPlain(drafts) ? ourDrafts(drafts) : {} };
}

function isOurs(value: unknown): boolean {
  if (!wellFormed(value)) return false;
  const { id, verb, object, result, timestamp } = value;
  return (
    /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(id) &&
    VERBS.some((name) => verb.id === `${ADL}verbs/${name}`) &&
    object.id.startsWith("urn:counteroffer:") &&
    (result === undefined || isPlain(result)) &&
    !Number.isNaN(Date.parse(timestamp))
  );
}

const ourDrafts = (drafts: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(drafts).filter(([id]) => id.startsWith("urn:counteroffer:")));

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

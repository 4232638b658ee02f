/** What the picture of the audit shows, in words, as figures/audit.py says it. */

import type { Row } from "./sheet.ts";
import { auditWords } from "../words/words.ts";

/** Where ours is behind, level, ahead, and what cannot be compared. */
export function sentenceOf(phase: string, rows: Row[]): string {
  const text = auditWords();
  const behind = rows.filter(({ steps }) => steps !== undefined && steps > 0).map(pair);
  const parts: [string, string[]][] = [
    [text.levelOn, rows.filter(({ steps }) => steps === 0).map(pair)],
    [text.aheadOn, rows.filter(({ steps }) => steps !== undefined && steps < 0).map(pair)],
    [text.apart, rows.filter(({ marked, steps }) => marked && steps === undefined).map(name)],
    [text.blank, rows.filter(({ marked }) => !marked).map(name)],
  ];
  return [
    `${text.phase}: ${phase}.`,
    behind.length ? `${text.behindOn} ${behind.join("; ")}.` : text.behindNowhere,
    ...parts.filter(([, names]) => names.length).map(([start, names]) => `${start} ${names.join("; ")}.`),
  ].join(" ");
}

/** One row, as it is said when it has been marked. */
export function rowSentence(row: Row): string {
  const text = auditWords();
  const gap = row.steps === undefined ? text.notCompared : text.steps(row.steps);
  return `${text.pair(row.label, theirsOf(row), stepOf(row.ours))}: ${gap}.`;
}

const name = ({ label }: Row) => label.toLowerCase();
const pair = (row: Row) => auditWords().pair(name(row), theirsOf(row), stepOf(row.ours));

export const stepOf = (step: number | undefined): string =>
  step === undefined ? auditWords().unknown.join(" ") : String(step);

/** Their step, and whether it is only a promise. */
export const theirsOf = ({ theirs, promised }: Row): string =>
  stepOf(theirs) + (promised ? `, ${auditWords().promise}` : "");

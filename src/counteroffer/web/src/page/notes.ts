/** A private note for each unit: kept as it is written, and stated once the learner leaves the field. */

import * as deeds from "../record/deeds.ts";
import { make, region, say } from "./dom.ts";
import type { DeviceRecord } from "../record/device.ts";
import { did, ids, REPLACES } from "../record/statements.ts";
import type { Statement } from "../record/statements.ts";
import { noteWords } from "../words/learning-words.ts";

const draftOf = (unit: string) => `${ids.unit(unit)}:note`;

/**
 * The notes that stand on each unit, by unit. A note says which it takes the place of, so that of two that were
 * written apart, on two devices or in two windows, neither is lost. Those of version 1 took the place of all before.
 */
export function standingNotes(statements: readonly Statement[]): Map<string, Statement[]> {
  const prefix = ids.unit("");
  const found = new Map<string, Statement[]>();
  for (const one of statements) {
    if (!did(one, "commented") || !one.object.id.startsWith(prefix)) continue;
    const unit = one.object.id.slice(prefix.length);
    const replaced = one.context?.extensions?.[REPLACES] as string[] | undefined;
    const before = found.get(unit) ?? [];
    const left = before.filter(({ id, context }) =>
      replaced ? !replaced.includes(id) : Boolean(context?.extensions?.[REPLACES]),
    );
    found.set(unit, [...left, one]);
  }
  return found;
}

/** The words on each unit, by unit; a note that was emptied is gone. */
export function notes(statements: readonly Statement[]): Map<string, string> {
  const words = [...standingNotes(statements)].map(([unit, own]): [string, string] => [unit, textOf(own)]);
  return new Map(words.filter(([, text]) => text));
}

const textOf = (own: Statement[]): string =>
  [...new Set(own.map(({ result }) => result?.response ?? ""))].filter(Boolean).join("\n\n");

/** Both, where neither holds the other. */
export function both(theirs: string, mine: string): string {
  const [a, b] = [theirs.trim(), mine.trim()];
  if (a.includes(b)) return theirs;
  return b.includes(a) ? mine : `${a}\n\n${b}`;
}

export function noteBox(record: DeviceRecord, unit: string): HTMLElement {
  const text = noteWords();
  const id = `co-note-${unit}`;
  const draft = draftOf(unit);
  const field = make("textarea", { id, rows: "4", autocomplete: "off", "aria-describedby": `${id}-where` });
  const live = region();
  const box = make(
    "details",
    { class: "co-note-box" },
    make("summary", {}, text.title),
    make("label", { for: id }, text.label),
    field,
    make("p", { id: `${id}-where`, class: "co-note-where" }, text.where),
    live,
  );
  const kept = () => notes(record.statements()).get(unit) ?? "";
  const stored = () => {
    const writing = record.draft(draft);
    return typeof writing === "string" ? writing : kept();
  };
  /** What the field and the record last agreed on, and the record it was. */
  let agreed = stored();
  let epoch = record.epoch();

  /** Another window, or a file that was taken in, may have written here since. */
  function follow(): void {
    const theirs = stored();
    const wiped = epoch !== undefined && record.epoch() !== epoch;
    const mine = field.value;
    epoch = record.epoch();
    if (wiped || mine === agreed || mine === theirs) {
      if (mine !== theirs) field.value = theirs;
    } else if (theirs !== agreed) {
      field.value = both(theirs, mine);
      say(live, text.both);
      if (field.value !== theirs) record.save([], { [draft]: field.value });
    }
    agreed = stored();
    if (wiped) live.replaceChildren();
    box.open = box.open || Boolean(field.value);
  }

  field.value = agreed;
  box.open = Boolean(agreed);
  field.addEventListener("input", () => {
    if (stored() !== agreed || (epoch !== undefined && record.epoch() !== epoch)) follow();
    if (field.value === agreed) return;
    agreed = field.value;
    record.save([], { [draft]: field.value });
    epoch = record.epoch();
  });
  field.addEventListener("change", () => {
    follow();
    const words = field.value.trim();
    const own = standingNotes(record.statements()).get(unit) ?? [];
    const news = words !== kept() || own.length > 1;
    record.save(
      news
        ? [
            deeds.noted(
              unit,
              words,
              own.map((one) => one.id),
            ),
          ]
        : [],
      { [draft]: undefined },
    );
    agreed = stored();
    epoch = record.epoch();
    say(live, record.kept() ? text.kept : text.unkept);
  });
  record.onChange(({ log, all, draft: changed }) => {
    if (log || all || changed === draft) follow();
  });
  return box;
}

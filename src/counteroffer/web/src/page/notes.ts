/** A private note for each unit: kept as it is written, and stated once the learner leaves the field. */

import * as deeds from "../record/deeds.ts";
import { make, region, say } from "./dom.ts";
import type { DeviceRecord } from "../record/device.ts";
import { did, ids } from "../record/statements.ts";
import type { Statement } from "../record/statements.ts";
import { noteWords } from "../words/learning-words.ts";

const draftOf = (unit: string) => `${ids.unit(unit)}:note`;

/** The last note on each unit, by unit; one that was emptied is gone. */
export function notes(statements: Statement[]): Map<string, string> {
  const prefix = ids.unit("");
  const found = statements
    .filter((statement) => did(statement, "commented") && statement.object.id.startsWith(prefix))
    .map(({ object, result }): [string, string] => [object.id.slice(prefix.length), result?.response ?? ""]);
  return new Map([...new Map(found)].filter(([, text]) => text));
}

export function noteBox(record: DeviceRecord, unit: string): HTMLElement {
  const text = noteWords();
  const id = `co-note-${unit}`;
  const field = make("textarea", { id, rows: "4", "aria-describedby": `${id}-where` });
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
  const draft = record.draft(draftOf(unit));
  field.value = typeof draft === "string" ? draft : kept();
  box.open = Boolean(field.value);
  field.addEventListener("input", () => record.save([], { [draftOf(unit)]: field.value }));
  field.addEventListener("change", () => {
    const words = field.value.trim();
    record.save(words === kept() ? [] : [deeds.noted(unit, words)], { [draftOf(unit)]: undefined });
    say(live, record.kept() ? text.kept : text.unkept);
  });
  return box;
}

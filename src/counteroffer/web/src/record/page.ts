/** The page on which a learner sees, prints, exports, takes in and wipes the record of this device. */

import { askingButton } from "../page/confirm.ts";
import { button, make, one, region, say, sayAtLast } from "../page/dom.ts";
import { readFile, writeFile } from "./file.ts";
import type { DeviceRecord } from "./device.ts";
import { every } from "./every.ts";
import { keepsApart } from "./keeping.ts";
import { history, notesOn, objectives, summary, sureness, work } from "./page-parts.ts";
import { merge } from "./merge.ts";
import { isTraceless } from "./place.ts";
import { readers } from "./readers.ts";
import { fileWords, recordWords, traceWords } from "../words/learning-words.ts";

const PARTS = [summary, objectives, work, history, sureness, notesOn];

export function upgradeRecord(root: HTMLElement, record: DeviceRecord): { refresh(): void } {
  const text = recordWords();
  const live = region();
  const content = make("div", { class: "co-record-content" });
  const wipe = askingButton(
    text.wipe,
    () => ({ ask: keepsApart.known ? text.askWipeHere : text.askWipe, yes: text.wipe, no: text.keep }),
    () => say(live, record.wipe() ? text.wiped : text.unwiped),
  );
  const save = button(text.exportIt, () => {
    writeFile(record);
    record.exported();
    refresh();
    say(live, text.exported);
  });
  const paper = button(text.print, () => print());

  function refresh(): void {
    const statements = record.statements();
    const wasOpen = one<HTMLDetailsElement>(content, ".co-every")?.open ?? false;
    const told = statements.length ? PARTS.flatMap((part) => part(statements)) : [make("p", {}, text.empty)];
    content.replaceChildren(...told, ...stored(record), every(statements, wasOpen));
  }

  refresh();
  const actions = make("div", { class: "co-actions" }, paper, save, wipe);
  const who = make("div", {}, ...readers());
  root.replaceChildren(content, actions, takeIn(record, live), live, who);
  root.classList.add("co-live");
  record.onChange(({ log, all }) => (log || all) && refresh());
  keepsApart.tell(() => {
    refresh();
    who.replaceChildren(...readers());
  });
  return { refresh };
}

/** What is kept, where, and what the browser makes of it. */
function stored(record: DeviceRecord): HTMLElement[] {
  const text = recordWords();
  const statements = record.statements();
  const size = statements.reduce((sum, one) => sum + JSON.stringify(one).length, 0);
  const kept = record.kept();
  const faults = record.faults();
  const unexported = record.unexported();
  const where = !kept
    ? text.unkept
    : isTraceless()
      ? traceWords().traceless
      : keepsApart.known
        ? text.apart
        : text.kept;
  const lines = [
    where,
    text.count(statements.length, Math.ceil(size / 1024)),
    ...(kept && unexported ? [text.remind(unexported)] : []),
    ...(faults ? [text.faults(faults)] : []),
    text.key,
    text.exportNote,
  ];
  return [make("h2", {}, text.storage), ...lines.map((line) => make("p", {}, line))];
}

function takeIn(record: DeviceRecord, live: HTMLElement): HTMLElement {
  const text = fileWords();
  const input = make("input", { type: "file", id: "co-import", accept: ".json,application/json" });
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (!file) return;
    const found = await readFile(file);
    if (typeof found === "string") sayAtLast(live, found);
    else {
      const { news, kept } = merge(record, found.statements, found.drafts);
      const taken = kept ? text.taken(news, found.statements.length - news) : text.notKept(news);
      sayAtLast(live, found.faults ? `${taken} ${text.leftOut(found.faults)}` : taken);
    }
    // The same file can be chosen again.
    input.value = "";
  });
  return make("p", { class: "co-import" }, make("label", { for: "co-import" }, text.takeIn), " ", input);
}

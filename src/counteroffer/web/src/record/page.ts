/** The page on which a learner sees, prints, exports, takes in and wipes the record of this device. */

import { askingButton, button, make, one, region, say } from "../page/dom.ts";
import { readFile, writeFile } from "./file.ts";
import type { DeviceRecord } from "./device.ts";
import { history, notesOn, objectives, short, summary, sureness, when, work } from "./page-parts.ts";
import { did } from "./statements.ts";
import type { Statement } from "./statements.ts";
import { fileWords, recordWords } from "../words/learning-words.ts";

const PARTS = [summary, objectives, work, history, sureness, notesOn];

export function upgradeRecord(root: HTMLElement, record: DeviceRecord): { refresh(): void } {
  const text = recordWords();
  const live = region();
  const content = make("div", { class: "co-record-content" });
  const wipe = askingButton(
    text.wipe,
    text.surely,
    (words) => say(live, words),
    () => say(live, record.wipe() ? text.wiped : text.unwiped),
  );
  const save = button(text.exportIt, () => {
    writeFile(record);
    say(live, text.exported);
  });
  const paper = button(text.print, () => print());

  function refresh(): void {
    const statements = record.statements();
    const wasOpen = one<HTMLDetailsElement>(content, ".co-every")?.open ?? false;
    const told = statements.length ? PARTS.flatMap((part) => part(statements)) : [make("p", {}, text.empty)];
    content.replaceChildren(...told, ...stored(record, statements), every(statements, wasOpen));
  }

  refresh();
  const actions = make("div", { class: "co-actions" }, paper, save, wipe);
  root.replaceChildren(content, actions, takeIn(record, live), live);
  root.classList.add("co-live");
  return { refresh };
}

/** What is kept, where, and what the browser makes of it. */
function stored(record: DeviceRecord, statements: Statement[]): HTMLElement[] {
  const text = recordWords();
  const size = new Blob([JSON.stringify([statements, record.drafts()])]).size;
  const lines = [
    record.kept() ? text.kept : text.unkept,
    text.count(statements.length, Math.ceil(size / 1024)),
    ...(record.damaged() ? [text.damaged] : []),
    text.key,
  ];
  return [make("h2", {}, text.storage), ...lines.map((line) => make("p", {}, line))];
}

function takeIn(record: DeviceRecord, live: HTMLElement): HTMLElement {
  const text = fileWords();
  const input = make("input", { type: "file", id: "co-import", accept: ".json,application/json" });
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (!file) return;
    const found = readFile(await file.text().catch(() => ""));
    if (typeof found === "string") say(live, found);
    else {
      const news = record.merge(found.statements, found.drafts);
      const kept = record.kept() ? "" : ` ${recordWords().unkept}`;
      say(live, text.taken(news, found.statements.length - news) + kept);
    }
    // The same file can be chosen again.
    input.value = "";
  });
  return make("p", { class: "co-import" }, make("label", { for: "co-import" }, text.takeIn), " ", input);
}

function every(statements: Statement[], open: boolean): HTMLElement {
  const text = recordWords();
  const heads = [text.when, text.what, text.result].map((head) => make("th", { scope: "col" }, head));
  const rows = statements.map((statement) =>
    make(
      "tr",
      {},
      make("td", {}, when(statement.timestamp)),
      make(
        "td",
        { translate: "no" },
        `${statement.verb.display?.en ?? statement.verb.id} ${short(statement.object.id)}`,
      ),
      make("td", { translate: "no" }, outcome(statement)),
    ),
  );
  const table = make(
    "table",
    { class: "co-statements" },
    make("thead", {}, make("tr", {}, ...heads)),
    make("tbody", {}, ...rows),
  );
  const box = make(
    "div",
    { class: "co-scroll", tabindex: "0", role: "region", "aria-label": text.table },
    table,
  );
  const details = make("details", { class: "co-every" }, make("summary", {}, text.every), box);
  details.open = open;
  return details;
}

function outcome(statement: Statement): string {
  const text = recordWords();
  const { response = "", score } = statement.result ?? {};
  if (typeof score?.scaled !== "number") return String(response);
  if (did(statement, "completed")) return text.score(Math.round(score.scaled * 100));
  const verdict = score.scaled === 1 ? text.right : score.scaled > 0 ? text.partly : text.notYet;
  return response ? `${response} (${verdict})` : verdict;
}

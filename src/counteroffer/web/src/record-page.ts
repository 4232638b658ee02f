/** The page on which a learner sees, exports and wipes the record of this device. */

import { addressOf, course } from "./course.ts";
import { askingButton, button, make, one, region, say } from "./dom.ts";
import type { DeviceRecord } from "./record.ts";
import { checkStanding, isRead } from "./standing.ts";
import { attempt, did, endingsSeen, ids, isAbout, pathOf } from "./statements.ts";
import type { Statement } from "./statements.ts";
import { recordWords } from "./words.ts";

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
    download(record.statements());
    say(live, text.exported);
  });

  function refresh(): void {
    const statements = record.statements();
    const wasOpen = one<HTMLDetailsElement>(content, "details")?.open ?? false;
    content.replaceChildren(
      make("p", {}, record.kept() ? text.kept : text.unkept),
      ...(record.damaged() ? [make("p", {}, text.damaged)] : []),
      make("p", {}, statements.length ? text.count(statements.length) : text.empty),
      ...lists(statements),
      every(statements, wasOpen),
    );
  }

  refresh();
  root.replaceChildren(content, make("div", { class: "co-actions" }, save, wipe), live);
  root.classList.add("co-live");
  return { refresh };
}

/** What was done, a list for each sort of thing: by the course's own titles where it knows them. */
function lists(statements: Statement[]): HTMLElement[] {
  const text = recordWords();
  const { units, cases, explorers } = course();
  const about = (id: string) => statements.filter((statement) => isAbout(statement, id));

  const unitLines = Object.entries(units).map(([id, unit]) => {
    const { answered, score } = checkStanding(statements, id);
    return line(unit, unit.number, [
      isRead(statements, id) && text.read,
      answered && text.answered(answered, unit.items ?? answered),
      answered && text.score(Math.round(score * 100)),
    ]);
  });
  const caseLines = Object.entries(cases).map(([id, one]) => {
    const decided = attempt(statements, ids.case(id)).length && pathOf(statements, id).length;
    const seen = endingsSeen(statements, id).length;
    return line(one, undefined, [
      decided && text.decisions(decided),
      seen && text.endings(seen, one.endings),
    ]);
  });
  const explorerLines = Object.entries(explorers).map(([id, explorer]) => {
    const count = about(ids.explorer(id)).length;
    return line(explorer, undefined, [count && text.settings(count)]);
  });
  const known = [...Object.keys(units).flatMap((id) => [ids.unit(id), ids.check(id)])].concat(
    Object.keys(cases).map(ids.case),
    Object.keys(explorers).map(ids.explorer),
  );
  const other = new Set(
    statements
      .filter((statement) => !known.some((id) => isAbout(statement, id)))
      .map(({ object }) => short(object.id)),
  );
  const otherLines = [...other].map((id) => make("li", {}, id));

  return [
    list(text.units, unitLines),
    list(text.cases, caseLines),
    list(text.explorers, explorerLines),
    list(text.other, otherLines),
  ].flat();
}

type Said = string | number | false;

function line(thing: { title: string; url: string }, number: string | undefined, said: Said[]) {
  const told = said.filter(Boolean);
  if (!told.length) return undefined;
  const title = number ? `${number} ${thing.title}` : thing.title;
  return make("li", {}, make("a", { href: addressOf(thing.url).href }, title), `: ${told.join(", ")}`);
}

function list(title: string, lines: (HTMLElement | undefined)[]): HTMLElement[] {
  const full = lines.filter((line) => line !== undefined);
  return full.length ? [make("h2", {}, title), make("ul", { class: "co-record-list" }, ...full)] : [];
}

function every(statements: Statement[], open: boolean): HTMLElement {
  const text = recordWords();
  const heads = [text.when, text.what, text.result].map((head) => make("th", { scope: "col" }, head));
  const rows = statements.map((statement) =>
    make(
      "tr",
      {},
      make("td", {}, new Date(statement.timestamp).toLocaleString(document.documentElement.lang || "en")),
      make("td", {}, `${statement.verb.display?.en ?? statement.verb.id} ${short(statement.object.id)}`),
      make("td", {}, outcome(statement)),
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
  const details = make("details", {}, make("summary", {}, text.every), box);
  details.open = open;
  return details;
}

function outcome(statement: Statement): string {
  const text = recordWords();
  const { response = "", score } = statement.result ?? {};
  if (score === undefined) return response;
  if (did(statement, "completed")) return text.score(Math.round(score.scaled * 100));
  const verdict = score.scaled === 1 ? text.right : score.scaled > 0 ? text.partly : text.notYet;
  return response ? `${response} (${verdict})` : verdict;
}

const short = (id: string): string => id.replace(/^urn:counteroffer:/, "").replaceAll(":", " ");

function download(statements: Statement[]): void {
  const content = { format: "counteroffer-record", version: 1, statements };
  const blob = new Blob([`${JSON.stringify(content, null, 1)}\n`], { type: "application/json" });
  const link = make("a", { href: URL.createObjectURL(blob), download: "counteroffer-record.json" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

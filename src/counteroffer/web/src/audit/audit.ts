/** The audit: the learner marks ten rows, sees them beside the competing offer, and prints a report. */

import { printing, report, gapBox } from "./report.ts";
import { furthest, radios, Sheet } from "./sheet.ts";
import type { Entries, Row } from "./sheet.ts";
import { picture } from "./picture.ts";
import { askingButton } from "../page/confirm.ts";
import type { Face } from "../check/check.ts";
import { button, byData, copies, make, one, region, say } from "../page/dom.ts";
import { rowSentence, sentenceOf, stepOf, theirsOf } from "./sentence.ts";
import { auditWords } from "../words/words.ts";

export interface AuditHost {
  load(): Entries | undefined;
  /** Undefined once the sheet is cleared. Whether it is kept; not where the record has moved on. */
  save(entries: Entries | undefined): boolean;
  /** Every row is marked, for a phase. */
  completed(phase: string): void;
  onNews?(listener: () => void): () => void;
}

export function upgradeAudit(root: HTMLElement, host: AuditHost): Face {
  const text = auditWords();
  const sheet = new Sheet(root);
  const live = region("co-status co-vh");
  const result = make("div", { class: "co-result" });

  const any = () => Boolean(sheet.phase) && sheet.rows().some(({ marked }) => marked);

  function show(): void {
    const rows = sheet.rows();
    for (const { fieldset, marked } of rows) fieldset.classList.toggle("co-marked", marked);
    const count = rows.filter(({ marked }) => marked).length;
    const progress = make("p", { class: "co-count" }, text.count(count, rows.length));
    if (!any()) return result.replaceChildren(progress, make("p", {}, text.begin));
    const wasOpen = one<HTMLDetailsElement>(result, "details")?.open ?? false;
    const sentence = sentenceOf(sheet.phaseLabel, rows);
    const name = `${root.dataset.title} ${sheet.phaseLabel}.`;
    const figure = make(
      "figure",
      { class: "co-frame" },
      picture(rows, sheet.scale, name),
      make("figcaption", {}, make("p", { class: "co-alt" }, sentence), table(rows, wasOpen)),
    );
    const behind = furthest(rows);
    const gaps = behind.length
      ? [
          make("h3", {}, text.behind(behind.length)),
          ...copies(byData(root, "note", "first")?.childNodes ?? []),
          ...behind.map((row) => gapBox(row, sheet.phase ?? "")),
        ]
      : [make("h3", {}, text.level)];
    result.replaceChildren(progress, figure, ...gaps);
  }

  function changed(group: HTMLElement | null): void {
    const { phase } = sheet;
    if (!host.save(sheet.entries())) return refresh();
    show();
    const rows = sheet.rows();
    const row = rows.find(({ fieldset }) => fieldset === group);
    const count = text.count(rows.filter(({ marked }) => marked).length, rows.length);
    if (!row) say(live, any() ? sentenceOf(sheet.phaseLabel, rows) : `${sheet.phaseLabel}. ${count}`);
    else say(live, `${phase ? rowSentence(row) : text.choosePhase} ${count}`);
    if (phase && rows.every(({ marked }) => marked)) host.completed(phase);
  }

  root.addEventListener("change", (event) => {
    const target = event.target as HTMLElement;
    if (target.matches("input[type=radio]")) changed(target.closest(".co-dimension"));
  });
  sheet.name.addEventListener("input", () => host.save(sheet.entries()) || refresh());

  const printIt = printing(() => (any() ? report(sheet) : undefined));
  const actions = make(
    "div",
    { class: "co-actions" },
    button(
      text.print,
      () => {
        if (any()) return printIt("report");
        say(live, text.begin);
        radios(sheet.firstOpen)[0]?.focus();
      },
      "co-primary",
    ),
    button(text.printBlank, () => printIt("sheet")),
    askingButton(text.clear, () => ({ ask: text.askClear, yes: text.clear, no: text.keep }), clear),
  );

  function clear(): void {
    host.save(undefined);
    refresh();
    say(live, text.cleared);
  }

  function refresh(): void {
    sheet.fill(host.load() ?? {});
    show();
  }

  refresh();
  one(root, ".co-seen")!.append(result, actions);
  root.append(live);
  root.classList.add("co-live");
  host.onNews?.(refresh);
  return { refresh };
}

/** The picture as a table. */
function table(rows: Row[], open: boolean): HTMLElement {
  const text = auditWords();
  const heads = text.heads.map((head) => make("th", { scope: "col" }, head));
  const lines = rows.map((row) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, `${row.number} ${row.label}`),
      make("td", {}, row.marked ? stepOf(row.ours) : text.unmarked),
      make("td", {}, row.marked ? theirsOf(row) : ""),
      make("td", {}, row.steps === undefined ? "" : text.steps(row.steps)),
    ),
  );
  const details = make(
    "details",
    {},
    make("summary", {}, text.table),
    make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...lines)),
  );
  details.open = open;
  return details;
}

/** The report that a learner takes to a meeting: two pages, made when they are printed and gone afterwards. */

import { furthest } from "./sheet.ts";
import type { Row, Sheet } from "./sheet.ts";
import { picture } from "./picture.ts";
import { byData, copies, make, one, textOf } from "../page/dom.ts";
import { sentenceOf, theirsOf } from "./sentence.ts";
import { auditWords } from "../words/words.ts";

export function report(sheet: Sheet): HTMLElement {
  const rows = sheet.rows();
  return make("section", { class: "co-report" }, firstPage(sheet, rows), secondPage(sheet, rows));
}

function firstPage(sheet: Sheet, rows: Row[]): HTMLElement {
  const text = auditWords();
  const today = new Date().toLocaleDateString(document.documentElement.lang || "en", { dateStyle: "long" });
  const facts = [
    [text.programme, sheet.name.value.trim() || text.nameless],
    [text.date, today],
    [text.phase, sheet.phaseLabel],
  ].map(([term, said]) => make("div", {}, make("dt", {}, term), make("dd", { dir: "auto" }, said)));
  return make(
    "section",
    { class: "co-report-page" },
    make("h1", {}, sheet.root.dataset.title),
    make("dl", { class: "co-report-facts" }, ...facts),
    picture(rows, sheet.scale, textOf(one(sheet.root, ".co-seen h2"))),
    make("p", { class: "co-report-sentence" }, sentenceOf(sheet.phaseLabel, rows)),
    make(
      "div",
      { class: "co-report-small" },
      make("p", {}, ...copies(one(sheet.root, ".co-seeing")?.childNodes ?? [])),
      ...note(sheet, "limits"),
    ),
  );
}

const note = (sheet: Sheet, name: string): Node[] =>
  copies(byData(sheet.root, "note", name)?.childNodes ?? []);

function secondPage(sheet: Sheet, rows: Row[]): HTMLElement {
  const text = auditWords();
  const behind = furthest(rows);
  return make(
    "section",
    { class: "co-report-page" },
    make("h2", {}, behind.length ? text.behind(behind.length) : text.level),
    make("div", { class: "co-report-first" }, ...note(sheet, "first")),
    ...behind.map((row) => gapBox(row, sheet.phase ?? "")),
    make("div", { class: "co-report-notes" }, ...text.notes.map((line) => make("p", {}, line))),
    make("p", { class: "co-report-small" }, text.records),
  );
}

/** One of the widest gaps: both sides in words, and what evidence suggests. */
export function gapBox(row: Row, phase: string): HTMLElement {
  const text = auditWords();
  const mark = one(row.fieldset, "input:checked + label");
  const note = one(byData(row.fieldset, "phase", phase) ?? row.fieldset, ".co-their-note");
  return make(
    "div",
    { class: "co-gap" },
    make("h3", {}, `${row.number} ${row.label}: ${text.steps(row.steps ?? 0)}`),
    make("p", {}, make("b", {}, `${text.oursIs} `), ...copies(mark?.childNodes ?? [])),
    make(
      "p",
      {},
      make("b", {}, `${text.theirsIs} `),
      `${theirsOf(row)}${row.disputed ? `, ${text.disputed}` : ""}. `,
      ...copies(note?.childNodes ?? []),
    ),
    ...copies(row.fieldset.querySelectorAll(".co-advice > p")),
  );
}

/**
 * Put what is to be printed in place and take it away after printing. Some browsers never say that they have
 * printed; the next act of the reader then brings the page back.
 */
export function printing(prepare: () => HTMLElement | undefined): (mode: "report" | "sheet") => void {
  const root = document.documentElement;
  let undo: (() => void) | undefined;
  function ready(mode: "report" | "sheet"): void {
    undo?.();
    const page = mode === "report" ? prepare() : undefined;
    root.dataset.print = page ? "report" : "sheet";
    if (page) document.body.append(page);
    undo = () => {
      undo = undefined;
      page?.remove();
      delete root.dataset.print;
    };
  }
  addEventListener("beforeprint", () => {
    if (!undo) ready("report");
  });
  addEventListener("afterprint", () => undo?.());
  for (const act of ["pointerdown", "keydown"]) addEventListener(act, () => undo?.(), { capture: true });
  return (mode) => {
    ready(mode);
    print();
  };
}

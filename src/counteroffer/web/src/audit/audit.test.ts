import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { upgradeAudit } from "./audit.ts";
import { auditHtml } from "../testing/faces.ts";
import { auditOnDevice } from "../record/hosts.ts";
import { openRecord } from "../record/device.ts";
import { choose, find, memoryStore, page, press, reply, status } from "../testing/page.ts";

const ACTIVITY = "urn:counteroffer:explorer:demo";
const NAME = '<img src=x onerror="alert(1)">';

/** A page with the sheet, and how to open it anew. */
function open(store = memoryStore()) {
  const record = openRecord(() => store);
  const show = () => {
    document.documentElement.removeAttribute("data-print");
    document.querySelectorAll(".co-report").forEach((one) => one.remove());
    const root = page(auditHtml());
    upgradeAudit(root, auditOnDevice(record, "demo"));
    return root;
  };
  return { record, store, show };
}

const mark = (root: HTMLElement, row: string, step: string) => choose(root, `#a-${row}-${step}`);

function markAll(root: HTMLElement): void {
  mark(root, "safety", "1");
  mark(root, "income", "1");
  mark(root, "care", "4");
  mark(root, "ties", "unknown");
  choose(root, "#a-phase-one");
}

function name(root: HTMLElement, text: string): void {
  const input = find<HTMLInputElement>(root, ".co-name input");
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

const gaps = (root: ParentNode) => Array.from(root.querySelectorAll(".co-gap h3"), (one) => one.textContent);

for (const way of ["straight through", "through save and load"]) {
  test(`marks become a picture, a sentence and the widest gaps, ${way}`, () => {
    const { show } = open();
    let root = show();
    assert.equal(root.querySelector(".co-result svg"), null, "nothing is drawn of an empty sheet");
    markAll(root);
    const sentence =
      "Phase: Phase one. Ours is behind on safety (theirs 3; ours 1); income (theirs 2, a promise; ours 1). Not compared, since one side is not known: care; ties.";
    assert.equal(status(root), sentence);
    if (way !== "straight through") root = show();
    assert.equal(find(root, ".co-alt").textContent, sentence);
    assert.deepEqual(gaps(root), ["1 Safety: behind by 2 steps", "2 Income: behind by 1 step"]);
    const [first] = root.querySelectorAll(".co-gap");
    for (const said of ["Safety 1", "Note on safety.", "Mend safety.", "Read again: Unit"])
      assert.match(first!.textContent ?? "", new RegExp(said));
    assert.match(find(root, ".co-result").textContent ?? "", /Stop harm first\..*1 Safety/);
    assert.equal(root.querySelectorAll(".co-result tbody tr").length, 4);
  });
}

test("the two sides differ in shape, and a promise from what was kept", () => {
  const root = open().show();
  markAll(root);
  const svg = find(root, ".co-result svg" as "svg") as unknown as SVGSVGElement;
  const [, , ...drawn] = svg.querySelectorAll("circle");
  assert.deepEqual(
    drawn.map((one) => one.getAttribute("class")),
    ["kept", "promised", "kept", "kept"],
  );
  assert.equal(svg.querySelectorAll("rect.ours").length, 5, "four marks and the key");
  assert.equal(svg.querySelectorAll("line.behind").length, 2);
  assert.equal(svg.querySelectorAll("text.disputed").length, 1);
});

test("each mark is said, and compared once a phase is chosen", () => {
  const root = open().show();
  mark(root, "safety", "4");
  assert.equal(status(root), "Marked. Choose a phase to compare. 1 of 4 rows marked.");
  choose(root, "#a-phase-one");
  mark(root, "income", "2");
  assert.equal(status(root), "Income (theirs 2, a promise; ours 2): level. 2 of 4 rows marked.");
  mark(root, "safety", "4");
  assert.equal(status(root), "Safety (theirs 3; ours 4): ahead by 1 step. 2 of 4 rows marked.");
  assert.deepEqual(gaps(root), []);
  assert.match(find(root, ".co-result").textContent ?? "", /On no row that can be compared/);
});

test("what is typed and marked is a draft; a statement says only which phase was audited, once", () => {
  const { record, store, show } = open();
  const root = show();
  name(root, "Programme of hope");
  mark(root, "safety", "1");
  mark(root, "income", "1");
  choose(root, "#a-phase-one");
  assert.deepEqual(record.statements(), [], "nothing is stated of a sheet that is not full");
  markAll(root);
  mark(root, "safety", "2");
  const [made, ...more] = record.statements();
  assert.deepEqual(more, []);
  assert.equal(made!.object.id, ACTIVITY);
  assert.equal(made!.result?.response, "phase[.]one");
  assert.deepEqual(record.draft(ACTIVITY), {
    name: "Programme of hope",
    phase: "one",
    marks: { safety: "2", income: "1", care: "4", ties: "unknown" },
  });
  const kept = [...store.all].filter(([key]) => !key.includes(":draft:"));
  assert.ok(kept.length);
  assert.doesNotMatch(JSON.stringify(kept), /hope/);
});

test("the report has two pages, and the name in it is text", () => {
  const root = open().show();
  let printed = 0;
  Object.defineProperty(globalThis, "print", { value: () => (printed += 1), configurable: true });
  markAll(root);
  find<HTMLInputElement>(root, ".co-name input").maxLength = 60;
  name(root, NAME);
  press(root, "Print the report");
  assert.equal(printed, 1);
  assert.equal(document.documentElement.dataset.print, "report");
  const pages = document.querySelectorAll(".co-report > .co-report-page");
  assert.equal(pages.length, 2);
  assert.match(pages[0]!.textContent ?? "", /<img src=x/);
  assert.equal(document.querySelectorAll("img").length, 0);
  assert.deepEqual(gaps(pages[1]!), ["1 Safety: behind by 2 steps", "2 Income: behind by 1 step"]);
  assert.match(pages[0]!.textContent ?? "", /Phase one.*Nothing is measured\./);
  assert.match(pages[1]!.textContent ?? "", /Stop harm first\..*1 Safety.*What we stop this week/);
  dispatchEvent(new Event("afterprint"));
  assert.equal(document.querySelector(".co-report"), null);
  assert.equal(document.documentElement.dataset.print, undefined);
});

test("printing an empty sheet says what is missing, and a blank one prints no report", () => {
  const root = open().show();
  let printed = 0;
  Object.defineProperty(globalThis, "print", { value: () => (printed += 1), configurable: true });
  press(root, "Print the report");
  assert.equal(printed, 0);
  assert.match(status(root), /Choose a phase and mark a row/);
  assert.equal(document.activeElement?.id, "a-safety-0");
  markAll(root);
  press(root, "Print a blank sheet");
  assert.equal(printed, 1);
  assert.equal(document.documentElement.dataset.print, "sheet");
  assert.equal(document.querySelector(".co-report"), null);
  dispatchEvent(new Event("afterprint"));
});

test("clearing asks first, and leaves nothing behind", () => {
  const { record, show } = open();
  const root = show();
  markAll(root);
  name(root, "Programme");
  press(root, "Clear the sheet");
  assert.ok(record.draft(ACTIVITY));
  reply("Clear the sheet");
  assert.equal(record.draft(ACTIVITY), undefined);
  assert.equal(root.querySelectorAll("input:checked").length, 0);
  assert.equal(find<HTMLInputElement>(root, ".co-name input").value, "");
  assert.equal(root.querySelector(".co-result svg"), null);
  assert.match(status(root), /The sheet is clear/);
});

for (const [what, draft] of Object.entries({
  "a text": "nonsense",
  "another shape": { name: 7, phase: ["one"], marks: "all" },
  "unknown rows and steps": { phase: "nine", marks: { safety: "9", nobody: "1" } },
})) {
  test(`a draft that is ${what} leaves the sheet empty and working`, () => {
    const { record, show } = open();
    record.save([], { [ACTIVITY]: draft });
    const root = show();
    assert.equal(root.querySelectorAll("input:checked").length, 0);
    assert.equal(find<HTMLInputElement>(root, ".co-name input").value, "");
    markAll(root);
    assert.deepEqual(gaps(root).length, 2);
  });
}

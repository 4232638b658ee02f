import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import * as deeds from "./deeds.ts";
import { openRecord } from "./device.ts";
import { fileText } from "./file.ts";
import { upgradeRecord } from "./page.ts";
import { standing } from "./standing.ts";
import { ids } from "./statements.ts";
import { find, handedOver, memoryStore, page, press, reply, status } from "../testing/page.ts";

window.counterofferCourse = {
  units: { demo: { title: "Demo", number: "1.1", url: "demo.html", items: 2 } },
  cases: { camp: { title: "The camp", url: "camp.html", endings: 3 } },
  explorers: { map: { title: "Map", url: "map.html" } },
};

window.counterofferItems = {
  outcomes: {},
  objectives: {},
  checks: {},
  items: {},
  sections: {},
  endings: { camp: { home: "Home at last" } },
  blueprint: null,
  forms: [],
};

const answered = (item: string, mark: readonly [number, number]) =>
  deeds.answered(ids.check("demo"), item, { response: "a", mark, interaction: "choice" });

const filled = () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  record.save([
    deeds.read("demo"),
    answered("one", [1, 1]),
    answered("two", [1, 2]),
    deeds.decided("camp", { decision: "first", cards: ["list"], option: "wait" }),
    deeds.ended("camp", "home"),
    deeds.set("map", { phase: "two" }),
    deeds.read("gone"),
  ]);
  return { store, record };
};

test("the page says what is kept, by the course's own titles, and every statement", () => {
  const { record } = filled();
  const root = page('<section class="co co-record" data-co="record"><p class="co-noscript">…</p></section>');
  upgradeRecord(root, record);
  const lines = Array.from(root.querySelectorAll("li"), (line) => line.textContent);
  assert.deepEqual(lines, [
    "1.1 Demo: read, answered 2 of 2, score 75 %",
    "The camp: 1 decision made, endings seen 1 of 3: Home at last",
    "Map: 1 setting looked at",
    "unit gone",
  ]);
  find<HTMLDetailsElement>(root, ".co-every").open = true;
  find(root, ".co-every").dispatchEvent(new Event("toggle"));
  assert.equal(root.querySelectorAll("tbody tr").length, 7);
  assert.equal(root.querySelector(".co-noscript"), null);
});

test("r16: wiping asks, a second click and a held key answer nothing, and it says that it is done", () => {
  const { record, store } = filled();
  const root = page('<section class="co co-record" data-co="record"></section>');
  upgradeRecord(root, record);
  const wipe = press(root, "Wipe");
  const yes = [...document.querySelectorAll<HTMLButtonElement>("dialog button")].find(
    ({ textContent }) => textContent === "Wipe",
  )!;
  assert.notEqual(document.activeElement, yes, "the harmless answer is in focus");
  yes.dispatchEvent(new MouseEvent("click", { detail: 2 }));
  const held = new KeyboardEvent("keydown", { key: "Enter", repeat: true, cancelable: true, bubbles: true });
  yes.dispatchEvent(held);
  assert.ok(held.defaultPrevented);
  assert.equal(record.statements().length, 7);
  reply("Keep it");
  assert.equal(document.activeElement, wipe);
  wipe.click();
  reply("Wipe");
  assert.equal(store.all.size, 0);
  assert.equal(status(root), "The record is wiped.");
  assert.match(find(root, ".co-record-content").textContent!, /Nothing is recorded yet\./);
});

test("without modal dialogues a wipe asks in the line, and a yes wipes", () => {
  const dialogs = Object.getPrototypeOf(document.createElement("dialog")) as object;
  const own = Object.getOwnPropertyDescriptor(dialogs, "showModal")!;
  Reflect.deleteProperty(dialogs, "showModal");
  try {
    const { record, store } = filled();
    const root = page('<section class="co co-record" data-co="record"></section>');
    upgradeRecord(root, record);
    const wipe = press(root, "Wipe");
    const asked = find<HTMLDialogElement>(root, "dialog.co-ask");
    assert.ok(asked.open);
    assert.equal(asked.previousElementSibling, wipe, "it stands where it was asked for");
    reply("Keep it");
    assert.equal(record.statements().length, 7);
    wipe.click();
    reply("Wipe");
    assert.equal(store.all.size, 0);
    assert.equal(document.querySelector("dialog"), null);
  } finally {
    Object.defineProperty(dialogs, "showModal", own);
  }
});

test("what a file led to is brought into view, however long it took to read", async () => {
  const { record } = filled();
  const root = page('<section class="co co-record" data-co="record"></section>');
  upgradeRecord(root, record);
  const input = find<HTMLInputElement>(root, "#co-import");
  for (const text of [fileText(record), "{"]) {
    let shown = 0;
    find(root, "[role=status]").scrollIntoView = () => (shown += 1);
    const file = new Blob([text]);
    file.text = () => new Promise((done) => setTimeout(() => done(text)));
    Object.defineProperty(input, "files", { value: [file], configurable: true });
    input.dispatchEvent(new Event("change", { bubbles: true }));
    for (let turn = 0; turn < 9 && !shown; turn++) await new Promise((done) => setTimeout(done));
    assert.equal(shown, 1, status(root));
  }
});

test("r11: names that every object has are no endings, units or outcomes of the course", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  record.save([
    deeds.ended("camp", "constructor"),
    deeds.noted("constructor", "A note", []),
    deeds.handedIn(ids.exam("practice"), "s", {
      mark: [1, 1],
      passed: true,
      seconds: 1,
      marks: { constructor: [1, 2] as const },
    }),
  ]);
  const root = page('<section class="co co-record" data-co="record"></section>');
  upgradeRecord(root, record);
  assert.match(root.textContent!, /endings seen 1 of 3: constructor/);
  assert.doesNotMatch(root.textContent!, /function|undefined|native code/);
});

test("r23: the questionnaire has no score", () => {
  window.counterofferItems!.checks.demo = { title: "Demo", set: false, probe: true };
  const { record } = filled();
  const root = page('<section class="co co-record" data-co="record"></section>');
  upgradeRecord(root, record);
  find<HTMLDetailsElement>(root, ".co-every").open = true;
  find(root, ".co-every").dispatchEvent(new Event("toggle"));
  assert.doesNotMatch(root.textContent!, /score|right|partly|75 %/);
  assert.match(root.textContent!, /answered 2 of 2/);
  window.counterofferItems!.checks = {};
});

test("a unit is started, read or done, and a new attempt takes nothing back", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  const now = () => standing(record.statements(), "demo", 2);
  assert.equal(now(), undefined);
  record.save([answered("one", [0, 1])]);
  assert.equal(now(), "started");
  record.save([deeds.read("demo")]);
  assert.equal(now(), "read");
  record.save([answered("two", [0, 1]), deeds.began("check", ids.check("demo"))]);
  assert.equal(now(), "done");
});

const shown = (record: ReturnType<typeof openRecord>) => {
  const root = page('<section class="co co-record" data-co="record"></section>');
  upgradeRecord(root, record);
  return root;
};
const stored = (root: HTMLElement) => find(root, ".co-record-content").textContent!;

test("what is exported is counted from then on, and said", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { record } = filled();
  const files = handedOver();
  const root = shown(record);
  assert.match(stored(root), /7 statements are stored.*7 statements came since your last export/s);
  press(root, "Export (JSON)");
  const letGo = context.mock.method(URL, "revokeObjectURL", () => undefined);
  context.mock.timers.tick(59_999);
  assert.equal(letGo.mock.callCount(), 0, "a slow browser is still writing it");
  context.mock.timers.tick(1);
  assert.deepEqual(letGo.mock.calls[0]!.arguments, ["blob:1"]);
  assert.equal(files[0]!.name, "counteroffer-record.json");
  assert.equal(files[0]!.file.type, "application/json");
  assert.equal(await files[0]!.file.text(), fileText(record));
  assert.equal(status(root), "The record was handed to your browser as a file.");
  assert.doesNotMatch(stored(root), /since your last export/);
  record.save([deeds.read("later")]);
  assert.match(stored(root), /1 statement came since your last export/, "the page follows the record");
});

test("a file is taken in, and what of it was new, known or odd is said; it can be chosen again", async () => {
  const { record: other } = filled();
  const text = fileText(other);
  const store = memoryStore();
  const root = shown(openRecord(() => store));
  const input = find<HTMLInputElement>(root, "#co-import");
  const take = async (content: string | undefined) => {
    const files = content === undefined ? [] : [new Blob([content])];
    Object.defineProperty(input, "files", { value: files, configurable: true });
    input.dispatchEvent(new Event("change"));
    // read, and then shown
    await (files[0] ? files[0].text() : undefined);
    await new Promise((resolve) => setImmediate(resolve));
  };
  await take(undefined);
  assert.equal(status(root), "");
  Object.defineProperty(input, "value", { value: "C:\\record.json", writable: true });
  await take(text);
  assert.equal(status(root), "Taken in: 7 new statements; 0 stood here already.");
  assert.equal(input.value, "");
  assert.match(stored(root), /7 statements are stored/);
  await take(text.replace("verbs/experienced", "verbs/liked"));
  const odd = "1 value of the file made no sense and was left out.";
  assert.equal(status(root), `Taken in: 0 new statements; 6 stood here already. ${odd}`);
  await take("{");
  assert.match(status(root), /not JSON.*Nothing was taken in/);
  store.fail = true;
  await take(fileText(filled().record));
  assert.match(status(root), /holds 7 new statements, but this browser has no room/);
  assert.match(stored(root), /does not keep a record/);
});

test("values that could not be used are said, and that nothing is recorded yet", () => {
  const { record, store } = filled();
  store.setItem("counteroffer:course:damaged", "x");
  assert.match(stored(shown(record)), /1 value of the record could not be used/);
  const empty = shown(openRecord(memoryStore));
  assert.match(stored(empty), /^Nothing is recorded yet\./);
  assert.doesNotMatch(stored(empty), /could not be used/);
});

test("every statement is listed when somebody asks, and stays listed as the page is drawn again", () => {
  const { record } = filled();
  const root = shown(record);
  const details = () => find<HTMLDetailsElement>(root, ".co-every");
  assert.equal(root.querySelectorAll("tbody tr").length, 0, "nobody asked");
  details().open = true;
  details().dispatchEvent(new Event("toggle"));
  details().dispatchEvent(new Event("toggle"));
  const cells = () =>
    Array.from(root.querySelectorAll("tbody tr"), (row) =>
      Array.from(row.children, ({ textContent }) => textContent).slice(1),
    );
  const once = cells();
  const untranslated = Array.from(find(root, "tbody tr").children, (cell) => cell.getAttribute("translate"));
  assert.deepEqual(untranslated, [null, "no", "no"], "ids are no words");
  assert.deepEqual(
    Array.from(root.querySelectorAll(".co-statements th"), (head) => head.getAttribute("scope")),
    ["col", "col", "col"],
  );
  assert.equal(
    find(root, ".co-scroll").getAttribute("tabindex"),
    "0",
    "a table that scrolls is reached by keyboard",
  );
  record.save([
    deeds.answered(ids.check("demo"), "three", { response: "c", mark: [0, 1], interaction: "choice" }),
    deeds.checked(ids.check("demo"), [3, 4]),
  ]);
  assert.ok(details().open);
  assert.deepEqual(cells(), [
    ...once,
    ["answered check demo item three", "c (not yet)"],
    ["completed check demo", "score 75 %"],
  ]);
  assert.deepEqual(once.slice(1, 5), [
    ["answered check demo item one", "a (right)"],
    ["answered check demo item two", "a (partly right)"],
    ["answered case camp decision first", "wait"],
    ["completed case camp", "home"],
  ]);
});

import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import * as deeds from "./deeds.ts";
import { openRecord } from "./device.ts";
import { fileText } from "./file.ts";
import { upgradeRecord } from "./page.ts";
import { standing } from "./standing.ts";
import { ids } from "./statements.ts";
import { find, memoryStore, page, press, reply, status } from "../testing/page.ts";

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

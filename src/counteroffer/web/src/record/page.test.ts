import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import * as deeds from "./deeds.ts";
import { openRecord } from "./device.ts";
import { upgradeRecord } from "./page.ts";
import { standing } from "./standing.ts";
import { ids } from "./statements.ts";
import { find, memoryStore, page, press, status } from "../testing/page.ts";

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

const filled = () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  record.save([
    deeds.read("demo"),
    deeds.answered(ids.check("demo"), "one", "a", 1, "choice"),
    deeds.answered(ids.check("demo"), "two", "a", 0.5, "choice"),
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
  assert.equal(root.querySelectorAll("tbody tr").length, 7);
  assert.equal(root.querySelector(".co-noscript"), null);
});

test("wiping asks twice, says that it is done, and keeps focus", () => {
  const { record, store } = filled();
  const root = page('<section class="co co-record" data-co="record"></section>');
  const face = upgradeRecord(root, record);
  const wipe = press(root, "Wipe");
  assert.equal(record.statements().length, 7);
  assert.equal(status(root), "Press again to wipe everything");
  wipe.click();
  assert.equal(store.all.size, 0);
  assert.equal(document.activeElement, wipe);
  assert.equal(status(root), "The record is wiped.");
  face.refresh();
  assert.match(find(root, ".co-record-content").textContent!, /Nothing is recorded yet\./);
});

test("a unit is started, read or done, and a new attempt takes nothing back", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  const now = () => standing(record.statements(), "demo", 2);
  assert.equal(now(), undefined);
  record.save([deeds.answered(ids.check("demo"), "one", "a", 0, "choice")]);
  assert.equal(now(), "started");
  record.save([deeds.read("demo")]);
  assert.equal(now(), "read");
  record.save([
    deeds.answered(ids.check("demo"), "two", "a", 0, "choice"),
    deeds.began("check", ids.check("demo")),
  ]);
  assert.equal(now(), "done");
});

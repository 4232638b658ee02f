import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import * as deeds from "./deeds.ts";
import { openRecord } from "./device.ts";
import { history, notesOn, objectives, summary, sureness, work } from "./page-parts.ts";
import { ids } from "./statements.ts";
import type { Deed, Statement } from "./statements.ts";
import { EXAM } from "../exam/practice-exams.ts";
import { memoryStore } from "../testing/page.ts";
import { noon } from "../testing/marks.ts";
import { made } from "../testing/record.ts";

const unit = (name: string) => ({
  title: `Unit ${name}`,
  number: `1.${name}`,
  url: `${name}.html`,
  items: 3,
});
const fact = (check: string, objective: string) => ({
  check,
  unit: check,
  objectives: [objective],
  outcome: objective.slice(0, 3),
  beyond: false,
  chance: [1, 3] as const,
  url: `${check}.html#${objective}`,
});

window.counterofferCourse = {
  units: { a: unit("a"), b: unit("b"), c: { title: "Foreword", url: "c.html" } },
  cases: {
    camp: { title: "The camp", url: "camp.html", endings: 3 },
    gate: { title: "The gate", url: "gate.html", endings: 3 },
  },
  explorers: { map: { title: "Map", url: "map.html" } },
};
window.counterofferItems = {
  outcomes: { CO1: "Tell offers apart", CO2: "Weigh them" },
  objectives: {
    "CO1.a": { text: "Name both offers", units: ["a"] },
    "CO1.b": { text: "Name what each costs", units: ["probe", "gone", "b", "c", "a"] },
    "CO2.a": { text: "Weigh one offer", units: ["b"] },
    "CO2.b": { text: "Weigh two offers", units: ["b"] },
  },
  checks: { probe: { title: "Before", set: false, probe: true }, a: { title: "", set: false, probe: false } },
  items: {
    one: fact("a", "CO1.a"),
    two: fact("a", "CO1.a"),
    three: fact("b", "CO1.b"),
    four: fact("b", "CO2.a"),
    five: fact("b", "CO2.a"),
    six: fact("b", "CO2.b"),
    before: fact("probe", "CO1.b"),
  },
  sections: { "b.html#CO2.a": "What an offer weighs" },
  endings: { camp: { home: "Home at last" } },
  blueprint: null,
  forms: [],
};

/** What was done, each at noon of a day. */
const done = (...all: [deed: Deed, day: number][]): Statement[] =>
  all.map(([deed, day], place) => made(deed, "x", place + 1, new Date(noon(day)).toISOString()));
const answered = (item: string, mark: readonly [number, number], sure?: number, sheet = ids.check("a")) =>
  deeds.answered(sheet, item, { response: "a", mark, interaction: "choice", sure });
const texts = (elements: Iterable<Element>) =>
  Array.from(elements, ({ textContent }) => textContent!.replace(/\s+/g, " ").trim());

test("at a glance: how much of everything there is", () => {
  const statements = done(
    [deeds.read("a"), 0],
    [answered("one", [1, 1]), 0],
    [answered("two", [1, 1]), 1],
    [answered("before", [1, 1], undefined, ids.check("probe")), 1],
    [deeds.ended("camp", "home"), 1],
    [deeds.handedIn(EXAM, "s", { mark: [1, 2], passed: false, seconds: 60, marks: {} }), 2],
  );
  const [head, list] = summary(statements);
  assert.equal(head!.textContent, "At a glance");
  const told = Array.from(list!.children, (line) => texts(line.children).join(": "));
  assert.deepEqual(told, [
    "Units read: 1 of 3",
    "Practice questions answered: 2 of 6",
    "Objectives mastered: 1 of 4",
    "Cases played to an ending: 1 of 2",
    "Practice examinations: 1",
    "Time at work: about 0 min on 3 days",
  ]);
});

test("time at work is said in minutes", () => {
  const [one, other] = done([deeds.read("a"), 0], [deeds.read("b"), 0]);
  const later = { ...other!, timestamp: new Date(noon(0) + 10 * 60_000 + 20_000).toISOString() };
  assert.match(summary([one!, later])[1]!.textContent!, /about 10 min on 1 day$/);
});

test("objective by objective: how it stands, what held, where to go again", () => {
  assert.deepEqual(objectives(done([deeds.read("a"), 0])), [], "nothing to say while nothing is answered");
  const parts = objectives(
    done(
      [answered("one", [1, 1]), 0],
      [answered("two", [3, 4]), 8],
      [answered("four", [0, 1]), 8],
      [answered("five", [1, 2]), 8],
      [answered("six", [0, 1]), 8],
    ),
  );
  const groups = parts.filter(({ tagName }) => tagName === "DETAILS") as HTMLDetailsElement[];
  assert.deepEqual(texts(groups.map((group) => group.querySelector("summary")!)), [
    "CO1 Tell offers apart (1 of 2 mastered)",
    "CO2 Weigh them (0 of 2 mastered)",
  ]);
  assert.deepEqual(
    groups.map(({ open }) => open),
    [false, true],
    "open where there is something under way",
  );
  assert.deepEqual(texts(groups.flatMap((group) => [...group.querySelectorAll("li")])), [
    "Mastered. Name both offers: answered 2 of 2, score 87 %. After a week or more: 1 answer, 75 %.",
    "Not tried yet. Name what each costs. Taught in: Unit b, Foreword",
    "Practised. Weigh one offer: answered 2 of 2, score 25 %. Revisit: 1.b What an offer weighs",
    "Practised. Weigh two offers: answered 1 of 1, score 0 %. Revisit: 1.b Unit b",
  ]);
  const states = groups.flatMap((group) =>
    [...group.querySelectorAll<HTMLElement>("li")].map(({ dataset }) => dataset.state),
  );
  assert.deepEqual(states, ["mastered", "untried", "practised", "practised"]);
});
test("units, cases and explorers that were worked on, and what this edition does not know", () => {
  const statements = done(
    [deeds.read("b"), 0],
    [answered("one", [1, 1]), 0],
    [answered("two", [1, 2]), 0],
    [answered("before", [1, 1], undefined, ids.check("probe")), 0],
    [deeds.read("c"), 0],
    [deeds.decided("camp", { decision: "first", cards: [], option: "wait" }), 0],
    [deeds.decided("camp", { decision: "second", cards: [], option: "hold" }), 0],
    [deeds.ended("gate", "home"), 0],
    [deeds.set("map", { view: "one" }), 0],
    [deeds.set("map", { view: "two" }), 0],
    [deeds.drew("exam", EXAM, ["one"], "s"), 0],
    [deeds.drew("review", ids.review("five"), ["one"], "s"), 0],
    [deeds.read("gone"), 0],
    [deeds.noted("gone", "x", []), 0],
  );
  const parts = work(statements);
  assert.deepEqual(texts(parts.flatMap((part) => (part.tagName === "UL" ? [...part.children] : []))), [
    "1.a Unit a: answered 2 of 3, score 75 %",
    "1.b Unit b: read",
    "Foreword: read",
    "The camp: 2 decisions made",
    "The gate: endings seen 1 of 3: home",
    "Map: 2 settings looked at",
    "unit gone",
  ]);
  assert.deepEqual(work([]), [], "no heading without a line");
  const links = parts
    .flatMap((part) => [...part.querySelectorAll("a")])
    .map((link) => link.getAttribute("href"));
  assert.deepEqual(
    links,
    ["a", "b", "c", "camp", "gate", "map"].map((page) => `http://localhost/book/${page}.html`),
  );
});

test("each examination that was handed in: score, whether it was passed, minutes, outcomes", () => {
  assert.deepEqual(history(done([deeds.drew("exam", EXAM, ["one"], "s"), 0])), []);
  const marks = { CO1: [3, 4, 2] as const };
  const [head, list] = history(
    done(
      [deeds.handedIn(EXAM, "s", { mark: [3, 4], passed: true, seconds: 610, marks }), 0],
      [deeds.handedIn(EXAM, "t", { mark: [1, 8], passed: false, seconds: 29, marks: {} }), 1],
    ),
  );
  assert.ok(head);
  const lines = texts(list!.children);
  assert.match(lines[0]!, /2026.*: score 75 %, pass mark reached, 10 min, CO1 1\.5 of 2$/);
  assert.match(lines[1]!, /2026.*: score 12 %, pass mark not reached, 0 min$/);
});

test("how sure one was is drawn once it was asked", () => {
  assert.deepEqual(sureness(done([answered("one", [1, 1]), 0])), []);
  const [head, figure] = sureness(done([answered("one", [1, 1], 0.95), 0]));
  assert.ok(head);
  assert.equal(figure!.querySelectorAll("circle").length, 1);
});

test("one's own notes stand under the titles of their units", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  assert.deepEqual(notesOn(record.statements()), []);
  record.save([
    deeds.noted("a", "Ask first.", []),
    deeds.noted("c", "Why?", []),
    deeds.noted("gone", "Kept.", []),
  ]);
  const [, ...notes] = notesOn(record.statements());
  assert.deepEqual(
    notes.map((note) => texts(note.children)),
    [
      ["1.a Unit a", "Ask first."],
      ["Foreword", "Why?"],
      ["gone", "Kept."],
    ],
  );
});

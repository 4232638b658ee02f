import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { calibration, overconfidence } from "../record/calibration.ts";
import * as deeds from "../record/deeds.ts";
import type { Bank, ItemFacts } from "./bank.ts";
import { cards, dueItems, INTERVALS } from "./leitner.ts";
import { lastMarks, marks } from "../record/marks.ts";
import type { Mark } from "../record/marks.ts";
import { mastery } from "../record/mastery.ts";
import { notes } from "../page/notes.ts";
import { openRecord } from "../record/device.ts";
import { ids } from "../record/statements.ts";
import type { Statement } from "../record/statements.ts";
import { memoryStore } from "../testing/page.ts";
import { workDays, workTime } from "../record/worktime.ts";

const DAY = 24 * 60 * 60 * 1000;
const mark = (item: string, score: number, day: number, sure?: number): Mark => ({
  item,
  sheet: "urn:counteroffer:check:demo",
  score,
  at: day * DAY,
  ...(sure !== undefined && { sure }),
});

test("marks are read from any sheet, and a result that makes no sense earns none", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  record.save([
    deeds.answered(ids.check("demo"), "one", "a", 0.5, "choice", 0.75),
    deeds.answered(ids.exam("practice"), "one", "b", 1, "choice"),
    deeds.read("demo"),
  ]);
  const statements = record.statements();
  const odd = { ...statements[0]!, result: { score: { scaled: "much" } } } as unknown as Statement;
  const late = { ...statements[0]!, timestamp: "some day" };
  const found = marks([...statements, odd, late]);
  assert.deepEqual(
    found.map(({ item, score, sure }) => [item, score, sure]),
    [
      ["one", 0.5, 0.75],
      ["one", 1, undefined],
    ],
  );
  assert.equal(lastMarks(found).get("one")!.score, 1);
});

test("Leitner: right goes up a box, anything else back to the first, due after the box's interval", () => {
  const box = (...scores: number[]) => cards(scores.map((score, day) => mark("one", score, day)))[0]!;
  assert.deepEqual(
    [[1], [1, 1], [1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1]].map(
      (scores) => box(...scores).box,
    ),
    [1, 2, 3, 4, 5, 5],
  );
  assert.equal(box(1, 1, 1, 0.9).box, 1);
  assert.equal(box(1, 1).due, 1 * DAY + INTERVALS[1]! * DAY);
});

test("five from last week: due ones only, weakest first, from different units before the same", () => {
  const all = cards([
    mark("a1", 1, 0),
    mark("a1", 1, 1),
    mark("a2", 0, 1),
    mark("a3", 0, 2),
    mark("b1", 1, 2),
    mark("c1", 1, 20),
    mark("gone", 0, 0),
  ]);
  const unit = (item: string) => (item === "gone" ? undefined : item[0]);
  assert.deepEqual(dueItems(all, 5 * DAY, 5, unit), ["a2", "b1", "a3", "a1"]);
  assert.deepEqual(dueItems(all, 5 * DAY, 2, unit), ["a2", "b1"]);
  assert.deepEqual(dueItems(all, 1 * DAY, 5, unit), []);
});

const item = (check: string, outcome: string, beyond = true, unit = check): ItemFacts => ({
  check,
  unit,
  objectives: [`${outcome}.a`],
  outcome,
  beyond,
  chance: [1, 3],
  url: `${unit}.html#part`,
});

function stock(): Bank {
  const items: Record<string, ItemFacts> = {};
  for (const outcome of ["CO1", "CO2"]) {
    for (let place = 0; place < 12; place++)
      items[`${outcome}-${place}`] = item(`unit-${place % 4}`, outcome, place % 2 === 0);
  }
  for (const set of ["north", "south"]) {
    ["CO1", "CO2"].forEach((outcome) => (items[`${set}-${outcome}`] = item(set, outcome, true, "unit-0")));
  }
  items.probe = item("probe", "CO1");
  const check = (set: boolean, probe = false) => ({ title: "", set, probe });
  const units = ["unit-0", "unit-1", "unit-2", "unit-3"].map((name) => [name, check(false)] as const);
  return {
    outcomes: {},
    objectives: {
      "CO1.a": { text: "", units: [] },
      "CO2.a": { text: "", units: [] },
      "CO2.b": { text: "", units: [] },
    },
    checks: {
      ...Object.fromEntries(units),
      north: check(true),
      south: check(true),
      probe: check(false, true),
    },
    items,
    sections: {},
    endings: {},
    blueprint: null,
    forms: [],
  };
}
test("an objective is mastered by two answers of 80 %, and says where to go while it is not", () => {
  const bank = stock();
  const state = (...all: Mark[]) => mastery(bank, lastMarks(all)).map((one) => one.state);
  assert.deepEqual(state(), ["untried", "untried", "untried"]);
  assert.deepEqual(state(mark("CO1-0", 1, 0)), ["practised", "untried", "untried"]);
  assert.deepEqual(state(mark("CO1-0", 1, 0), mark("CO1-1", 0.6, 0)), ["mastered", "untried", "untried"]);
  const [first] = mastery(bank, lastMarks([mark("CO1-0", 0, 0), mark("CO1-1", 1, 0), mark("probe", 0, 0)]));
  assert.deepEqual(first!.revisit, ["unit-0.html#part"]);
  assert.equal(first!.answered, 2);
});

test("calibration sets what was said against what was so", () => {
  const levels = calibration([
    mark("a", 1, 0, 0.95),
    mark("b", 0, 0, 0.95),
    mark("c", 0.5, 0, 0.25),
    mark("d", 1, 0),
  ]);
  assert.deepEqual(levels, [
    { said: 0.25, was: 0.5, answers: 1 },
    { said: 0.95, was: 0.5, answers: 2 },
  ]);
  assert.ok(Math.abs(overconfidence(levels) - (0.45 * 2 - 0.25) / 3) < 1e-12);
});

test("time at work leaves out breaks, and does not mind the order of statements", () => {
  const at = (minute: number) =>
    ({ timestamp: new Date(Date.UTC(2026, 0, 5, 12, minute)).toISOString() }) as Statement;
  assert.equal(workTime([at(14), at(0), at(4), at(50)]), 14 * 60_000);
  assert.equal(workTime([]), 0);
  assert.equal(workDays([at(0), at(30), { timestamp: "never" } as Statement]), 1);
});

test("the last note on a unit counts, and an emptied one is gone", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  record.save([deeds.noted("one", "first"), deeds.noted("two", "kept"), deeds.noted("one", "second")]);
  assert.deepEqual(
    [...notes(record.statements())],
    [
      ["one", "second"],
      ["two", "kept"],
    ],
  );
  record.save([deeds.noted("one", "")]);
  assert.deepEqual([...notes(record.statements()).keys()], ["two"]);
});

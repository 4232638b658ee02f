import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { calibration, overconfidence } from "../record/calibration.ts";
import * as deeds from "../record/deeds.ts";
import type { Bank, ItemFacts } from "./bank.ts";
import { mean, nearest, percent, reaches } from "../record/fraction.ts";
import { lastMarks, marks } from "../record/marks.ts";
import type { Mark } from "../record/marks.ts";
import { mastery } from "../record/mastery.ts";
import { noteBox, notes, standingNotes } from "../page/notes.ts";
import { openRecord } from "../record/device.ts";
import { ids } from "../record/statements.ts";
import type { Statement } from "../record/statements.ts";
import { find, memoryStore, status } from "../testing/page.ts";
import { workDays, workTime } from "../record/worktime.ts";
import { mark } from "../testing/marks.ts";

test("marks are read from any sheet, and a result that makes no sense earns none", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  record.save([
    deeds.answered(ids.check("demo"), "one", {
      response: "a",
      mark: [1, 2],
      interaction: "choice",
      sure: 0.75,
    }),
    deeds.answered(ids.exam("practice"), "one", { response: "b", mark: [1, 1], interaction: "choice" }),
    deeds.read("demo"),
  ]);
  const statements = record.statements();
  const odd = { ...statements[0]!, result: { score: { scaled: "much" } } } as unknown as Statement;
  const found = marks([...statements, odd]);
  assert.deepEqual(
    found.map(({ item, score, sure }) => [item, score, sure]),
    [
      ["one", [1, 2], 0.75],
      ["one", [1, 1], undefined],
    ],
  );
  assert.deepEqual(lastMarks(found).get("one")!.score, [1, 1]);
});

test("r8: marks are compared before they are rounded", () => {
  const lost = (items: number) => Array.from({ length: items }, () => [0, 1] as const);
  const thirds = Array.from({ length: 3 }, () => nearest(1 / 3));
  const forty = [...Array.from({ length: 29 }, () => [1, 1] as const), ...thirds];
  assert.ok(reaches(mean([...forty, ...lost(8)]), 0.75));
  assert.ok(!reaches(mean([...forty.slice(1), ...lost(9)]), 0.75));
  assert.equal(percent([7475, 10000]), 74);
  assert.deepEqual(
    mean([
      [1, 3],
      [1, 3],
      [1, 3],
    ]),
    [1, 3],
  );
  const bank = stock();
  const five = ["CO1-0", "CO1-1", "CO1-2", "CO1-3", "CO1-4"];
  const earned = [1, 1, 1 / 3, 1 / 3, 1 / 3].map((score, place) => mark(five[place]!, score, 0));
  assert.equal(mastery(bank, lastMarks(earned))[0]!.state, "practised");
  const enough = [1, 1, 1, 2 / 3, 1 / 3].map((score, place) => mark(five[place]!, score, 0));
  assert.equal(mastery(bank, lastMarks(enough))[0]!.state, "mastered");
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
  assert.equal(state(mark("CO1-0", 1, 0), mark("CO1-1", 0.58, 0))[0], "practised", "79 % are not 80 %");
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

test("time at work leaves out breaks and wrong clocks, each device by itself", () => {
  const at = (minute: number, device = "x") =>
    ({
      timestamp: new Date(Date.UTC(2026, 0, 5, 12, minute)).toISOString(),
      context: { extensions: { "urn:counteroffer:log": { device, seq: 1, edition: "" } } },
    }) as unknown as Statement;
  assert.equal(workTime([at(0), at(4), at(14), at(50)]), 14 * 60_000);
  assert.equal(workTime([at(0), at(59), at(4), at(5)]), 5 * 60_000, "never less than nothing");
  assert.equal(workTime([at(0), at(10, "y"), at(4)]), 4 * 60_000);
  assert.equal(workTime([]), 0);
  assert.equal(workDays([at(0), at(30)]), 1);
});

test("the last note on a unit counts, and an emptied one is gone", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  record.save([deeds.noted("one", "first", []), deeds.noted("two", "kept", [])]);
  const idOf = (unit: string) => (standingNotes(record.statements()).get(unit) ?? []).map(({ id }) => id);
  record.save([deeds.noted("one", "second", idOf("one"))]);
  assert.deepEqual(
    [...notes(record.statements())],
    [
      ["one", "second"],
      ["two", "kept"],
    ],
  );
  record.save([deeds.noted("one", "", idOf("one"))]);
  assert.deepEqual([...notes(record.statements()).keys()], ["two"]);
  record.save([deeds.noted("two", "apart", [])]);
  assert.equal(
    notes(record.statements()).get("two"),
    "kept\n\napart",
    "of two written apart, neither is lost",
  );
});

test("r5: two windows on one note keep both texts, and say so", () => {
  const store = memoryStore();
  const [one, other] = [openRecord(() => store), openRecord(() => store)];
  const box = noteBox(one, "demo");
  const field = find<HTMLTextAreaElement>(box, "textarea");
  const type = (text: string) => {
    field.value = text;
    field.dispatchEvent(new Event("input"));
  };
  other.save([], { [`${ids.unit("demo")}:note`]: "Theirs" });
  assert.equal(field.value, "Theirs", "what is untouched follows");
  const { onChange } = one;
  one.onChange = () => () => undefined;
  const deaf = noteBox(one, "demo");
  one.onChange = onChange;
  const mine = find<HTMLTextAreaElement>(deaf, "textarea");
  other.save([], { [`${ids.unit("demo")}:note`]: "Theirs, and longer" });
  mine.value = "Mine";
  mine.dispatchEvent(new Event("input"));
  assert.equal(mine.value, "Theirs, and longer\n\nMine");
  assert.match(status(deaf), /Both texts stand here/);
  type("Alone now");
  assert.equal(other.draft(`${ids.unit("demo")}:note`), "Alone now");
  other.wipe();
  assert.equal(field.value, "");
  assert.deepEqual([...store.all], []);
});

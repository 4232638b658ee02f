import assert from "node:assert/strict";
import { test } from "node:test";
import { ADL, CARDS, EDITION, FORM, LOG, OUTCOMES, REPLACES, SURE } from "./statements.ts";
import {
  fits,
  isNote,
  isNumber,
  isShare,
  isWritten,
  settledBy,
  soundDraft,
  soundStatement,
} from "./valid.ts";
import type { Shape } from "../item/respond.ts";

const drafts: [activity: string, sound: unknown[], odd: unknown[]][] = [
  [
    "check:a:item:b",
    [null, "x", ["x", "y"], { l: "r" }, { l: 3 }],
    [7, [1], { l: [] }, { l: 0.5 }, { l: -1 }],
  ],
  ["check:a:item:b:sure", [0, 0.5, 1], ["1", 1.1, -0.1, null]],
  ["unit:a:note", ["", "text"], [null, 1, ["text"]]],
  [
    "case:a",
    [{ decision: "d", cards: [] }],
    [{ decision: "d" }, { cards: [] }, { decision: 1, cards: [] }, "d", null],
  ],
  [
    "explorer:a",
    [{}, { phase: "one" }, { marks: { row: "3" } }],
    [{ phase: 1 }, { marks: { row: 3 } }, [], "one"],
  ],
  ["exam:practice:seconds", [0, 900], [-1, 1.5, "900"]],
  ["exam:practice:flags", [[], ["one"]], ["one", [1], {}]],
  ["settings:sure", [true, false], [1, "true", null]],
];

for (const [activity, sound, odd] of drafts) {
  test(`a draft of ${activity} is taken when it makes sense, and not otherwise`, () => {
    for (const value of sound)
      assert.ok(soundDraft(`urn:counteroffer:${activity}`, value), JSON.stringify(value));
    for (const value of odd)
      assert.ok(!soundDraft(`urn:counteroffer:${activity}`, value), JSON.stringify(value));
    assert.ok(!soundDraft(`urn:elsewhere:${activity}`, sound[0]));
    assert.ok(
      !soundDraft(`urn:counteroffer:other:${activity}:more`, sound[1] ?? sound[0]),
      "the whole name counts",
    );
  });
}

test("a response fits the shape of its item", () => {
  const all: Record<Shape, unknown> = {
    one: "a",
    list: ["a"],
    pairs: { l: "a" },
    ratings: { l: 3 },
  } as never;
  for (const shape of Object.keys(all) as Shape[])
    for (const [other, value] of Object.entries(all))
      assert.equal(fits(value, shape), other === shape, `${other} as ${shape}`);
});

test("what settles a draft, and which drafts are notes", () => {
  assert.equal(settledBy("urn:counteroffer:check:a:item:b:sure"), "urn:counteroffer:check:a:item:b");
  assert.equal(settledBy("urn:counteroffer:exam:practice:flags"), "urn:counteroffer:exam:practice");
  assert.equal(settledBy("urn:counteroffer:case:a"), "urn:counteroffer:case:a");
  assert.ok(isNote("urn:counteroffer:unit:a:note"));
  assert.ok(!isNote("urn:counteroffer:unit:a"));
  assert.ok(!isNote("urn:counteroffer:case:a:note"));
});

const whole = () => ({
  id: "0190AAAA-0000-4000-8000-00000000000f",
  actor: { objectType: "Agent", account: { homePage: "urn:counteroffer:device", name: "x" } },
  verb: { id: `${ADL}verbs/answered`, display: { en: "answered" } },
  object: { objectType: "Activity", id: "urn:counteroffer:check:a:item:one" },
  result: {
    response: "a",
    score: { scaled: 0.5, raw: 1, max: 2 },
    success: false,
    completion: true,
    duration: "PT9S",
    extensions: {
      [SURE]: 0,
      [FORM]: ["one"],
      [CARDS]: [],
      [OUTCOMES]: { CO1: [1, 2, 2], CO2: [0, 1] },
      other: 7,
    },
  },
  context: {
    registration: "s",
    contextActivities: { parent: [{ objectType: "Activity", id: "urn:counteroffer:check:a" }] },
    extensions: {
      [LOG]: { device: "x", seq: -3, edition: "" },
      [EDITION]: "e1",
      [REPLACES]: ["y"],
      other: 7,
    },
  },
  timestamp: "2026-11-22T10:00:00.000Z",
});

test("a whole statement is read as it is, and so is one that says the least", () => {
  assert.deepEqual(soundStatement(whole()), { statement: whole(), faults: 0 });
  const { result: _, context: __, ...least } = whole();
  assert.deepEqual(soundStatement(least), { statement: least, faults: 0 });
  const bare = { ...whole(), result: {}, context: {} };
  assert.deepEqual(soundStatement(bare), { statement: bare, faults: 0 });
  for (const verb of ["commented", "completed", "experienced", "interacted", "initialized"]) {
    const told = { ...whole(), verb: { id: `${ADL}verbs/${verb}`, display: { de: "x" } } };
    assert.deepEqual(soundStatement(told).statement?.verb, {
      id: `${ADL}verbs/${verb}`,
      display: { en: verb },
    });
  }
});

const unusable: [what: string, change: (one: any) => unknown][] = [
  ["a list", () => []],
  ["a text", () => "answered"],
  ["nothing", () => null],
  ["one without a verb", (one) => ({ ...one, verb: null })],
  ["one without an object", (one) => ({ ...one, object: "urn:counteroffer:check:a" })],
  ["an id that is a number", (one) => ({ ...one, id: 7 })],
  ["an id that is no UUID", (one) => ({ ...one, id: `${one.id}0` })],
  ["an id with something before it", (one) => ({ ...one, id: `0${one.id}` })],
  ["an object of another course", (one) => ({ ...one, object: { id: "urn:elsewhere:check:a" } })],
  ["an object without an id", (one) => ({ ...one, object: {} })],
  ["a time that is a number", (one) => ({ ...one, timestamp: 0 })],
  ["a response that is a list", (one) => ({ ...one, result: { response: ["a"] } })],
];
for (const [what, change] of unusable) {
  test(`of ${what} nothing can be used`, () => {
    assert.deepEqual(soundStatement(change(whole())), { faults: 1 });
  });
}

const score = (value: unknown) => (one: any) => (one.result.score = value);
const result = (key: string, value: unknown) => (one: any) => (one.result.extensions[key] = value);
const context = (key: string, value: unknown) => (one: any) => (one.context.extensions[key] = value);
const gone = (part: "result" | "context", key: string) => (one: any) => void delete one[part].extensions[key];
const dropped: [what: string, change: (one: any) => unknown, left: (one: any) => unknown][] = [
  ["a score that is a text", score("1"), (one) => delete one.result.score],
  ["a score below nothing", score({ scaled: -0.1 }), (one) => delete one.result.score],
  ["a score of nothing at all", score({ scaled: 0, raw: 0, max: 0 }), (one) => delete one.result.score],
  ["what was earned without of how much", score({ scaled: 1, raw: 1 }), (one) => delete one.result.score],
  ["of how much without what was earned", score({ scaled: 1, max: 1 }), (one) => delete one.result.score],
  ["a result that is a text", (one) => (one.result = "a"), (one) => delete one.result],
  ["a context that is a list", (one) => (one.context = []), (one) => delete one.context],
  [
    "extensions that are a text",
    (one) => (one.result.extensions = "x"),
    (one) => delete one.result.extensions,
  ],
  ["sureness beyond sure", result(SURE, 1.01), gone("result", SURE)],
  ["a form of numbers", result(FORM, [1]), gone("result", FORM)],
  ["cards that are a text", result(CARDS, "list"), gone("result", CARDS)],
  ["outcomes that are a list", result(OUTCOMES, []), gone("result", OUTCOMES)],
  [
    "an outcome of one number",
    (one) => (one.result.extensions[OUTCOMES].CO1 = [1]),
    (one) => delete one.result.extensions[OUTCOMES].CO1,
  ],
  [
    "an outcome of four numbers",
    (one) => (one.result.extensions[OUTCOMES].CO1 = [1, 2, 3, 4]),
    (one) => delete one.result.extensions[OUTCOMES].CO1,
  ],
  [
    "an outcome below nothing",
    (one) => (one.result.extensions[OUTCOMES].CO2 = [-1, 2]),
    (one) => delete one.result.extensions[OUTCOMES].CO2,
  ],
  ["an edition that is a number", context(EDITION, 1), gone("context", EDITION)],
  ["notes replaced by numbers", context(REPLACES, [1]), gone("context", REPLACES)],
  ["a place without a device", context(LOG, { seq: 1, edition: "" }), gone("context", LOG)],
  ["a place without an edition", context(LOG, { device: "x", seq: 1 }), gone("context", LOG)],
  ["a place between two", context(LOG, { device: "x", seq: 1.5, edition: "" }), gone("context", LOG)],
  ["a name that is a number", (one) => (one.actor.account.name = 7), (one) => (one.actor.account.name = "")],
  ["an actor without an account", (one) => (one.actor = {}), (one) => (one.actor.account.name = "")],
];
for (const [what, change, left] of dropped) {
  test(`${what} costs itself alone`, () => {
    const [odd, rest] = [whole(), whole()];
    change(odd);
    left(rest);
    assert.deepEqual(soundStatement(odd), { statement: rest, faults: 1 });
  });
}

test("parts of another kind than they should be cost themselves alone", () => {
  const odd: any = whole();
  Object.assign(odd.result, { success: "yes", completion: 1, duration: 9 });
  Object.assign(odd.context, { registration: 7, contextActivities: [], extensions: "x" });
  const rest: any = whole();
  rest.context = {};
  for (const name of ["success", "completion", "duration"]) delete rest.result[name];
  assert.deepEqual(soundStatement(odd), { statement: rest, faults: 6 });
  assert.ok("extensions" in whole().result && odd.result.extensions, "what is read is not changed");
});

test("version 1 kept the share of a mark alone", () => {
  const old: any = whole();
  old.result.score = { scaled: 1 };
  assert.deepEqual(soundStatement(old), { statement: old, faults: 0 });
});

test("numbers of a record, shares, and what is written at decisions", () => {
  assert.deepEqual([1e9, -1e9, 0, 1e9 + 1, -1e9 - 1, 0.5, "1", NaN].map(isNumber), [
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
  assert.deepEqual([0, 1, 0.5, -0.01, 1.01, "1", NaN].map(isShare), [
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  assert.ok(isWritten("urn:counteroffer:case:a:written"));
  assert.ok(!isWritten("urn:counteroffer:case:a"));
  assert.ok(!isWritten("urn:counteroffer:unit:a:written"));
  assert.equal(settledBy("urn:counteroffer:case:a:written"), "urn:counteroffer:case:a");
  assert.equal(settledBy("urn:counteroffer:unit:a:note"), "urn:counteroffer:unit:a");
  assert.equal(settledBy("urn:counteroffer:exam:practice:seconds"), "urn:counteroffer:exam:practice");
  assert.ok(soundDraft("urn:counteroffer:case:a:written", { first: { text: "x", shown: true } }));
  for (const odd of ["x", { first: "x" }, { first: { shown: true } }, []])
    assert.ok(!soundDraft("urn:counteroffer:case:a:written", odd), JSON.stringify(odd));
});

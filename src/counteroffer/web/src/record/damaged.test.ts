import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import * as deeds from "./deeds.ts";
import { openRecord } from "./device.ts";
import { PIECE } from "./log.ts";
import { ADL, LOG, seqOf } from "./statements.ts";
import { answer, NOTE, PLACE } from "../testing/record.ts";
import { memoryStore } from "../testing/page.ts";

for (const text of ["{not json", "null", "[]", '"text"', "7"]) {
  test(`a damaged head (${text}) costs itself: the statements are still there, and it is said`, () => {
    const store = memoryStore();
    openRecord(() => store).save([deeds.read("a")]);
    store.all.set(`${PLACE}head`, text);
    const record = openRecord(() => store);
    assert.equal(record.statements().length, 1);
    assert.ok(record.faults() > 0);
    record.save([deeds.read("b")]);
    assert.deepEqual(
      openRecord(() => store)
        .statements()
        .map(seqOf),
      [1, 2],
    );
  });
  test(`a damaged piece of the log (${text}) costs itself, and is not written over`, () => {
    const store = memoryStore();
    openRecord(() => store).save(Array.from({ length: PIECE + 1 }, (_, place) => deeds.read(`${place}`)));
    store.all.set(`${PLACE}log:1`, text);
    const record = openRecord(() => store);
    assert.equal(record.statements().length, PIECE);
    record.save([deeds.read("more")]);
    if (text !== "[]") {
      assert.equal(store.all.get(`${PLACE}log:1`), text);
      assert.equal(record.faults(), 1);
    }
    assert.equal(openRecord(() => store).statements().length, PIECE + 1);
    assert.ok(record.wipe());
    assert.deepEqual([...store.all], []);
  });
}

const odd: [what: string, change: (one: any) => void, faults: number, left: number][] = [
  ["a number as response", (one) => (one.result.response = 7), 1, 1],
  ["a score above one", (one) => (one.result.score.scaled = 2), 1, 2],
  ["more earned than there was to earn", (one) => (one.result.score.raw = 3), 1, 2],
  ["a score of other numbers", (one) => (one.result.score.max = 0.5), 1, 2],
  [
    "outcomes that are a number",
    (one) => (one.result.extensions = { "urn:counteroffer:outcomes": { CO1: 5 } }),
    1,
    2,
  ],
  ["a form that is a text", (one) => (one.result.extensions = { "urn:counteroffer:form": "all" }), 1, 2],
  ["a foreign verb", (one) => (one.verb.id = "http://elsewhere.test/liked"), 1, 1],
  ["a verb that the course never says", (one) => (one.verb.id = `${ADL}verbs/liked`), 1, 1],
  ["no time", (one) => (one.timestamp = "yesterday"), 1, 1],
  ["nobody", (one) => (one.actor = null), 1, 2],
  ["a place that is no place", (one) => (one.context.extensions[LOG] = { seq: -1 }), 1, 2],
];

for (const [what, change, faults, left] of odd) {
  test(`r11: ${what} costs itself alone, is said, and can be wiped`, () => {
    const store = memoryStore();
    openRecord(() => store).save([answer("a"), deeds.read("demo")]);
    const piece = JSON.parse(store.all.get(`${PLACE}log:0`)!);
    change(piece[0]);
    store.all.set(`${PLACE}log:0`, JSON.stringify(piece));
    const record = openRecord(() => store);
    assert.equal(record.statements().length, left);
    assert.equal(record.faults(), faults);
    record.save([deeds.read("more")]);
    assert.equal(openRecord(() => store).statements().length, left + 1);
    assert.ok(record.wipe());
    assert.deepEqual([...store.all], []);
  });
}

for (const value of [7, { a: 1 }, [1], "{", null]) {
  test(`r11: a draft that is ${JSON.stringify(value)} counts as none`, () => {
    const store = memoryStore();
    const record = openRecord(() => store);
    record.save([deeds.read("demo")]);
    store.all.set(`${PLACE}draft:${NOTE}`, JSON.stringify({ value, seq: 1, turn: 1 }));
    assert.equal(record.draft(NOTE), value === "{" ? "{" : undefined);
    assert.equal(record.faults(), value === "{" ? 0 : 1);
  });
}

test("a record of a later version is read, and never rewritten", () => {
  const store = memoryStore();
  openRecord(() => store).save([deeds.read("a")]);
  const newer = JSON.stringify({ ...JSON.parse(store.all.get(`${PLACE}head`)!), version: 3, more: true });
  store.all.set(`${PLACE}head`, newer);
  const before = new Map(store.all);
  const reader = openRecord(() => store);
  reader.save([deeds.read("c")], { [NOTE]: "x" });
  assert.deepEqual(new Map(store.all), before);
  assert.equal(reader.statements().length, 2);
  assert.equal(reader.kept(), false);
});

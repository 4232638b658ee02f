import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import * as deeds from "./deeds.ts";
import { openRecord } from "./device.ts";
import { fileText, readText } from "./file.ts";
import { PIECE } from "./log.ts";
import { merge } from "./merge.ts";
import { ADL, LOG, REPLACES, seqOf } from "./statements.ts";
import { answer, made, NOTE, PLACE } from "../testing/record.ts";
import { memoryStore } from "../testing/page.ts";
import { MOST } from "./valid.ts";

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
  ...[Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, MOST + 1].map((seq): (typeof odd)[number] => [
    `a place that nobody comes to (${seq})`,
    (one) => (one.context.extensions[LOG].seq = seq),
    1,
    2,
  ]),
  ["notes replaced by a number", (one) => (one.context.extensions[REPLACES] = 5), 1, 2],
  [
    "more of an outcome than anybody earns",
    (one) => (one.result.extensions = { "urn:counteroffer:outcomes": { CO1: [1e300, 1e300] } }),
    1,
    2,
  ],
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
    const after = openRecord(() => store);
    assert.equal(after.statements().length, left + 1);
    assert.equal(after.faults(), faults, "what came later is whole");
    assert.equal(seqOf(after.statements()[left]!), 3, "and counts on from what is sound");
    assert.ok(record.wipe());
    assert.deepEqual([...store.all], []);
  });
}

for (const [what, value] of [
  ["seq", Number.MAX_SAFE_INTEGER],
  ["exported", Number.MAX_SAFE_INTEGER],
  ["exported", 1000],
  ["pieces", Number.MAX_SAFE_INTEGER],
] as const) {
  test(`r11: a head whose ${what} is ${value} costs the record nothing`, () => {
    const store = memoryStore();
    openRecord(() => store).save([deeds.read("a")]);
    const head = JSON.parse(store.all.get(`${PLACE}head`)!);
    store.all.set(`${PLACE}head`, JSON.stringify({ ...head, [what]: value }));
    openRecord(() => store).save([deeds.read("b")]);
    const record = openRecord(() => store);
    assert.deepEqual(record.statements().map(seqOf), [1, 2]);
    assert.equal(record.faults(), 0);
    assert.equal(record.unexported(), 2);
  });
}

for (const what of ["seq", "turn"]) {
  test(`r11: a draft whose ${what} is beyond any use costs itself alone, and the next is kept`, () => {
    const store = memoryStore();
    const record = openRecord(() => store);
    record.save([deeds.read("demo")], { [NOTE]: "first" });
    const draft = { ...JSON.parse(store.all.get(`${PLACE}draft:${NOTE}`)!), [what]: Number.MAX_SAFE_INTEGER };
    store.all.set(`${PLACE}draft:${NOTE}`, JSON.stringify(draft));
    assert.deepEqual([record.draft(NOTE), record.faults()], [undefined, 1]);
    record.save([], { [NOTE]: "second" });
    assert.deepEqual([openRecord(() => store).draft(NOTE), record.faults()], ["second", 0]);
  });
}

test("r11: at the last place and the last turn that there are, what comes later is kept, and in its order", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  const file = { [NOTE]: { value: "taken in", seq: MOST, turn: MOST } };
  merge(record, [made(deeds.read("far"), "far", MOST)], file);
  const units = Array.from({ length: 20 }, (_, place) => `unit-${place}`);
  for (const unit of units) record.save([deeds.read(unit)]);
  record.save([], { [NOTE]: "mine" });
  const after = openRecord(() => store);
  const own = after.statements().flatMap(({ object }) => /unit-\d+$/.exec(object.id) ?? []);
  assert.deepEqual(own, units);
  assert.deepEqual([after.faults(), after.statements().length, after.draft(NOTE)], [0, 21, "mine"]);
  const elsewhere = openRecord(() => memoryStore());
  const found = readText(fileText(after));
  assert.ok(typeof found !== "string");
  assert.deepEqual([found.faults, merge(elsewhere, found.statements, found.drafts).news], [0, 21]);
});

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

import "../testing/page.ts";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as deeds from "./deeds.ts";
import { openRecord } from "./device.ts";
import type { Draft } from "./device.ts";
import { PIECE } from "./log.ts";
import { readText } from "./file.ts";
import { ADL, editionOf, ids, inOrder, LOG, placeOf, seqOf } from "./statements.ts";
import type { Statement } from "./statements.ts";
import { newId } from "./store.ts";
import { memoryStore } from "../testing/page.ts";
import { VERSION1 } from "./version1.ts";

const PLACE = "counteroffer:course:";
const verbs = (record: ReturnType<typeof openRecord>) =>
  record.statements().map(({ verb }) => verb.id.split("/").pop());
const answer = (response: string, mark: readonly [number, number] = [1, 1]) =>
  deeds.answered(ids.check("demo"), "one", { response, mark, interaction: "choice", edition: "e1" });
const NOTE = `${ids.unit("demo")}:note`;

test("a statement is whole: who, verb, object, result, context, its place in the log, time", () => {
  const store = memoryStore();
  const kept = openRecord(() => store, { edition: "3" });
  kept.save([
    deeds.answered(ids.check("demo"), "caller", {
      response: ["a", "c"],
      mark: [1, 2],
      interaction: "choice",
      edition: "e1",
    }),
  ]);
  const [statement] = kept.statements();
  assert.match(statement!.id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(statement!.actor.account.homePage, "urn:counteroffer:device");
  assert.equal(statement!.object.id, "urn:counteroffer:check:demo:item:caller");
  assert.deepEqual(statement!.result, {
    response: "a[,]c",
    score: { raw: 1, max: 2, scaled: 0.5 },
    success: false,
  });
  assert.equal(statement!.context?.contextActivities?.parent[0]?.id, "urn:counteroffer:check:demo");
  assert.equal(editionOf(statement!), "e1");
  const { device, seq, edition } = placeOf(statement!)!;
  assert.deepEqual([typeof device, seq, edition], ["string", 1, "3"]);
  assert.ok(!Number.isNaN(Date.parse(statement!.timestamp)));
  assert.deepEqual(openRecord(memoryStore).statements(), []);
});

test("two tabs: neither loses what the other wrote, both are one actor, and each hears of the other", () => {
  const store = memoryStore();
  const [one, other] = [openRecord(() => store), openRecord(() => store)];
  let heard = 0;
  const end = other.onChange(({ log }) => void (heard += log ? 1 : 0));
  one.save([deeds.read("a")]);
  other.save([deeds.read("b")]);
  one.save([deeds.read("c")], { [NOTE]: "x" });
  end();
  one.save([deeds.read("d")]);
  assert.equal(heard, 3);
  assert.equal(other.statements().length, 4);
  assert.equal(other.draft(NOTE), "x");
  assert.deepEqual(other.statements().map(seqOf), [1, 2, 3, 4]);
  assert.equal(new Set(one.statements().map(({ actor }) => actor.account.name)).size, 1);
});

test("blocked: even naming the storage throws, and the page still works in memory", () => {
  const record = openRecord(() => {
    throw new Error("SecurityError");
  });
  record.save([deeds.read("a")], { [NOTE]: "x" });
  assert.deepEqual(verbs(record), ["experienced"]);
  assert.equal(record.draft(NOTE), "x");
  assert.equal(record.kept(), false);
  assert.equal(openRecord(() => undefined).kept(), false);
  assert.ok(record.wipe());
  assert.deepEqual(verbs(record), []);
});

test("full: what could not be stored is held, and stored once there is room", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  record.save([deeds.read("a")]);
  store.fail = true;
  record.save([deeds.read("b")]);
  record.save([], { [NOTE]: "held" });
  assert.equal(record.kept(), false);
  assert.equal(record.hasRoom(10), false);
  assert.equal(record.statements().length, 2);
  assert.equal(record.draft(NOTE), "held");
  assert.equal(openRecord(() => store).statements().length, 1);
  store.fail = false;
  openRecord(() => store).save([deeds.read("other tab")]);
  record.save([deeds.read("c")]);
  const again = openRecord(() => store);
  assert.equal(again.statements().length, 4);
  assert.equal(again.draft(NOTE), "held");
  assert.equal(record.kept(), true);
});

test("a long record is kept in pieces, in order, and one more statement writes one piece", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  for (let place = 0; place < 2 * PIECE + 3; place++) record.save([deeds.read(`unit-${place}`)]);
  const pieces = [...store.all.keys()].filter((key) => key.includes(":log:"));
  assert.equal(pieces.length, 3);
  const written = new Set<string>();
  const spied = {
    ...store,
    setItem: (key: string, value: string) => (written.add(key), store.setItem(key, value)),
  };
  const other = openRecord(() => spied);
  assert.deepEqual(
    other.statements().map(({ object }) => object.id),
    Array.from({ length: 2 * PIECE + 3 }, (_, place) => ids.unit(`unit-${place}`)),
  );
  other.save([deeds.read("last")]);
  assert.deepEqual([...written].sort(), [`${PLACE}head`, `${PLACE}log:2`]);
});

test("r19: a draft is written under its own key alone, and reads no statement", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  record.save(Array.from({ length: 300 }, (_, place) => deeds.read(`unit-${place}`)));
  record.statements();
  const touched = new Set<string>();
  const get = store.getItem;
  store.getItem = (key) => (touched.add(key), get(key));
  const set = store.setItem;
  store.setItem = (key, value) => (touched.add(key), set(key, value));
  record.save([], { [NOTE]: "a key stroke" });
  assert.deepEqual(
    [...touched].filter((key) => key.includes(":log:")),
    [],
  );
  assert.ok(touched.has(`${PLACE}draft:${NOTE}`));
});

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

test("wiping leaves nothing, and a new actor begins", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  record.save([deeds.read("a")], { [NOTE]: "x" });
  const [actor, epoch] = [record.statements()[0]!.actor.account.name, record.epoch()];
  assert.ok(record.wipe());
  assert.deepEqual([...store.all], []);
  assert.equal(record.epoch(), undefined);
  record.save([deeds.read("a")]);
  assert.notEqual(record.statements()[0]!.actor.account.name, actor);
  assert.notEqual(record.epoch(), epoch);
});

test("r13: two courses, two copies, two readers share nothing", () => {
  const store = memoryStore();
  const [one, other] = ["a", "b"].map((name) => openRecord(() => store, { place: `counteroffer:${name}:` }));
  one!.save([deeds.read("a")], { [NOTE]: "x" });
  assert.deepEqual([other!.statements().length, other!.draft(NOTE)], [0, undefined]);
  other!.wipe();
  assert.equal(one!.statements().length, 1);
});

const made = (
  deed: Parameters<ReturnType<typeof openRecord>["save"]>[0][number],
  device: string,
  seq: number,
  timestamp = "2026-01-01T00:00:00Z",
): Statement => ({
  ...deed,
  id: newId(),
  actor: { objectType: "Agent", account: { homePage: "urn:counteroffer:device", name: device } },
  context: {
    ...deed.context,
    extensions: { ...deed.context?.extensions, [LOG]: { device, seq, edition: "" } },
  },
  timestamp,
});

test("r10: order comes from the log and not from the clock, wherever and however often it is taken in", () => {
  const wrong = made(answer("a", [0, 1]), "x", 1, "2031-01-01T00:00:00Z");
  const right = made(answer("b"), "x", 2, "2026-01-02T00:00:00Z");
  const apart = made(deeds.read("demo"), "y", 2, "2020-01-02T00:00:00Z");
  const orders = [
    [wrong, right, apart],
    [apart, right, wrong],
    [right, apart, wrong],
  ].map((all) => {
    const store = memoryStore();
    const record = openRecord(() => store);
    all.forEach((one) => record.merge([one], {}));
    record.merge(all, {});
    return record.statements().map(({ id }) => id);
  });
  assert.deepEqual(orders[0], [wrong.id, right.id, apart.id]);
  assert.deepEqual(orders[1], orders[0]);
  assert.deepEqual(orders[2], orders[0]);
  const store = memoryStore();
  const here = openRecord(() => store);
  here.merge([wrong, right, apart], {});
  here.save([deeds.read("next")]);
  assert.equal(seqOf(here.statements()[3]!), 3, "what is done after follows all that was known");
  assert.deepEqual([...here.statements()].sort(inOrder), here.statements());
});

const draft = (value: unknown, seq: number, turn = 1): Draft => ({ value, seq, turn });

test("r9: an older draft never replaces a newer, or what was done since", () => {
  const item = ids.item(ids.check("demo"), "one");
  const store = memoryStore();
  const record = openRecord(() => store);
  record.save([deeds.read("demo")]);
  record.save([], { [item]: "a" });
  const old = { [item]: { ...record.drafts()[item]! } };
  record.save([], { [item]: "b" });
  record.merge([], old);
  assert.equal(record.draft(item), "b", "the later turn stays");
  record.save([answer("b")], { [item]: undefined });
  record.merge([], old);
  assert.equal(record.draft(item), undefined, "what was answered since needs no draft");
  record.merge([], { [item]: draft("c", 9) });
  assert.equal(record.draft(item), "c", "a newer one is taken in");
});

test("r9: a draft that was dropped does not come back from an older file", () => {
  const audit = ids.explorer("audit");
  const store = memoryStore();
  const record = openRecord(() => store);
  record.save([], { [audit]: { phase: "one" } });
  const old = record.drafts();
  record.save([], { [audit]: undefined });
  record.merge([], old);
  assert.equal(record.draft(audit), undefined);
  assert.deepEqual(record.drafts(), {});
});

test("r9: a form that was handed in does not come back with the drafts of an older file", () => {
  const exam = ids.exam("practice");
  const store = memoryStore();
  const record = openRecord(() => store);
  record.save([deeds.drew("exam", exam, ["one"], "s")]);
  record.save([], { [ids.item(exam, "one")]: "a", [`${exam}:seconds`]: 7 });
  const [statements, old] = [[...record.statements()], record.drafts()];
  const done = { mark: [1, 1] as const, passed: true, seconds: 7, marks: {} };
  record.save([deeds.handedIn(exam, "s", done)], {
    [ids.item(exam, "one")]: undefined,
    [`${exam}:seconds`]: undefined,
  });
  assert.equal(record.merge(statements, old).news, 0);
  assert.deepEqual(record.drafts(), {});
});

const fixture = (name: string) =>
  readFileSync(new URL(`../../../../../tests/record/fixtures/${name}`, import.meta.url), "utf8");

test("version 1 as it stood in a browser is taken in as history, once", () => {
  const text = fixture("version-1-stored.json");
  const old = JSON.parse(text);
  const store = memoryStore();
  store.all.set(VERSION1, text);
  const record = openRecord(() => store);
  assert.deepEqual(
    record.statements().map(({ id }) => id),
    old.statements.map(({ id }: Statement) => id),
  );
  assert.equal(record.faults(), 0);
  assert.equal(record.seed(), old.actor, "orders stay as the learner saw them");
  assert.deepEqual(
    Object.fromEntries(Object.entries(record.drafts()).map(([activity, { value }]) => [activity, value])),
    old.drafts,
  );
  assert.equal(store.all.has(VERSION1), false);
  assert.equal(openRecord(() => store).statements().length, old.statements.length);
  record.wipe();
  assert.deepEqual(openRecord(() => store).statements(), []);
});

test("version 1 that is damaged gives what can be read, and the text is put aside", () => {
  const store = memoryStore();
  const old = JSON.parse(fixture("version-1-stored.json"));
  old.statements[0].result.response = 7;
  store.all.set(VERSION1, JSON.stringify(old));
  const record = openRecord(() => store);
  assert.equal(record.statements().length, old.statements.length - 1);
  assert.equal(store.all.get(`${PLACE}damaged`), JSON.stringify(old));
  assert.ok(record.faults());
  for (const text of ["{", "null", "[]"]) {
    const other = memoryStore();
    other.all.set(VERSION1, text);
    assert.deepEqual(openRecord(() => other).statements(), []);
    assert.equal(other.all.get(`${PLACE}damaged`), text);
  }
});

test("version 1 waits where there is no room for it", () => {
  const store = memoryStore();
  store.all.set(VERSION1, fixture("version-1-stored.json"));
  store.fail = true;
  const record = openRecord(() => store);
  assert.ok(record.statements().length > 10);
  assert.ok(store.all.has(VERSION1));
});

test("an export of version 1 is taken in as history, and twice is as good as once", () => {
  const file = readText(fixture("version-1.json"));
  assert.ok(typeof file !== "string");
  const store = memoryStore();
  const record = openRecord(() => store);
  assert.equal(
    record.merge(file.statements, file.drafts).news,
    JSON.parse(fixture("version-1.json")).statements.length,
  );
  assert.equal(record.merge(file.statements, file.drafts).news, 0);
  assert.equal(file.faults, 0);
  assert.ok(record.statements().every((one) => editionOf(one) === ""));
});

test("r09: an old export of version 1 comes before everything, and changes no answer or draft that is newer", () => {
  const file = readText(fixture("version-1.json"));
  assert.ok(typeof file !== "string");
  const item = "dm-one-spare-week";
  const note = `${ids.unit("two-offers")}:note`;
  const store = memoryStore();
  const here = openRecord(() => store);
  const made = deeds.answered(ids.check("decisive-minorities"), item, {
    response: "a",
    mark: [1, 1],
    interaction: "choice",
    edition: "now",
  });
  here.save([], { [note]: "Newer" });
  here.save([made]);
  here.merge(file.statements, file.drafts);
  const about = here.statements().filter(({ object }) => object.id === made.object.id);
  assert.deepEqual(about.map(editionOf), ["", "now"]);
  assert.equal(here.draft(note), "Newer");
  assert.deepEqual(openRecord(() => store).statements(), here.statements(), "as it is read again");
  here.exported();
  assert.equal(here.unexported(), 0);
  const other = memoryStore();
  const record = openRecord(() => other);
  record.merge(file.statements, file.drafts);
  assert.equal(record.draft(note), "Half a thought", "what is not newer is taken in");
  assert.equal(record.unexported(), file.statements.length);
  record.save([made]);
  assert.equal(placeOf(record.statements()[file.statements.length]!)?.seq, 1);
});

test("r22: storage is asked to persist when something is first kept, and what came since the last export is counted", () => {
  const store = memoryStore();
  let begun = 0;
  const record = openRecord(() => store, { begun: () => void (begun += 1) });
  record.statements();
  assert.equal(begun, 0);
  record.save([deeds.read("a")]);
  record.save([deeds.read("b")]);
  assert.equal(begun, 1);
  assert.equal(record.unexported(), 2);
  record.exported();
  assert.equal(record.unexported(), 0);
  record.save([deeds.read("c")]);
  assert.equal(openRecord(() => store).unexported(), 1);
});

test("ids are random", () => {
  assert.notEqual(newId(), newId());
});

import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import * as deeds from "./deeds.ts";
import { openRecord } from "./device.ts";
import type { Change } from "./device.ts";
import { PIECE } from "./log.ts";
import { merge } from "./merge.ts";
import { editionOf, ids, placeOf, seqOf } from "./statements.ts";
import { COLOURS, newId, PUT_DOWN, VERSION1 } from "./store.ts";
import { made, NOTE, PLACE, verbs } from "../testing/record.ts";
import { memoryStore } from "../testing/page.ts";

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
  assert.deepEqual([statement!.actor.objectType, statement!.object.objectType], ["Agent", "Activity"]);
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

test("another window's writing is heard by what it concerns, and a page that comes back looks at everything", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  const heard: Change[] = [];
  const end = record.onChange((change) => heard.push(change));
  const written = (key: string | null) => dispatchEvent(Object.assign(new Event("storage"), { key }));
  written(`${PLACE}head`);
  written(`${PLACE}draft:${NOTE}`);
  written(`${PLACE}log:0`);
  written("counteroffer:another:head");
  written(null);
  dispatchEvent(new Event("pageshow"));
  assert.deepEqual(heard, [
    { log: true },
    { log: false, draft: NOTE },
    { log: true, all: true },
    { log: true, all: true },
  ]);
  openRecord(() => store, { place: "counteroffer:another:" }).save([deeds.read("a")]);
  assert.equal(heard.length, 4, "another course is none of its business");
  end();
  written(null);
  dispatchEvent(new Event("pageshow"));
  record.save([deeds.read("a")]);
  assert.equal(heard.length, 4);
});

test("a draft belongs to the edition that it was made for", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  record.save([], { [NOTE]: "x" }, "e1");
  assert.deepEqual([record.draft(NOTE), record.draft(NOTE, "e1")], ["x", "x"]);
  assert.deepEqual([record.draft(NOTE, "e2"), record.draft(NOTE, "")], [undefined, undefined]);
  record.save([], { [NOTE]: "y" });
  assert.deepEqual([record.draft(NOTE, ""), record.draft(NOTE, "e1")], ["y", undefined]);
  assert.equal(record.draft(`${ids.unit("other")}:note`, ""), undefined);
});

test("wiping takes along what stands beside the record, and leaves what is others'", () => {
  const store = memoryStore();
  for (const name of [COLOURS, PUT_DOWN, VERSION1, "theme", "counteroffer:another:head"])
    store.setItem(name, "null");
  const second = openRecord(() => store, { first: false });
  second.save([deeds.read("a")]);
  assert.ok(second.wipe());
  assert.deepEqual([...store.all.keys()], [VERSION1, "theme", "counteroffer:another:head"]);
  assert.ok(openRecord(() => store).wipe());
  assert.deepEqual([...store.all.keys()], ["theme", "counteroffer:another:head"]);
});

test("a record is asked for room without leaving anything behind", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  assert.ok(record.hasRoom(3) && record.kept());
  assert.deepEqual([...store.all], []);
  const asked: string[] = [];
  const set = store.setItem;
  store.setItem = (key, value) => (asked.push(value), set(key, value));
  record.hasRoom(3);
  assert.deepEqual(asked, ["xxx"]);
});

test("a seed stays from before the first statement on, and nobody is named before it", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  const seed = record.seed();
  assert.ok(seed);
  assert.equal(record.epoch(), undefined);
  record.save([deeds.read("a")]);
  assert.deepEqual([record.seed(), record.epoch()], [seed, seed]);
  assert.equal(openRecord(() => store).seed(), seed);
});

test("what was taken in, and that all is gone, is heard as a change of everything", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  const heard: Change[] = [];
  record.onChange(({ log, all, draft }) => heard.push({ log, all, draft }));
  const everything = { log: true, all: true, draft: undefined };
  merge(record, [], {});
  record.wipe();
  assert.deepEqual(heard, [everything, everything]);
  record.save([deeds.read("a")], { [NOTE]: "x" });
  assert.deepEqual(heard.slice(2), [
    { log: true, all: undefined, draft: undefined },
    { log: false, all: undefined, draft: NOTE },
  ]);
});

test("what waits for room is forgotten by a wipe", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  store.fail = true;
  record.save([deeds.read("a")], { [NOTE]: "x" });
  assert.equal(record.statements().length, 1);
  assert.ok(record.wipe());
  store.fail = false;
  record.save([deeds.read("b")]);
  assert.deepEqual([record.statements().length, record.draft(NOTE), record.faults()], [1, undefined, 0]);
});

test("what was stored and held at once is counted once", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  const one = made(deeds.read("a"), "x", 1);
  store.fail = true;
  assert.deepEqual(merge(record, [one], {}), { news: 1, kept: false });
  store.fail = false;
  merge(
    openRecord(() => store),
    [one],
    {},
  );
  assert.equal(record.statements().length, 1);
  assert.deepEqual(merge(record, [one], {}), { news: 0, kept: true });
  assert.equal(openRecord(() => store).statements().length, 1);
});

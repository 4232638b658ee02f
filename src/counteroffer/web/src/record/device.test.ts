import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import * as deeds from "./deeds.ts";
import { DAMAGED, KEY, newId, openRecord } from "./device.ts";
import { ids } from "./statements.ts";
import { memoryStore } from "../testing/page.ts";

const verbs = (record: ReturnType<typeof openRecord>) =>
  record.statements().map(({ verb }) => verb.id.split("/").pop());

test("a statement is whole: who, verb, object, result, parent, time", () => {
  const record = openRecord(memoryStore);
  const store = memoryStore();
  const kept = openRecord(() => store);
  kept.save([deeds.answered(ids.check("demo"), "caller", ["a", "c"], 0.5, "choice")]);
  const [statement] = kept.statements();
  assert.match(statement!.id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(statement!.actor.account.homePage, "urn:counteroffer:device");
  assert.equal(statement!.object.id, "urn:counteroffer:check:demo:item:caller");
  assert.deepEqual(statement!.result, { response: "a[,]c", score: { scaled: 0.5 }, success: false });
  assert.equal(statement!.context?.contextActivities.parent[0]?.id, "urn:counteroffer:check:demo");
  assert.ok(!Number.isNaN(Date.parse(statement!.timestamp)));
  assert.deepEqual(record.statements(), []);
});

test("two tabs: neither loses what the other wrote, and both are one actor", () => {
  const store = memoryStore();
  const [one, other] = [openRecord(() => store), openRecord(() => store)];
  one.save([deeds.read("a")]);
  other.save([deeds.read("b")]);
  one.save([deeds.read("c")], { draft: "x" });
  assert.equal(other.statements().length, 3);
  assert.equal(other.draft("draft"), "x");
  assert.equal(new Set(one.statements().map(({ actor }) => actor.account.name)).size, 1);
});

test("blocked: even naming the storage throws, and the page still works in memory", () => {
  const record = openRecord(() => {
    throw new Error("SecurityError");
  });
  record.save([deeds.read("a")], { draft: 1 });
  assert.deepEqual(verbs(record), ["experienced"]);
  assert.equal(record.draft("draft"), 1);
  assert.equal(record.kept(), false);
  assert.equal(openRecord(() => undefined).kept(), false);
});

test("full: what could not be stored is held, and stored once there is room", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  record.save([deeds.read("a")]);
  store.fail = true;
  record.save([deeds.read("b")]);
  assert.equal(record.kept(), false);
  assert.equal(record.statements().length, 2);
  assert.equal(openRecord(() => store).statements().length, 1);
  store.fail = false;
  openRecord(() => store).save([deeds.read("other tab")]);
  record.save([deeds.read("c")]);
  assert.equal(openRecord(() => store).statements().length, 4);
  assert.equal(record.kept(), true);
});

for (const text of ["{not json", "null", "[]", '"text"', '{"version":1,"statements":"none"}']) {
  test(`corrupt (${text}): a new record begins, and the text is put aside`, () => {
    const store = memoryStore();
    store.all.set(KEY, text);
    const record = openRecord(() => store);
    assert.deepEqual(record.statements(), []);
    record.save([deeds.read("a")]);
    assert.equal(record.statements().length, 1);
    assert.equal(store.all.get(DAMAGED), text);
    assert.ok(record.damaged());
  });
}

test("a single damaged statement does not take the others with it", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  record.save([deeds.read("a")]);
  const stored = JSON.parse(store.all.get(KEY)!);
  stored.statements.push({ id: 3 }, null);
  store.all.set(KEY, JSON.stringify(stored));
  assert.equal(record.statements().length, 1);
  assert.ok(record.damaged());
});

test("an older version is taken over; a newer one is never rewritten", () => {
  const store = memoryStore();
  openRecord(() => store).save([deeds.read("a")]);
  const old = JSON.parse(store.all.get(KEY)!);
  delete old.version;
  delete old.drafts;
  store.all.set(KEY, JSON.stringify(old));
  const record = openRecord(() => store);
  record.save([deeds.read("b")]);
  assert.equal(record.statements().length, 2);
  assert.equal(JSON.parse(store.all.get(KEY)!).version, 1);

  const newer = JSON.stringify({ version: 2, actor: "x", statements: [], more: true });
  store.all.set(KEY, newer);
  const reader = openRecord(() => store);
  reader.save([deeds.read("c")]);
  assert.equal(store.all.get(KEY), newer);
  assert.equal(reader.statements().length, 1);
  assert.equal(store.all.has(DAMAGED), false);
});

test("wiping leaves nothing, and a new actor begins", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  record.save([deeds.read("a")], { draft: 1 });
  const actor = record.statements()[0]!.actor.account.name;
  assert.ok(record.wipe());
  assert.deepEqual([...store.all], []);
  record.save([deeds.read("a")]);
  assert.notEqual(record.statements()[0]!.actor.account.name, actor);
});

test("ids are random", () => {
  assert.notEqual(newId(), newId());
});

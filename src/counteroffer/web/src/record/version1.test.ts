import "../testing/page.ts";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as deeds from "./deeds.ts";
import { openRecord } from "./device.ts";
import { readText } from "./file.ts";
import { merge } from "./merge.ts";
import { editionOf, ids, placeOf } from "./statements.ts";
import type { Statement } from "./statements.ts";
import { PLACE } from "../testing/record.ts";
import { memoryStore } from "../testing/page.ts";
import { safely, VERSION1 } from "./store.ts";
import type { Storing } from "./store.ts";
import { adopt } from "./version1.ts";

/** The record in a store, with what version 1 had there. */
function withOlder(store: Storing) {
  const record = openRecord(() => store);
  adopt(
    record,
    safely(() => store),
    { place: PLACE, edition: "", first: true },
  );
  return record;
}

const fixture = (name: string) =>
  readFileSync(new URL(`../../../../../tests/record/fixtures/${name}`, import.meta.url), "utf8");

test("version 1 as it stood in a browser is taken in as history, once", () => {
  const text = fixture("version-1-stored.json");
  const old = JSON.parse(text);
  const store = memoryStore();
  store.all.set(VERSION1, text);
  const record = withOlder(store);
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
  const record = withOlder(store);
  assert.equal(record.statements().length, old.statements.length - 1);
  assert.equal(store.all.get(`${PLACE}damaged`), JSON.stringify(old));
  assert.ok(record.faults());
  for (const text of ["{", "null", "[]"]) {
    const other = memoryStore();
    other.all.set(VERSION1, text);
    assert.deepEqual(withOlder(other).statements(), []);
    assert.equal(other.all.get(`${PLACE}damaged`), text);
  }
});

test("version 1 belongs to the record that no word opens", () => {
  const store = memoryStore();
  store.all.set(VERSION1, fixture("version-1-stored.json"));
  const record = openRecord(() => store);
  adopt(
    record,
    safely(() => store),
    { place: PLACE, edition: "", first: false },
  );
  assert.deepEqual([record.statements(), store.all.has(VERSION1)], [[], true]);
});

test("version 1 waits where there is no room for it", () => {
  const store = memoryStore();
  store.all.set(VERSION1, fixture("version-1-stored.json"));
  store.fail = true;
  const record = withOlder(store);
  assert.ok(record.statements().length > 10);
  assert.ok(store.all.has(VERSION1));
});

test("an export of version 1 is taken in as history, and twice is as good as once", () => {
  const file = readText(fixture("version-1.json"));
  assert.ok(typeof file !== "string");
  const store = memoryStore();
  const record = openRecord(() => store);
  assert.equal(
    merge(record, file.statements, file.drafts).news,
    JSON.parse(fixture("version-1.json")).statements.length,
  );
  assert.equal(merge(record, file.statements, file.drafts).news, 0);
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
  merge(here, file.statements, file.drafts);
  const about = here.statements().filter(({ object }) => object.id === made.object.id);
  assert.deepEqual(about.map(editionOf), ["", "now"]);
  assert.equal(here.draft(note), "Newer");
  assert.deepEqual(openRecord(() => store).statements(), here.statements(), "as it is read again");
  here.exported();
  assert.equal(here.unexported(), 0);
  const other = memoryStore();
  const record = openRecord(() => other);
  merge(record, file.statements, file.drafts);
  assert.equal(record.draft(note), "Half a thought", "what is not newer is taken in");
  assert.equal(record.unexported(), file.statements.length);
  record.save([made]);
  assert.equal(placeOf(record.statements()[file.statements.length]!)?.seq, 1);
});

import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import * as deeds from "./deeds.ts";
import { readFile } from "./file.ts";
import { openRecord } from "./device.ts";
import { ids } from "./statements.ts";
import { memoryStore } from "../testing/page.ts";

function device() {
  const store = memoryStore();
  return openRecord(() => store);
}

function exported() {
  const record = device();
  record.save(
    [deeds.answered(ids.check("demo"), "one", "a", 1, "choice"), deeds.noted("demo", "Ask first.")],
    {
      [ids.explorer("map")]: { phase: "two" },
    },
  );
  return {
    format: "counteroffer-record",
    version: 1,
    statements: record.statements(),
    drafts: record.drafts(),
  };
}

test("a record that was exported is taken in whole, and twice is as good as once", () => {
  const file = readFile(JSON.stringify(exported()));
  assert.ok(typeof file !== "string");
  const other = device();
  other.save([deeds.read("demo")], { [ids.case("camp")]: { decision: "second", cards: [] } });
  assert.equal(other.merge(file.statements, file.drafts), 2);
  assert.equal(other.merge(file.statements, file.drafts), 0);
  assert.equal(other.statements().length, 3);
  assert.deepEqual(
    other.draft(ids.case("camp")),
    { decision: "second", cards: [] },
    "what is under way here stays",
  );
});

test("statements from elsewhere take their place in time", () => {
  const [answered, noted] = exported().statements;
  const record = device();
  record.save([deeds.read("demo")]);
  record.merge(
    [
      { ...answered!, timestamp: "2020-01-01T00:00:00.000Z" },
      { ...noted!, timestamp: "2100-01-01T00:00:00.000Z" },
    ],
    {},
  );
  const verbs = record.statements().map(({ verb }) => verb.display.en);
  assert.deepEqual(verbs, ["answered", "experienced", "commented"]);
});

const refused: [what: string, text: () => string, said: RegExp][] = [
  ["a picture", () => "\u0089PNG", /not JSON/],
  [
    "another course's export",
    () => JSON.stringify({ format: "other", version: 1, statements: [] }),
    /not a record of this course/,
  ],
  ["a list", () => JSON.stringify([1, 2]), /not a record of this course/],
  ["nothing", () => "null", /not a record of this course/],
  ["a later edition's", () => JSON.stringify({ ...exported(), version: 2 }), /later edition/],
  [
    "one with a foreign statement",
    () => {
      const file = exported();
      file.statements[1] = {
        ...file.statements[1]!,
        object: { objectType: "Activity", id: "https://elsewhere.test/1" },
      };
      return JSON.stringify(file);
    },
    /Entry 2 of this file/,
  ],
  [
    "one without times",
    () =>
      JSON.stringify({
        ...exported(),
        statements: [{ ...exported().statements[0]!, timestamp: "yesterday" }],
      }),
    /Entry 1 of this file/,
  ],
];

for (const [what, text, said] of refused) {
  test(`${what} is refused, and says why`, () => {
    const found = readFile(text());
    assert.match(String(found), said);
    assert.match(String(found), /Nothing was taken in\./);
  });
}

test("drafts of other things are left behind", () => {
  const file = readFile(
    JSON.stringify({ ...exported(), drafts: { elsewhere: 1, [ids.case("camp")]: null } }),
  );
  assert.deepEqual(typeof file !== "string" && Object.keys(file.drafts), [ids.case("camp")]);
});

import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import * as deeds from "./deeds.ts";
import { fileText, LARGEST, readFile, readText } from "./file.ts";
import { openRecord } from "./device.ts";
import { merge } from "./merge.ts";
import { ids } from "./statements.ts";
import { memoryStore } from "../testing/page.ts";

function device() {
  const store = memoryStore();
  return openRecord(() => store);
}

const AUDIT = ids.explorer("audit");

function exported() {
  const record = device();
  const answer = { response: "a", mark: [1, 1] as const, interaction: "choice" };
  record.save([deeds.answered(ids.check("demo"), "one", answer), deeds.noted("demo", "Ask first.", [])], {
    [ids.explorer("map")]: { phase: "two" },
    [AUDIT]: { name: "Sunrise house", phase: "one", marks: { income: "3" } },
  });
  return JSON.parse(fileText(record));
}

test("a record that was exported is taken in whole, and twice is as good as once", () => {
  const file = readText(JSON.stringify(exported()));
  assert.ok(typeof file !== "string");
  const other = device();
  other.save([deeds.read("demo")]);
  other.save([], { [ids.case("camp")]: { decision: "second", cards: [] } });
  assert.equal(merge(other, file.statements, file.drafts).news, 2);
  assert.equal(merge(other, file.statements, file.drafts).news, 0);
  assert.equal(other.statements().length, 3);
  assert.deepEqual(
    other.draft(ids.case("camp")),
    { decision: "second", cards: [] },
    "what is under way here stays",
  );
});

test("r18: the marks of an audit are exported, and the name of the programme is not", () => {
  const { drafts } = exported();
  assert.deepEqual(drafts[AUDIT].value, { phase: "one", marks: { income: "3" } });
  assert.doesNotMatch(JSON.stringify(exported()), /Sunrise/);
});

test("drafts of every kind are exported, and only an explorer's lose a name", () => {
  const record = device();
  const note = `${ids.unit("demo")}:note`;
  const item = ids.item(ids.check("demo"), "one");
  record.save([], { [note]: "Half a thought", [item]: { name: "b" } });
  const { drafts } = JSON.parse(fileText(record));
  assert.deepEqual([drafts[note].value, drafts[item].value], ["Half a thought", { name: "b" }]);
  const found = readText(fileText(record));
  assert.ok(typeof found !== "string");
  assert.deepEqual(found.drafts, drafts);
});

test("a file that cannot be read is refused in a sentence, and one of the largest size is read", async () => {
  const torn = new Blob(["x"]);
  torn.text = () => Promise.reject(new Error("torn"));
  assert.match(String(await readFile(torn)), /not JSON/);
  const large = new Blob([JSON.stringify(exported())]);
  Object.defineProperty(large, "size", { value: 10_000_000 });
  assert.equal(typeof (await readFile(large)), "object");
});

test("a mark of byte order before the text does no harm", () => {
  assert.notEqual(typeof readText(`\uFEFF${JSON.stringify(exported())}`), "string");
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
  ["a later edition's", () => JSON.stringify({ ...exported(), version: 3 }), /later edition/],
  ["one without a version", () => JSON.stringify({ ...exported(), version: "2" }), /later edition/],
  [
    "one whose statements are no list",
    () => JSON.stringify({ ...exported(), statements: {} }),
    /not a record/,
  ],
];

for (const [what, text, said] of refused) {
  test(`${what} is refused, and says why`, () => {
    const found = readText(text());
    assert.match(String(found), said);
    assert.match(String(found), /Nothing was taken in\./);
  });
}

test("r21: a file that is too large is refused before it is read, in one sentence", async () => {
  const large = new Blob(["x"]);
  Object.defineProperty(large, "size", { value: LARGEST + 1 });
  large.text = () => Promise.reject(new Error("it was read"));
  const said = String(await readFile(large));
  assert.match(said, /^This file has 10 MB, and a record has 10 MB at most\. Nothing was taken in\.$/);
});

test("r11: odd values of a file are left out, each by itself, and counted", () => {
  const file = exported();
  file.statements[0].result.response = 7;
  file.statements.push({ id: 3 });
  file.drafts[ids.case("camp")] = { value: 7, seq: 1, turn: 1 };
  file.drafts.elsewhere = { value: "x", seq: 1, turn: 1 };
  file.drafts[ids.explorer("far")] = { value: {}, seq: Number.MAX_SAFE_INTEGER, turn: 1 };
  file.drafts[ids.explorer("often")] = { value: {}, seq: 1, turn: Number.MAX_SAFE_INTEGER };
  const found = readText(JSON.stringify(file));
  assert.ok(typeof found !== "string");
  assert.deepEqual([found.statements.length, found.faults], [1, 6]);
  assert.deepEqual(Object.keys(found.drafts).sort(), [AUDIT, ids.explorer("map")].sort());
});

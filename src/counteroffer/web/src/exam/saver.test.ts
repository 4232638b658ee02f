import assert from "node:assert/strict";
import { test } from "node:test";
import { saver } from "./saver.ts";
import type { Change, Reply } from "./saver.ts";

/** A server that is answered for by hand, and what the page was told. */
function line(left: Change[] = []) {
  const asked: { change: Change; answer: (reply: Reply) => void; fail: () => void }[] = [];
  const told = { waiting: [] as Change[], newer: [] as string[], away: 0, failures: [] as number[] };
  const made = saver(
    {
      send: (change) =>
        new Promise((answer, fail) => asked.push({ change, answer, fail: () => fail(new Error("no line")) })),
      later: (failures) => {
        told.failures.push(failures);
        return Promise.resolve();
      },
      waiting: (changes) => void (told.waiting = changes),
      newer: (item) => void told.newer.push(item),
      away: () => void told.away++,
      heard: () => undefined,
    },
    new Map([["one", 3]]),
    left,
  );
  return { made, asked, told };
}

/** Until all that is ready to run has run. */
const settle = () => new Promise((done) => setImmediate(done));

test("an answer is saved once the server says so, and not before", async () => {
  const { made, asked, told } = line();
  assert.equal(made.saved(), true);
  made.change("one", "a");
  assert.equal(made.saved(), false);
  assert.deepEqual(asked[0]!.change, { item: "one", response: "a", revision: 3 });
  assert.equal(told.waiting.length, 1, "it waits on the device");
  asked[0]!.answer({ status: 200, revision: 4 });
  await made.idle();
  assert.equal(made.saved(), true);
  assert.deepEqual(told.waiting, []);
});

test("what changes while it is under way is sent after it, from the new revision", async () => {
  const { made, asked } = line();
  made.change("one", "a");
  made.change("one", "b");
  asked[0]!.answer({ status: 200, revision: 4 });
  await settle();
  assert.equal(made.saved(), false);
  assert.deepEqual(asked[1]!.change, { item: "one", response: "b", revision: 4 });
});

test("what could not be sent is sent again, with a full store and without a line", async () => {
  const { made, asked, told } = line();
  made.change("one", "a");
  asked[0]!.fail();
  await settle();
  asked[1]!.answer({ status: 503 });
  await settle();
  assert.deepEqual(told.failures, [1, 2]);
  assert.equal(made.saved(), false);
  assert.deepEqual(asked[2]!.change.response, "a");
});

test("what is newer elsewhere is shown, and not written over", async () => {
  const { made, asked, told } = line();
  made.change("one", "a");
  asked[0]!.answer({ status: 409, revision: 7, response: "c" });
  await made.idle();
  assert.deepEqual(told.newer, ["one"]);
  made.change("one", "d");
  assert.equal(asked[1]!.change.revision, 7);
});

test("what an earlier page could not send is sent at once", () => {
  const { made, asked } = line([{ item: "two", response: ["x"], revision: 0 }]);
  assert.equal(made.saved(), false);
  assert.equal(asked[0]!.change.item, "two");
});

test("a flag goes with its answer", () => {
  const { made, asked } = line();
  made.change("two", null, true);
  made.change("one", "a", true);
  made.change("one", "b");
  assert.deepEqual(asked[0]!.change, { item: "two", response: null, revision: 0, flagged: true });
  assert.equal(made.saved(), false);
});

test("after the end nothing waits; after a lost log-in everything still does", async () => {
  for (const [status, waiting] of [
    [410, 0],
    [401, 1],
  ] as const) {
    const { made, asked, told } = line();
    made.change("one", "a");
    asked[0]!.answer({ status });
    await made.idle();
    assert.equal(told.away, 1);
    assert.equal(told.waiting.length, waiting);
  }
});

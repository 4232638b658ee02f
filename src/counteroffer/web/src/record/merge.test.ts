import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import * as deeds from "./deeds.ts";
import { openRecord } from "./device.ts";
import type { Draft } from "./drafts.ts";
import { merge } from "./merge.ts";
import { ids, inOrder, seqOf } from "./statements.ts";
import { answer, made } from "../testing/record.ts";
import { memoryStore } from "../testing/page.ts";

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
    all.forEach((one) => merge(record, [one], {}));
    merge(record, all, {});
    return record.statements().map(({ id }) => id);
  });
  assert.deepEqual(orders[0], [wrong.id, right.id, apart.id]);
  assert.deepEqual(orders[1], orders[0]);
  assert.deepEqual(orders[2], orders[0]);
  const store = memoryStore();
  const here = openRecord(() => store);
  merge(here, [wrong, right, apart], {});
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
  merge(record, [], old);
  assert.equal(record.draft(item), "b", "the later turn stays");
  record.save([answer("b")], { [item]: undefined });
  merge(record, [], old);
  assert.equal(record.draft(item), undefined, "what was answered since needs no draft");
  merge(record, [], { [item]: draft("c", 9) });
  assert.equal(record.draft(item), "c", "a newer one is taken in");
});

test("r9: a draft that was dropped does not come back from an older file", () => {
  const audit = ids.explorer("audit");
  const store = memoryStore();
  const record = openRecord(() => store);
  record.save([], { [audit]: { phase: "one" } });
  const old = record.drafts();
  record.save([], { [audit]: undefined });
  merge(record, [], old);
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
  assert.equal(merge(record, statements, old).news, 0);
  assert.deepEqual(record.drafts(), {});
});

import "../testing/page.ts";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { caseOnDevice } from "./case-host.ts";
import * as deeds from "./deeds.ts";
import { openRecord } from "./device.ts";
import { openDrafts } from "./drafts.ts";
import { ASKS_SURE, auditOnDevice, checkOnDevice, explorerOnDevice, then } from "./hosts.ts";
import type { CaseState, Loaded } from "./hosts.ts";
import { settledAt } from "./merge.ts";
import { did, editionOf, ids } from "./statements.ts";
import { safely } from "./store.ts";
import { answer, made } from "../testing/record.ts";
import { memoryStore } from "../testing/page.ts";

const SHEET = ids.check("demo");
const ITEM = ids.item(SHEET, "one");
let store = memoryStore();
let record = openRecord(() => store);
beforeEach(() => {
  store = memoryStore();
  record = openRecord(() => store);
});
const another = () => openRecord(() => store);
const shape = { one: { shape: "one" as const, edition: "e1" } };
const given = { response: "a", mark: [1, 2] as const, interaction: "choice", edition: "e1" };

test("whether every question asks how sure one is follows the setting of this device", () => {
  assert.equal(checkOnDevice(record, SHEET).sure, false);
  record.save([], { [ASKS_SURE]: true });
  assert.equal(checkOnDevice(record, SHEET).sure, true);
  record.save([], { [ASKS_SURE]: false });
  assert.equal(checkOnDevice(record, SHEET).sure, false);
  assert.equal(checkOnDevice(record, SHEET).seed, record.seed());
});

test("an item is shown with its answer, its draft or how it was answered in an earlier edition", () => {
  const host = checkOnDevice(record, SHEET);
  const load = (edition = "e1") => host.load({ one: { shape: "one", edition } }) as Loaded;
  assert.deepEqual(load(), { answers: {}, drafts: {}, sures: {}, older: {} });
  host.draft("one", "b", 0.5, "e1");
  assert.deepEqual(load(), { answers: {}, drafts: { one: "b" }, sures: { one: 0.5 }, older: {} });
  assert.deepEqual(
    load("e2"),
    { answers: {}, drafts: {}, sures: {}, older: {} },
    "a draft of another edition",
  );
  host.draft("one", null, undefined, "e1");
  assert.deepEqual(
    load(),
    { answers: {}, drafts: { one: null }, sures: {}, older: {} },
    "blank again, and unsure",
  );
  host.draft("one", ["b"], undefined, "e1");
  assert.deepEqual(load().drafts, {}, "no response to an item of this shape");
  assert.equal(host.answer("one", given), true);
  assert.deepEqual(load(), { answers: { one: "a" }, drafts: {}, sures: {}, older: {} });
  const { timestamp } = record.statements()[0]!;
  assert.deepEqual(load("e2"), {
    answers: {},
    drafts: {},
    sures: {},
    older: { one: { mark: [1, 2], at: timestamp } },
  });
});

test("how sure one is stands only where it was said", () => {
  const host = checkOnDevice(record, SHEET);
  host.draft("one", "a", undefined, "e1");
  assert.deepEqual(Object.keys(record.drafts()), [ITEM]);
  host.draft("one", "a", 0.95, "e1");
  assert.deepEqual(Object.keys(record.drafts()), [ITEM, `${ITEM}:sure`]);
  host.answer("one", { ...given, sure: 0.95 });
  assert.deepEqual(record.drafts(), {}, "an answer settles both");
});

test("a check is completed once in each attempt, and begins anew blank", () => {
  const host = checkOnDevice(record, SHEET, "s");
  host.answer("one", given);
  host.completed([1, 2]);
  host.completed([1, 2]);
  assert.equal(record.statements().filter((one) => did(one, "completed")).length, 1);
  assert.equal(record.statements()[0]!.context?.registration, "s");
  host.draft("two", "b", 0.5, "e1");
  host.restart?.(["one", "two"]);
  assert.deepEqual(record.drafts(), {});
  assert.deepEqual((host.load(shape) as Loaded).answers, {});
  host.completed([1, 2]);
  assert.equal(record.statements().filter((one) => did(one, "completed")).length, 2);
});

test("after a wipe elsewhere nothing of the old record is written, and the face is told", () => {
  const host = checkOnDevice(record, SHEET);
  host.answer("one", given);
  void host.load(shape);
  let news = 0;
  const { onChange } = record;
  // a page that sleeps hears of nothing
  record.onChange = () => () => undefined;
  host.onNews?.(() => (news += 1));
  record.onChange = onChange;
  another().wipe();
  another().save([deeds.read("a")]);
  assert.equal(host.answer("one", given), false);
  host.draft("one", "b", undefined, "e1");
  host.restart?.(["one"]);
  assert.equal(news, 3);
  assert.deepEqual(
    record.statements().map(({ verb }) => verb.display.en),
    ["experienced"],
  );
  assert.deepEqual(record.drafts(), {});
  void host.load(shape);
  assert.equal(host.answer("one", given), true, "once it is shown anew");
});

test("a view hears of its own items from elsewhere, not of what it writes and not of others' drafts", () => {
  const host = checkOnDevice(record, SHEET);
  let news = 0;
  const end = host.onNews?.(() => (news += 1));
  host.draft("one", "a", undefined, "e1");
  host.answer("one", given);
  assert.equal(news, 0);
  record.save([], { [ids.item(ids.check("demolition"), "one")]: "x" });
  assert.equal(news, 0);
  record.save([], { [ITEM]: "b" });
  assert.equal(news, 1);
  record.save([deeds.read("a")]);
  assert.equal(news, 2);
  end?.();
  record.save([deeds.read("a")]);
  assert.equal(news, 2);
});

test("an explorer notes a setting once and keeps the last; an audit keeps what was put down and notes the phase alone", () => {
  const map = explorerOnDevice(record, "map");
  assert.equal(map.load(), undefined);
  for (const phase of ["one", "two", "one"]) map.save({ phase });
  assert.deepEqual(map.load(), { phase: "one" });
  assert.deepEqual(
    record.statements().map(({ result }) => result?.response),
    ["phase[.]one", "phase[.]two"],
  );
  const audit = auditOnDevice(record, "audit");
  assert.equal(audit.load(), undefined);
  const entries = { name: "House", phase: "one", marks: { income: "3" } } as never;
  assert.equal(audit.save(entries), true);
  assert.deepEqual(audit.load(), entries);
  audit.completed("one");
  audit.completed("one");
  assert.equal(record.statements().length, 3);
  assert.doesNotMatch(JSON.stringify(record.statements()), /House|income/);
  another().wipe();
  another().save([deeds.read("a")]);
  assert.equal(audit.save(entries), false);
  assert.equal(audit.load(), undefined);
});

test("what is there at once is gone on with at once, and what is waited for later", async () => {
  const went: string[] = [];
  then("now", (value) => went.push(value));
  then(Promise.resolve("later"), (value) => went.push(value));
  assert.deepEqual(went, ["now"]);
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(went, ["now", "later"]);
});

const step = (decision: string, option?: string, cards: string[] = []) => ({
  decision,
  cards,
  ...(option && { option }),
});

test("a case: cards and a pick are kept between decisions, what follows is told until it was read", () => {
  const host = caseOnDevice(record, "camp", "e1");
  const load = () => host.load() as CaseState;
  assert.deepEqual(load(), { path: [], seen: [], written: {} });
  assert.equal(host.save([step("first", undefined, ["list"])]), true);
  assert.deepEqual(record.statements(), [], "an opened card is no deed yet");
  host.pick?.(step("first", undefined, ["list"]), "wait");
  assert.deepEqual(load(), {
    path: [step("first", undefined, ["list"])],
    seen: [],
    written: {},
    picked: "wait",
  });
  host.write?.("first", { text: "Wait.", shown: true });
  assert.equal(host.save([step("first", "wait", ["list"])]), true);
  assert.deepEqual(load(), {
    path: [step("first", "wait", ["list"])],
    seen: [],
    written: { first: { text: "Wait.", shown: true } },
    told: true,
  });
  host.wentOn?.();
  assert.equal(load().told, undefined);
  assert.equal(host.save([step("first", "wait", ["list"]), step("second", "hold")], "home"), true);
  assert.deepEqual(load().seen, ["home"]);
  assert.deepEqual(record.statements().map(editionOf), ["e1", "e1", "e1"]);
  assert.equal(host.save([]), true);
  assert.deepEqual(load(), { path: [], seen: ["home"], written: {} }, "a new attempt begins blank");
});

test("a case of an earlier edition is over once one of this edition begins, and what was written for it stays", () => {
  const old = caseOnDevice(record, "camp", "e1");
  void old.load();
  old.save([step("first", "wait")], "home");
  const host = caseOnDevice(record, "camp", "e2");
  assert.deepEqual(host.load(), { path: [], seen: ["home"], written: {}, older: true });
  host.write?.("first", { text: "Now.", shown: true });
  host.save([step("first", "move")]);
  const now = host.load() as CaseState;
  assert.deepEqual([now.path, now.older], [[step("first", "move")], undefined]);
  assert.deepEqual(now.written, { first: { text: "Now.", shown: true } });
  assert.equal(record.statements().filter((one) => did(one, "initialized")).length, 1);
});

test("what settles a draft: an answer, a note, a new attempt, a form that is drawn or handed in", () => {
  const at = (...all: Parameters<typeof made>[0][]) => all.map((deed, place) => made(deed, "x", place + 1));
  const unit = deeds.read("demo");
  const begun = deeds.began("check", SHEET);
  assert.equal(settledAt(at(unit, answer("a"), unit), ITEM), 2);
  assert.equal(settledAt(at(answer("a"), begun, unit), ITEM), 2, "a new attempt at the check");
  assert.equal(settledAt(at(answer("a"), unit), ids.item(SHEET, "two")), 0);
  assert.equal(settledAt(at(answer("a"), unit), `${ITEM}:sure`), 1);
  const note = deeds.noted("demo", "x", []);
  assert.equal(settledAt(at(note, unit, deeds.noted("other", "x", [])), `${ids.unit("demo")}:note`), 1);
  const camp = ids.case("camp");
  const decided = deeds.decided("camp", { decision: "first", cards: [], option: "wait" });
  assert.equal(settledAt(at(decided, unit), camp), 1, "any decision settles the step under way");
  assert.equal(settledAt(at(deeds.began("case", camp), decided, unit), `${camp}:written`), 1);
  const exam = ids.exam("practice");
  const [drew, one] = [deeds.drew("exam", exam, ["one"], "s"), deeds.answered(exam, "one", given, "s")];
  assert.equal(
    settledAt(at(drew, one, unit), `${exam}:seconds`),
    1,
    "an answer on a form does not stop its clock",
  );
  assert.equal(settledAt(at(drew, one, unit), `${exam}:flags`), 1);
  assert.equal(settledAt([], ITEM), 0);
});

test("drafts that cannot be written wait, and are written in full once they can", () => {
  const drafts = openDrafts(
    safely(() => store),
    "d:",
  );
  const draft = { value: "x", seq: 1, turn: 1 };
  store.setItem(`d:${ITEM}`, JSON.stringify(draft));
  store.fail = true;
  drafts.hold(ITEM, undefined);
  drafts.hold(ids.item(SHEET, "two"), draft);
  drafts.hold(ids.item(SHEET, "three"), draft);
  assert.deepEqual([drafts.flush(), drafts.waiting()], [false, 2]);
  assert.equal(store.all.has(`d:${ITEM}`), false, "what goes needs no room");
  assert.deepEqual(drafts.held(ids.item(SHEET, "two")), draft);
  assert.deepEqual(drafts.names(), [ids.item(SHEET, "two"), ids.item(SHEET, "three")]);
  store.fail = false;
  assert.deepEqual([drafts.flush(), drafts.waiting(), store.all.size], [true, 0, 2]);
  store.setItem(`d:${ITEM}`, "{");
  assert.deepEqual([drafts.faults(), drafts.held(ITEM)], [1, undefined]);
  drafts.hold(ITEM, draft);
  assert.equal(drafts.faults(), 0, "what takes its place is sound");
  drafts.forget();
  assert.equal(drafts.faults(), 1);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { begin, holds, open, openOptions, pathTo, replay } from "./machine.ts";
import type { Step } from "./machine.ts";
import { machine } from "../testing/faces.ts";

const step = (decision: string, option?: string, cards: string[] = []): Step =>
  option === undefined ? { decision, cards } : { decision, cards, option };

test("a condition holds when all its parts do; none always holds", () => {
  const state = { meters: { trust: 4 }, flags: new Set(["a"]) };
  assert.ok(holds(undefined, state));
  assert.ok(holds({ has: ["a"], lacks: ["b"], at_least: { trust: 4 }, at_most: { trust: 4 } }, state));
  assert.ok(!holds({ has: ["a", "b"] }, state));
  assert.ok(!holds({ lacks: ["a"] }, state));
  assert.ok(!holds({ at_least: { trust: 5 } }, state));
  assert.ok(!holds({ at_most: { trust: 3 } }, state));
});

test("effects are kept within 0 and 10, then the background acts in order", () => {
  const state = replay(machine, [step("first", "move")]);
  // 5 − 3 = 2, then the rumour takes 1 and lets the drift follow in the same round.
  assert.deepEqual(state.meters, { trust: 1, reach: 10, pull: 6 });
  assert.deepEqual(state.taken[0]!.notices, ["A rumour runs."]);
  assert.equal(state.at, "gap", "what follows is resolved on the new state");
  assert.ok(state.ended);
});

test("a rule that fires once fires once; another fires each time", () => {
  const state = replay(machine, [step("first", "wait"), step("second", "push")]);
  assert.deepEqual(state.meters, { trust: 0, reach: 9, pull: 6 });
  assert.deepEqual([...state.flags].sort(), ["rumoured", "waited"]);
});

test("a rule that fired once stays quiet in later rounds", () => {
  const { pull } = machine.meters;
  const low = { ...machine, meters: { trust: { start: 2 }, reach: { start: 5 }, pull: pull! } };
  const state = replay(low, [step("first", "wait"), step("second", "hold")]);
  assert.deepEqual(state.meters, { trust: 2, reach: 4, pull: 7 });
  assert.deepEqual(
    state.taken.map(({ notices }) => notices),
    [["A rumour runs."], []],
  );
});

test("opening a card costs attention, sets its flag and may open an option", () => {
  const state = begin(machine);
  assert.deepEqual(openOptions(machine, state), ["wait", "move"]);
  assert.ok(open(machine, state, "list"));
  assert.ok(open(machine, state, "list"), "opening again is free");
  assert.ok(!open(machine, state, "talk"), "no attention is left");
  assert.ok(!open(machine, state, "elsewhere"));
  assert.deepEqual(openOptions(machine, state), ["wait", "move", "ask"]);
  assert.deepEqual(pathTo(state), [step("first", undefined, ["list"])]);
});

test("a path is replayed to the same state, finished or not", () => {
  const path = [step("first", "ask", ["list"]), step("second", undefined, ["list"])];
  const state = replay(machine, path);
  assert.equal(state.at, "second");
  assert.deepEqual(pathTo(state), path);
  assert.deepEqual(replay(machine, pathTo(state)), state);
});

for (const [why, path] of Object.entries({
  "an option that is not open": [step("first", "ask")],
  "an option that is gone": [step("first", "gone")],
  "a decision out of place": [step("second", "hold")],
  "a step after the end": [step("first", "move"), step("second", "hold")],
})) {
  test(`a path stops before ${why}`, () => {
    assert.ok(replay(machine, path).taken.length < path.length);
  });
}

test("a machine in which nothing follows is refused by name", () => {
  const broken = structuredClone(machine);
  broken.decisions.first!.options.wait!.then = [{ if: { has: ["never"] }, go: "second" }];
  assert.throws(
    () => replay(broken, [step("first", "wait")]),
    /Nothing follows option "wait" of decision "first"/,
  );
});

test("a step keeps what was open and how the meters stood before it and after", () => {
  const state = replay(machine, [step("first", "wait", ["list"]), step("second", "push")]);
  assert.deepEqual(
    state.taken.map(({ open: options, before, after }) => [options, before, after]),
    [
      [["wait", "move", "ask"], { trust: 5, reach: 9, pull: 4 }, { trust: 6, reach: 9, pull: 4 }],
      [["hold", "push"], { trust: 6, reach: 9, pull: 4 }, { trust: 0, reach: 9, pull: 6 }],
    ],
  );
  assert.deepEqual([...begin(machine).flags], []);
  assert.deepEqual(state.cards, []);
});

test("a meter that the case has not counts as nought", () => {
  const state = { meters: {}, flags: new Set<string>() };
  assert.ok(holds({ at_least: { trust: 0 }, at_most: { trust: 0 } }, state));
  assert.ok(!holds({ at_least: { trust: 1 } }, state));
});

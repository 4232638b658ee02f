import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { pathTo, replay } from "./machine.ts";
import type { Machine, Step } from "./machine.ts";
import { otherRoads } from "./roads.ts";
import { machine } from "../testing/faces.ts";

const path: Step[] = [
  { decision: "first", cards: [], option: "wait" },
  { decision: "second", cards: [], option: "push" },
];

test("another road ends elsewhere and parts from the learner's as late as can be", () => {
  const [road, ...more] = otherRoads(machine, path, replay(machine, path).at, 2);
  assert.equal(road!.shared, 1);
  assert.deepEqual(
    pathTo(road!.state).map(({ option }) => option),
    ["wait", "hold"],
  );
  assert.equal(road!.state.at, "home");
  assert.deepEqual(more, [], "there are two endings, so there is one other road");
});

test("a road may open the card that an option waits for", () => {
  const gated: Machine = JSON.parse(JSON.stringify(machine)) as Machine;
  gated.decisions.second!.options.hold!.if = { has: ["saw-list"] };
  const roads = otherRoads(gated, path, "gap", 2);
  assert.deepEqual(
    roads.map(({ state }) => state.at),
    ["home"],
  );
  assert.deepEqual(roads[0]!.state.taken[1]!.cards, ["list"]);
});

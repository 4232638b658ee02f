import assert from "node:assert/strict";
import { test } from "node:test";
import { pathTo, replay } from "./machine.ts";
import type { Machine, Step } from "./machine.ts";
import { besides, otherRoads } from "./roads.ts";
import { machine } from "../testing/faces.ts";
import { page } from "../testing/page.ts";

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

test("a road that would end where the learner's did, or where another does, is not shown twice", () => {
  const home: Step[] = [
    { decision: "first", cards: [], option: "wait" },
    { decision: "second", cards: [], option: "hold" },
  ];
  const roads = otherRoads(machine, home, "home", 5);
  assert.deepEqual(
    roads.map(({ state, shared }) => [state.at, shared]),
    [["gap", 1]],
  );
  const wide: Machine = { ...machine, endings: [...machine.endings, "far"] };
  wide.decisions = structuredClone(machine.decisions);
  wide.decisions.first!.options.move!.then = [{ go: "far" }];
  const found = (wanted: number) =>
    otherRoads(wide, home, "home", wanted).map(({ state, shared }) => [state.at, shared]);
  assert.deepEqual(found(2), [
    ["gap", 1],
    ["far", 0],
  ]);
  assert.deepEqual(found(1), [["gap", 1]], "no more than were asked for");
});

test("a card is opened for an option only while there is attention for it", () => {
  const gated = structuredClone(machine);
  gated.decisions.second!.options.hold!.if = { has: ["saw-list", "saw-talk"] };
  gated.decisions.second!.cards = ["list", "talk"];
  assert.deepEqual(otherRoads(gated, path, "gap", 2), [], "two cards, and time for one");
  gated.decisions.second!.attention = 2;
  assert.deepEqual(otherRoads(gated, path, "gap", 2)[0]!.state.taken[1]!.cards, ["list", "talk"]);
  gated.decisions.second!.options.hold!.if = { has: ["waited"] };
  assert.deepEqual(
    otherRoads(gated, path, "gap", 2)[0]!.state.taken[1]!.cards,
    [],
    "what no option waits for stays shut",
  );
});

const parts = (id: string): HTMLElement =>
  page(
    `<section><h3>The ${id}</h3><p class="co-kind">Ending: ${id}</p>${["wait", "move", "ask", "hold", "push"]
      .map(
        (option, at) =>
          `<div class="co-option" data-option="${option}"><label><span class="co-letter">${"ABCDE"[at]}</span> Do ${option}</label></div>`,
      )
      .join("")}<dl><dt>Better for</dt><dd>some at ${id}</dd></dl></section>`,
  );

test("roads stand beside one another from where they part, each with its ending and for whom it is better", () => {
  const [head, alike, columns] = besides(machine, replay(machine, path), parts);
  assert.equal(head!.tagName, "H4");
  assert.match(alike!.textContent!, /first decision/i);
  const lists = [...columns!.querySelectorAll("section")].map((column) => ({
    steps: Array.from(column.querySelectorAll("li"), (step) => `${step.className}${step.textContent}`),
    from: column.querySelector("ol")!.getAttribute("start"),
    end: column.querySelector("p")!.textContent,
    whom: column.querySelector("dl")!.textContent,
  }));
  assert.deepEqual(lists, [
    {
      steps: ["The second E: Do push"],
      from: "2",
      end: "The gap (Ending: gap)",
      whom: "Better forsome at gap",
    },
    {
      steps: ["The second D: Do hold"],
      from: "2",
      end: "The home (Ending: home)",
      whom: "Better forsome at home",
    },
  ]);
  assert.equal(columns!.className, "co-roads", "the style sheet sets them side by side");
  const heads = Array.from(columns!.querySelectorAll("h5"), ({ textContent }) => textContent);
  assert.equal(new Set(heads).size, 2);
});

test("of roads that part at different places the shared steps are marked, and nothing stands where there is no other", () => {
  const wide: Machine = { ...structuredClone(machine), endings: [...machine.endings, "far"] };
  wide.decisions.first!.options.move!.then = [{ go: "far" }];
  const shown = besides(wide, replay(wide, path), parts);
  assert.deepEqual(
    shown.map(({ tagName }) => tagName),
    ["H4", "DIV"],
    "nothing is alike in all",
  );
  const steps = [...shown[1]!.querySelectorAll("section")].map((column) =>
    Array.from(column.querySelectorAll("li"), ({ className }) => className),
  );
  assert.deepEqual(steps, [["", ""], ["co-same", ""], [""]]);
  const alone: Machine = { ...structuredClone(machine), endings: ["gap"] };
  for (const one of Object.values(alone.decisions))
    for (const option of Object.values(one.options)) option.then = [{ go: "gap" }];
  const single = [{ decision: "first", cards: [], option: "wait" }];
  assert.deepEqual(besides(alone, replay(alone, single), parts), []);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { fits, isNote, settledBy, soundDraft } from "./valid.ts";
import type { Shape } from "../item/respond.ts";

const drafts: [activity: string, sound: unknown[], odd: unknown[]][] = [
  [
    "check:a:item:b",
    [null, "x", ["x", "y"], { l: "r" }, { l: 3 }],
    [7, [1], { l: [] }, { l: 0.5 }, { l: -1 }],
  ],
  ["check:a:item:b:sure", [0, 0.5, 1], ["1", 1.1, -0.1, null]],
  ["unit:a:note", ["", "text"], [null, 1, ["text"]]],
  [
    "case:a",
    [{ decision: "d", cards: [] }],
    [{ decision: "d" }, { cards: [] }, { decision: 1, cards: [] }, "d", null],
  ],
  [
    "explorer:a",
    [{}, { phase: "one" }, { marks: { row: "3" } }],
    [{ phase: 1 }, { marks: { row: 3 } }, [], "one"],
  ],
  ["exam:practice:seconds", [0, 900], [-1, 1.5, "900"]],
  ["exam:practice:flags", [[], ["one"]], ["one", [1], {}]],
  ["settings:sure", [true, false], [1, "true", null]],
];

for (const [activity, sound, odd] of drafts) {
  test(`a draft of ${activity} is taken when it makes sense, and not otherwise`, () => {
    for (const value of sound)
      assert.ok(soundDraft(`urn:counteroffer:${activity}`, value), JSON.stringify(value));
    for (const value of odd)
      assert.ok(!soundDraft(`urn:counteroffer:${activity}`, value), JSON.stringify(value));
    assert.ok(!soundDraft(`urn:elsewhere:${activity}`, sound[0]));
    assert.ok(
      !soundDraft(`urn:counteroffer:other:${activity}:more`, sound[1] ?? sound[0]),
      "the whole name counts",
    );
  });
}

test("a response fits the shape of its item", () => {
  const all: Record<Shape, unknown> = {
    one: "a",
    list: ["a"],
    pairs: { l: "a" },
    ratings: { l: 3 },
  } as never;
  for (const shape of Object.keys(all) as Shape[])
    for (const [other, value] of Object.entries(all))
      assert.equal(fits(value, shape), other === shape, `${other} as ${shape}`);
});

test("what settles a draft, and which drafts are notes", () => {
  assert.equal(settledBy("urn:counteroffer:check:a:item:b:sure"), "urn:counteroffer:check:a:item:b");
  assert.equal(settledBy("urn:counteroffer:exam:practice:flags"), "urn:counteroffer:exam:practice");
  assert.equal(settledBy("urn:counteroffer:case:a"), "urn:counteroffer:case:a");
  assert.ok(isNote("urn:counteroffer:unit:a:note"));
  assert.ok(!isNote("urn:counteroffer:unit:a"));
  assert.ok(!isNote("urn:counteroffer:case:a:note"));
});

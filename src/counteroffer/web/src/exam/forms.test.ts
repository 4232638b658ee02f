import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { bank } from "../practice/bank.ts";
import type { Bank, ItemFacts } from "../practice/bank.ts";
import * as deeds from "../record/deeds.ts";
import { openRecord } from "../record/device.ts";
import { ids } from "../record/statements.ts";
import { memoryStore } from "../testing/page.ts";
import { byChance, forms, freshForm, timesSeen } from "./forms.ts";

const facts = (chance: [number, number]) => ({ chance }) as unknown as ItemFacts;
const stock: Bank = {
  ...bank(),
  // In no order: places count by the sorted ids.
  items: { rain: facts([1, 3]), alms: facts([1, 4]), pay: facts([1, 6]), oath: facts([0, 1]) },
  forms: [
    [0, 3],
    [2, 1],
    [0, 2],
  ],
};

test("a form names its items by their places among the sorted ids", () => {
  assert.deepEqual(forms(stock), [
    ["alms", "rain"],
    ["pay", "oath"],
    ["alms", "pay"],
  ]);
  assert.deepEqual(forms({ ...stock, forms: [] }), []);
  assert.deepEqual(forms({ ...stock, forms: [[9, 0]] }), [["alms"]], "an item that is gone is left out");
});

test("items count as met when they were answered anywhere and when they stood on a form", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  record.save([
    deeds.answered(ids.check("demo"), "alms", { response: "a", mark: [1, 1], interaction: "choice" }),
    deeds.drew("exam", ids.exam("practice"), ["alms", "pay"], "s"),
    deeds.read("demo"),
    deeds.began("check", ids.check("demo")),
    deeds.decided("camp", { decision: "first", cards: [], option: "wait" }),
  ]);
  assert.deepEqual([...timesSeen(record.statements())].sort(), [
    ["alms", 2],
    ["pay", 1],
  ]);
});

test("the form met least often is taken, whatever the seed; among equals the seed decides", () => {
  const all = forms(stock);
  const seeds = Array.from({ length: 30 }, (_, seed) => `seed ${seed}`);
  const seen = new Map([["alms", 1]]);
  assert.ok(seeds.every((seed) => freshForm(all, seen, seed).includes("oath")));
  const first = new Set(seeds.map((seed) => freshForm(all, new Map(), seed).join()));
  assert.equal(first.size, all.length);
  assert.deepEqual(freshForm([], seen, "any"), []);
  const often = new Map([
    ["oath", 3],
    ["rain", 1],
    ["alms", 1],
  ]);
  assert.ok(
    seeds.every((seed) => freshForm(all, often, seed).join() === "alms,pay"),
    "all that was met counts together",
  );
});

test("what answers at random would earn on a form", () => {
  assert.equal(byChance(["alms", "pay"], stock), 21);
  assert.equal(byChance(["gone"], stock), 0);
  assert.equal(byChance(["alms", "gone"], stock), 25, "an item that is gone counts for nothing");
});

import { page } from "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { markForm } from "./marking.ts";
import { upgradeItem } from "../item/item.ts";
import type { Response } from "../item/respond.ts";
import { bank } from "../practice/bank.ts";
import type { Blueprint, ItemFacts } from "../practice/bank.ts";
import { allPlayers } from "../testing/all-players.ts";
import { checkHtml, itemFixtures } from "../testing/faces.ts";

const players = await allPlayers();
const key = itemFixtures.get("single")!.key;
const plan = (pass_mark: number) => ({ pass_mark }) as Blueprint;
const hooks = { changed: () => {}, answered: () => {}, again: () => {} };

/** A form of four single items, two of each outcome. */
function form() {
  const root = page(checkHtml(["single", "single", "single", "single"]));
  const items = [...root.querySelectorAll<HTMLElement>(".co-item")].map((element, at) => {
    element.dataset.item = `item-${at}`;
    return upgradeItem(element, players.get("single")!, { mode: "exam" }, hooks);
  });
  const facts = (at: number) => ({ outcome: at < 2 ? "CO1" : "CO2" }) as ItemFacts;
  window.counterofferItems = {
    ...bank(),
    items: Object.fromEntries(items.map(({ id }, at) => [id, facts(at)])),
  };
  return items;
}

const marked = (given: (Response | undefined)[], pass: number) => markForm(form(), given, plan(pass), "s");

test("an item without an answer earns nothing, makes no statement, and is marked with the form all the same", () => {
  const { made, mark, marks } = marked([key, undefined, key, undefined], 0.75);
  assert.deepEqual(mark, [1, 2]);
  assert.deepEqual(marks, { CO1: [1, 2, 2], CO2: [1, 2, 2] });
  assert.deepEqual(
    made.map(({ object }) => object.id.replace(/.*:/, "")),
    ["item-0", "item-2"],
  );
  assert.deepEqual(
    made.map(({ context }) => context?.registration),
    ["s", "s"],
  );
});

test("a wrong answer is a statement, and earns nothing", () => {
  const { made, mark, marks } = marked([key, "gone", undefined, undefined], 0.5);
  assert.deepEqual([made.length, mark], [2, [1, 4]]);
  assert.deepEqual(marks.CO2, [0, 2, 2]);
});

test("an item that the course does not know any more is marked under no outcome", () => {
  const items = form();
  window.counterofferItems = { ...bank(), items: {} };
  assert.deepEqual(markForm(items, [key], plan(0.5), "s").marks, { "": [1, 4, 4] });
});

test("who comes to the pass mark exactly has passed, and a mark below it has not", () => {
  assert.ok(marked([key, key, key, undefined], 0.75).passed);
  assert.ok(!marked([key, key, undefined, undefined], 0.75).passed);
  assert.ok(!marked([key, key, key, undefined], 0.76).passed);
});

import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { allPlayers } from "../testing/all-players.ts";
import { upgradeCheck } from "../check/check.ts";
import { checkHtml, itemFixtures } from "../testing/faces.ts";
import { checkOnDevice } from "../record/hosts.ts";
import { openRecord } from "../record/device.ts";
import { mixer } from "./shuffle.ts";
import { ids } from "../record/statements.ts";
import { choose, find, memoryStore, page, press, status } from "../testing/page.ts";

const players = await allPlayers();
function show(kind: string, seed: string, change = (html: string) => html): HTMLElement {
  const root = page(change(checkHtml([kind])));
  const store = memoryStore();
  const record = openRecord(() => store);
  upgradeCheck(root, players, { ...checkOnDevice(record, ids.check("demo")), seed });
  return root;
}

const order = (root: HTMLElement, kind: string) =>
  [...root.querySelectorAll<HTMLElement>(itemFixtures.get(kind)!.mixed!)]
    .map(({ dataset }) => dataset.option)
    .join("");

const seeds = Array.from({ length: 40 }, (_, place) => `seed ${place}`);

test("a mix is the same for a seed, holds everything once, and every order comes up", () => {
  const orders = Array.from({ length: 600 }, (_, seed) => mixer(`${seed}`)("abc".split("")).join(""));
  assert.equal(new Set(orders).size, 6);
  assert.deepEqual([...new Set(orders.map((one) => one.split("").sort().join("")))], ["abc"]);
  assert.equal(mixer("one")([1, 2, 3, 4, 5]).join(), mixer("one")([1, 2, 3, 4, 5]).join());
  for (const first of "abc") {
    const share = orders.filter((one) => one.startsWith(first)).length / orders.length;
    assert.ok(Math.abs(share - 1 / 3) < 0.07, `${first} comes first in ${share}`);
  }
});

for (const [kind, { mixed }] of itemFixtures) {
  if (!mixed) continue;
  test(`${kind}: options take several orders, each for its seed`, () => {
    const orders = seeds.map((seed) => order(show(kind, seed), kind));
    assert.ok(new Set(orders).size > 2, String(orders));
    assert.equal(order(show(kind, seeds[0]!), kind), orders[0]);
  });
}

test("letters follow the order shown, in the options and in the feedback", () => {
  const seed = seeds.find((one) => order(show("single", one), "single")[0] !== "a")!;
  const root = show("single", seed);
  const shown = [...root.querySelectorAll(".co-option .co-letter")].map(({ textContent }) => textContent);
  assert.deepEqual(shown, [...shown].sort());
  const key = find(root, ".co-option input[value=b]").closest(".co-option")!;
  const reason = [...root.querySelectorAll<HTMLElement>(".co-answer li")].find(
    ({ dataset }) => dataset.option === "b",
  )!;
  assert.equal(reason.querySelector(".co-for")!.textContent, key.querySelector(".co-letter")!.textContent);
  choose(root, "input[value=b]");
  press(root, "Check answer");
  assert.match(status(find(root, ".co-item")), /^Best answer/);
});

test("no order of an ordering item gives its answer away", () => {
  const key = JSON.parse(find(show("ordering", ""), ".co-item").dataset.key!) as string[];
  assert.ok(seeds.every((seed) => order(show("ordering", seed), "ordering") !== key.join("")));
});

test("options whose order means something stay as written", () => {
  const keep = (html: string) => html.replace("data-key=", "data-keep-order data-key=");
  assert.ok(seeds.every((seed) => order(show("single", seed, keep), "single") === "abc"));
});

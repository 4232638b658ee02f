import { make } from "../page/dom.ts";
import { find, press } from "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { itemPage } from "./item-page.ts";
import type { Standing } from "./item-page.ts";

function pageOf(standings: Standing[]) {
  let flags: string[] = [];
  let saved = true;
  const items = standings.map((_, at) => ({
    id: `item-${at}`,
    element: make("li", {}, make("fieldset", {}, make("legend", { tabindex: "-1" }, `Question ${at}`))),
    standing: () => standings[at]!,
  }));
  const host = {
    flags: () => flags,
    flag: (now: string[]) => void (flags = now),
    saved: () => saved,
  };
  const page = itemPage(items, host);
  document.body.replaceChildren(page.jump, ...items.map(({ element }) => element), page.review);
  return { page, items, flagged: () => flags, lose: () => (saved = false) };
}

const label = (at: number) =>
  find(document.body, `.co-jump li:nth-child(${at})>button`).getAttribute("aria-label");

test("the list says how each question stands, and follows", () => {
  const standings: Standing[] = ["open", "half", "answered"];
  const { page } = pageOf(standings);
  assert.deepEqual([1, 2, 3].map(label), [
    "Question 1: not answered",
    "Question 2: half made",
    "Question 3: answered",
  ]);
  standings[0] = "answered";
  page.update();
  assert.equal(label(1), "Question 1: answered");
});

test("a flag is set and taken back, and stands in the list and in the review", () => {
  const { items, flagged } = pageOf(["answered", "answered"]);
  press(items[1]!.element, "Flag for review");
  assert.deepEqual(flagged(), ["item-1"]);
  assert.equal(label(2), "Question 2: answered, flagged");
  assert.match(find(document.body, ".co-before").textContent ?? "", /Flagged: 2/);
  press(items[1]!.element, "Flag for review");
  assert.deepEqual(flagged(), []);
  assert.equal(find(items[1]!.element, ".co-flag").getAttribute("aria-pressed"), "false");
});

test("the review lists what is open and half made, and leads there", () => {
  const { items } = pageOf(["answered", "open", "half"]);
  const review = find(document.body, ".co-before");
  assert.match(review.textContent ?? "", /Not answered: 2.*Half made, and not counted: 3.*Flagged: none/);
  press(review, "3");
  assert.equal(document.activeElement, find(items[2]!.element, "legend"));
});

test("saved is said only of what is kept", () => {
  const { page, lose } = pageOf(["open"]);
  assert.match(find(document.body, ".co-kept").textContent ?? "", /kept/);
  lose();
  page.update();
  assert.match(find(document.body, ".co-kept").textContent ?? "", /not kept/);
});

import "../testing/page.ts";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { line, settled, stock } from "../testing/bank.ts";
import { allPlayers } from "../testing/all-players.ts";
import { upgradeReview } from "./review.ts";
import * as deeds from "../record/deeds.ts";
import { merge } from "../record/merge.ts";
import { openRecord } from "../record/device.ts";
import { FORM, ids } from "../record/statements.ts";
import { memoryStore, page, press } from "../testing/page.ts";
import { made, verbs } from "../testing/record.ts";

const players = await allPlayers();
const LONG_AGO = "2026-01-01T12:00:00Z";
const answered = deeds.answered(ids.check("demo"), "single-1", {
  response: "b",
  mark: [1, 1],
  interaction: "choice",
  edition: "0123456789",
});
let record: ReturnType<typeof openRecord>;
let root: HTMLElement;

beforeEach(async () => {
  window.counterofferItems = stock();
  line.up = true;
  const store = memoryStore();
  record = openRecord(() => store);
  merge(record, [made(answered, "x", 1, LONG_AGO)], {});
  root = page("<div></div>");
  upgradeReview(root, record, players);
  await settled();
});

const items = () => root.querySelectorAll(".co-item").length;
const begun = () => verbs(record).filter((verb) => verb === "initialized").length;

// The first: what was loaded once stays.
test("r15: questions that do not load are said, and nothing is recorded before they stand", async () => {
  line.up = false;
  press(root, "Practise 1");
  await settled();
  press(root, "Try again");
  await settled();
  assert.match(root.textContent!, /could not be loaded, and nothing was recorded/);
  assert.equal(begun(), 0);
  line.up = true;
  press(root, "Try again");
  await settled();
  assert.deepEqual([items(), begun()], [1, 1]);
});

test("r15: a double click draws once", async () => {
  press(root, "Practise 1").click();
  await settled();
  assert.deepEqual([items(), begun()], [1, 1]);
});

test("r11: a review of questions that are none is offered anew", async () => {
  const drew = made(deeds.drew("review", ids.review("five"), ["single-1"], "s"), "x", 2, LONG_AGO);
  for (const form of [["constructor"], ["__proto__", "gone"], []]) {
    drew.result!.extensions![FORM] = form;
    merge(record, [{ ...drew, id: crypto.randomUUID() }], {});
    await settled();
    assert.match(root.textContent!, /1 question is due/, form.join());
  }
});

import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { TestContext } from "node:test";
import { plan, settled, stock } from "../testing/bank.ts";
import { allPlayers } from "../testing/all-players.ts";
import { upgradeExam } from "./exam.ts";
import { EXAM } from "./practice-exams.ts";
import * as deeds from "../record/deeds.ts";
import { merge } from "../record/merge.ts";
import { openRecord } from "../record/device.ts";
import { FORM } from "../record/statements.ts";
import { memoryStore, page, press, reply } from "../testing/page.ts";
import { made, verbs } from "../testing/record.ts";

const players = await allPlayers();

/** An examination over a store, as often as it is opened. */
function open(context: TestContext) {
  context.mock.timers.enable({ apis: ["setInterval"] });
  window.counterofferItems = stock();
  const store = memoryStore();
  const show = async () => {
    const record = openRecord(() => store);
    const root = page("<div></div>");
    upgradeExam(root, record, players, plan);
    await settled();
    return { record, root };
  };
  return { show };
}

const odd: [what: string, form: string[], more: string][] = [
  ["a form of questions that are none", ["constructor"], ""],
  ["a form with one that is none", ["single-1", "__proto__", "constructor"], ""],
  ["something below it that was completed", ["single-1"], ":part"],
];

for (const [what, form, more] of odd) {
  test(`r11: ${what} leaves an examination that can be sat`, async (context) => {
    const { show } = open(context);
    const { record } = await show();
    const drew = made(deeds.drew("exam", EXAM, [], "s"), "x", 1);
    drew.result!.extensions![FORM] = form;
    const done = { mark: [1, 1] as const, passed: true, seconds: 7, marks: {} };
    const handedIn = made(deeds.handedIn(EXAM, "s", done), "x", 2);
    handedIn.object = { ...handedIn.object, id: `${EXAM}${more}` };
    merge(record, more ? [drew, handedIn] : [drew], {});
    const { root } = await show();
    if (!root.querySelector(".co-item")) {
      press(root, "Draw a form and begin");
      await settled();
    }
    press(root, "Hand in");
    reply("Hand in");
    await settled();
    assert.match(root.textContent!, /Your result/);
  });
}

test("r15: two presses draw one form", async (context) => {
  const { record, root } = await open(context).show();
  press(root, "Draw a form and begin").click();
  await settled();
  press(root, "Hand in");
  reply("Hand in");
  await settled();
  press(root, "Draw another form").click();
  await settled();
  assert.equal(verbs(record).filter((one) => one === "initialized").length, 2);
});

/** A check whose record stands elsewhere, and answers later. */

import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { allPlayers } from "../testing/all-players.ts";
import { upgradeCheck } from "./check.ts";
import { checkHtml } from "../testing/faces.ts";
import { checkOnDevice } from "../record/hosts.ts";
import type { CheckHost } from "../record/hosts.ts";
import { openRecord } from "../record/device.ts";
import { ids } from "../record/statements.ts";
import { choose, find, memoryStore, page, press, reply, status } from "../testing/page.ts";

const players = await allPlayers();
const settled = () => new Promise((resolve) => setImmediate(resolve));
let root: HTMLElement;
const item = () => find(root, ".co-item");

test("a record that stands elsewhere: nothing is acknowledged before it has answered", async () => {
  let arrive = (_: boolean) => {};
  const kept: string[] = [];
  const host: CheckHost = {
    load: async () => ({ answers: {}, drafts: {}, sures: {} }),
    draft: () => undefined,
    answer(id) {
      kept.push(id);
      return new Promise((resolve) => (arrive = resolve));
    },
    completed: () => undefined,
  };
  root = page(checkHtml(["single"]));
  upgradeCheck(root, players, host);
  await settled();
  choose(item(), "#s-b");
  press(item(), "Check answer");
  assert.deepEqual(kept, ["single-1"]);
  assert.equal(item().dataset.result, undefined);
  arrive(true);
  await settled();
  assert.equal(item().dataset.result, "right");
});

test("a record that stands elsewhere: a new beginning is said once it is shown", async () => {
  const store = memoryStore();
  const device = checkOnDevice(
    openRecord(() => store),
    ids.check("demo"),
  );
  root = page(checkHtml(["single"]));
  upgradeCheck(root, players, {
    ...device,
    load: async (items) => device.load(items),
    restart: async (items) => void (await device.restart?.(items)),
  });
  await settled();
  choose(item(), "#s-b");
  press(item(), "Check answer");
  press(root, "Start this check again");
  reply("Start this check again");
  await settled();
  assert.equal(item().dataset.result, undefined);
  assert.equal(status(find(root, ".co-summary")), "The check starts again.");
});

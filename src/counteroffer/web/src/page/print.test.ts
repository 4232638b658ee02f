import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { allPlayers } from "../testing/all-players.ts";
import { upgradeCheck } from "../check/check.ts";
import { checkHtml } from "../testing/fixtures.ts";
import { checkOnDevice } from "../record/hosts.ts";
import { asPrinted, offerPrinting } from "./print.ts";
import { openRecord } from "../record/device.ts";
import { choose, find, memoryStore, page, press } from "../testing/page.ts";

const players = await allPlayers();

test("the static face is printed in three ways, and the live one comes back", (context) => {
  page(`<article><h1>Unit</h1>${checkHtml(["single", "matching"])}</article>`);
  const root = find(document, ".co-check");
  const store = memoryStore();
  const printed = asPrinted(root);
  upgradeCheck(
    root,
    players,
    checkOnDevice(
      openRecord(() => store),
      "demo",
    ),
  );
  choose(root, "#s-b");
  press(root, "Check answer");
  offerPrinting(new Map([printed]));
  assert.equal(find(document, "h1").nextElementSibling?.className, "co-print");

  const seen: string[] = [];
  const count = (selector: string) => document.querySelectorAll(selector).length;
  const look = () =>
    seen.push(
      `${document.documentElement.dataset.print} ${count(".co-answer[open]")} open, ${count(".co-key h4")} in the key, ${count(".co-check button, .co-feedback, [hidden]")} traces`,
    );
  Object.defineProperty(globalThis, "print", { value: context.mock.fn(look), configurable: true });
  for (const way of ["Without answers", "With answers", "With a separate key"]) {
    press(document, way);
    assert.equal(find<HTMLInputElement>(document, "#s-b").checked, false, "no learner's mark");
    dispatchEvent(new Event("afterprint"));
    assert.equal(find(document, ".co-check"), root);
    assert.ok(find<HTMLInputElement>(document, "#s-b").checked);
    assert.equal(document.documentElement.dataset.print, undefined);
  }
  dispatchEvent(new Event("beforeprint"));
  look();
  dispatchEvent(new Event("afterprint"));
  assert.deepEqual(seen, [
    "plain 0 open, 0 in the key, 0 traces",
    "answers 2 open, 0 in the key, 0 traces",
    "key 0 open, 2 in the key, 0 traces",
    "plain 0 open, 0 in the key, 0 traces",
  ]);
});

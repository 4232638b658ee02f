import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { allPlayers } from "../testing/all-players.ts";
import { casePaper } from "../case/case-paper.ts";
import { checkPaper } from "../check/check-paper.ts";
import { upgradeCheck } from "../check/check.ts";
import { caseHtml, checkHtml } from "../testing/faces.ts";
import { checkOnDevice } from "../record/hosts.ts";
import { asPrinted, offerPrinting } from "./print.ts";
import { openRecord } from "../record/device.ts";
import { choose, find, memoryStore, page, press } from "../testing/page.ts";

const players = await allPlayers();

test("the static face is printed in three ways, and the live one comes back", (context) => {
  page(`<article><h1>Unit</h1>${checkHtml(["single", "matching"])}</article>`);
  const root = find(document, ".co-check");
  const store = memoryStore();
  const printed = asPrinted(root, checkPaper);
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
  offerPrinting(new Map([printed]), checkPaper);
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

test("a key names what it is about, and the sheet says whose letters it uses", () => {
  page(`<article><h1>Unit</h1>${checkHtml(["single", "ordering", "matching"])}</article>`);
  const [live, printed] = asPrinted(find(document, ".co-check"), checkPaper);
  assert.equal(live.querySelector(".co-of, .co-paper-note"), null);
  assert.ok(printed.querySelector(".co-paper-note"));
  for (const item of printed.querySelectorAll<HTMLElement>(".co-item")) {
    const named = Array.from(item.querySelectorAll(".co-answer li"), (remark) =>
      remark.querySelector(".co-of")?.textContent?.trim(),
    );
    // the fixture of matching has one right side without a partner, whose words it does not give
    const meant = item.dataset.kind === "matching" ? named.slice(0, 3) : named;
    assert.ok(meant.length && meant.every(Boolean), `${item.dataset.kind}: ${named.join(", ")}`);
  }
});

test("a case is printed as decisions, whole, or with what follows apart", (context) => {
  page(`<article><h1>Case</h1>${caseHtml()}</article>`);
  const printed = asPrinted(find(document, ".co-case"), casePaper);
  offerPrinting(new Map([printed]), casePaper);
  const keys: string[] = [];
  const look = () => {
    const key = document.querySelector(".co-key");
    const count = (selector: string) => key?.querySelectorAll(selector).length ?? 0;
    keys.push(
      `${document.documentElement.dataset.print}: ${count(".co-consequence")}, ${count(".co-ending")}, ${count(".co-debrief")}, ${count(".co-happened")}`,
    );
  };
  Object.defineProperty(globalThis, "print", { value: context.mock.fn(look), configurable: true });
  for (const way of ["Decisions only", "With what follows", "With what follows on separate pages"]) {
    press(document, way);
    dispatchEvent(new Event("afterprint"));
  }
  const all = (selector: string) => printed[1].querySelectorAll(selector).length;
  assert.deepEqual(keys, [
    "plain: 0, 0, 0, 0",
    "answers: 0, 0, 0, 0",
    `key: ${all(".co-consequence")}, ${all(".co-ending")}, 1, 1`,
  ]);
  assert.ok(all(".co-consequence") > 2 && all(".co-ending") > 1);
});

import "../testing/page.ts";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { allPlayers } from "../testing/all-players.ts";
import { upgradeCheck } from "./check.ts";
import { checkHtml, itemFixtures } from "../testing/fixtures.ts";
import { checkOnDevice } from "../record/hosts.ts";
import { openRecord } from "../record/device.ts";
import { ids } from "../record/statements.ts";
import { choose, find, memoryStore, page, press, status } from "../testing/page.ts";

const players = await allPlayers();
let store = memoryStore();
let record = openRecord(() => store);
let root: HTMLElement;

beforeEach(() => {
  store = memoryStore();
  record = openRecord(() => store);
});

const show = (kinds: string[], mode?: string) => {
  root = page(checkHtml(kinds, mode));
  // As written: what an act does must not depend on the order of the day.
  upgradeCheck(root, players, { ...checkOnDevice(record, ids.check("demo")), seed: "" });
};
const item = (place = 0) => root.querySelectorAll<HTMLElement>(".co-item")[place]!;
const summary = () => find(root, ".co-summary");

for (const [kind, { ways }] of itemFixtures) {
  for (const [act, result, said] of ways) {
    for (const way of ["straight through", "through save and load"]) {
      test(`${kind}, ${result}, ${way}`, () => {
        show([kind]);
        const reload = () => way === "straight through" || show([kind]);
        assert.ok(find(item(), ".co-answer").hidden, "feedback waits for the answer");
        act(item());
        reload();
        assert.equal(item().dataset.result, undefined, "a draft is not judged");
        press(item(), "Check answer");
        reload();
        assert.equal(item().dataset.result, result);
        assert.match(status(item()), said);
        assert.ok(find(item(), ".co-feedback .co-why"));
        assert.ok(!find(item(), ".co-answer").hidden);
        assert.equal(find(item(), "summary").textContent, "All feedback");
        assert.match(
          find(summary(), "[role=status]").textContent!,
          /^You answered 1 of 1; [01] right, [01] partly\./,
        );
        assert.equal(record.statements().length, 2, "answered and completed, each once");
        press(item(), "Try again");
        reload();
        assert.equal(item().dataset.result, undefined);
        assert.equal(item().querySelectorAll(".co-feedback").length, 0);
      });
    }
  }
}

for (const [kind, { answeredAtFirst }] of itemFixtures) {
  if (answeredAtFirst) continue;
  test(`${kind}: checking without an answer asks for one and goes to the first control`, () => {
    show([kind]);
    press(item(), "Check answer");
    assert.equal(status(item()), "Choose an answer first.");
    assert.equal(document.activeElement, find(item(), "input,select"));
    assert.equal(record.statements().length, 0);
  });
}

test("half an answer of several lines asks for the rest", () => {
  show(["matching"]);
  choose(item(), "#m-1", "b");
  press(item(), "Check answer");
  assert.equal(status(item()), "Answer every line first.");
  assert.equal(document.activeElement, find(item(), "#m-2"));
});

test("ordering: focus stays with the moved entry, and its place is said", () => {
  show(["ordering"]);
  const down = find(item(), "[data-option=a] [data-move=down]");
  down.focus();
  down.click();
  assert.equal(document.activeElement, down);
  assert.equal(status(item()), "Gamma is now 2 of 3.");
  down.click();
  assert.equal(document.activeElement, find(item(), "[data-option=a] [data-move=up]"));
  assert.equal(status(item()), "Gamma is now 3 of 3.");
  assert.ok(find<HTMLButtonElement>(item(), "[data-option=a] [data-move=down]").disabled);
});

test("a probe stays neutral: no verdict, no colour, no count of right answers", () => {
  show(["single", "ordering"], "probe");
  choose(item(), "#s-a");
  press(item(), "Check answer");
  press(item(1), "Check answer");
  assert.equal(status(item()), "Noted. Why a.");
  assert.equal(item().dataset.result, "noted");
  assert.equal(root.querySelectorAll("[data-verdict], .co-feedback .co-verdict, .co-mark").length, 0);
  assert.equal(find(summary(), "[role=status]").textContent, "You answered 2 of 2. Your answers are noted.");
});

test("a changed answer takes its verdict back; checking the same one again adds no statement", () => {
  show(["single"]);
  choose(item(), "#s-a");
  press(item(), "Check answer");
  press(item(), "Check answer");
  assert.equal(record.statements().filter(({ result }) => result?.response).length, 1);
  choose(item(), "#s-b");
  assert.equal(item().dataset.result, undefined);
  press(item(), "Check answer");
  assert.equal(item().dataset.result, "right");
  assert.deepEqual(
    record.statements().map(({ verb, result }) => [verb.display.en, result?.response]),
    [
      ["answered", "a"],
      ["completed", undefined],
      ["answered", "b"],
    ],
  );
});

test("starting again asks by a second press, and begins a new attempt", () => {
  show(["single"]);
  choose(item(), "#s-b");
  press(item(), "Check answer");
  const again = press(summary(), "Start this check again");
  assert.equal(again.textContent, "Press again to start over");
  again.dispatchEvent(new Event("blur"));
  assert.equal(again.textContent, "Start this check again");
  again.click();
  again.click();
  assert.equal(item().dataset.result, undefined);
  assert.ok(again.hidden);
  assert.equal(document.activeElement, find(item(), "#s-a"));
  show(["single"]);
  assert.equal(item().dataset.result, undefined);
  assert.equal(record.statements().length, 3, "what was done before stays on the record");
});

test("an answer to an option that this edition no longer has counts as none", () => {
  show(["single"]);
  choose(item(), "#s-c");
  press(item(), "Check answer");
  root = page(checkHtml(["single"]));
  find(root, "[data-option=c]").remove();
  upgradeCheck(root, players, checkOnDevice(record, ids.check("demo")));
  assert.equal(item().dataset.result, undefined);
});

test("a kind that the script does not know is left as it stands", () => {
  show(["single", "single"]);
  root = page(checkHtml(["single", "matching"]).replace('data-kind="matching"', 'data-kind="essay"'));
  upgradeCheck(root, players, checkOnDevice(record, ids.check("demo")));
  assert.equal(item(1).querySelector("button"), null);
  assert.ok(!find(item(1), ".co-answer").hidden);
});

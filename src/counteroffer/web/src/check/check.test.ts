import "../testing/page.ts";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { allPlayers } from "../testing/all-players.ts";
import { upgradeCheck } from "./check.ts";
import { checkHtml, itemFixtures } from "../testing/faces.ts";
import { checkOnDevice } from "../record/hosts.ts";
import { advice } from "./advice.ts";
import * as deeds from "../record/deeds.ts";
import { openRecord } from "../record/device.ts";
import { editionOf, ids } from "../record/statements.ts";
import { choose, find, memoryStore, page, press, reply, status } from "../testing/page.ts";

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

test("starting again asks, and begins a new attempt", () => {
  show(["single"]);
  choose(item(), "#s-b");
  press(item(), "Check answer");
  const again = press(summary(), "Start this check again");
  reply("Keep my answers");
  assert.equal(item().dataset.result, "right");
  assert.equal(document.activeElement, again);
  again.click();
  reply("Start this check again");
  assert.equal(item().dataset.result, undefined);
  assert.ok(again.hidden);
  assert.equal(document.activeElement, find(item(), "#s-a"));
  show(["single"]);
  assert.equal(item().dataset.result, undefined);
  assert.equal(record.statements().length, 3, "what was done before stays on the record");
});

const edited = (html: string, edition: string) =>
  html.replace(/ data-edition="[^"]*"/g, "").replace("data-key=", `data-edition="${edition}" data-key=`);
const showEdition = (edition: string) => {
  root = page(edited(checkHtml(["single"]), edition));
  upgradeCheck(root, players, checkOnDevice(record, ids.check("demo")));
};

test("an answer to an older edition is shown as such and never marked again", () => {
  showEdition("one");
  choose(item(), "#s-c");
  press(item(), "Check answer");
  showEdition("one");
  assert.equal(item().dataset.result, "not-yet");
  showEdition("two");
  assert.equal(item().dataset.result, undefined);
  assert.match(find(item(), ".co-older").textContent!, /^This question was changed after you answered it/);
  assert.ok([...item().querySelectorAll("input")].every((input) => !input.checked));
  choose(item(), "#s-b");
  press(item(), "Check answer");
  assert.equal(item().querySelector(".co-older"), null);
  showEdition("two");
  assert.equal(item().dataset.result, "right");
  assert.deepEqual(record.statements().map(editionOf), ["one", "", "two"]);
});

test("a draft answers the edition for which it was made, and no other", () => {
  showEdition("one");
  choose(item(), "#s-c");
  showEdition("one");
  assert.ok(find<HTMLInputElement>(item(), "#s-c").checked);
  showEdition("two");
  assert.ok(!find<HTMLInputElement>(item(), "#s-c").checked);
});

test("two windows: what is answered or begun anew in one shows in the other", () => {
  const host = () => ({
    ...checkOnDevice(
      openRecord(() => store),
      ids.check("demo"),
    ),
    seed: "",
  });
  document.body.innerHTML = checkHtml(["single"]) + checkHtml(["single"]).replaceAll("s-", "t-");
  const [one, other] = document.querySelectorAll<HTMLElement>(".co-check");
  upgradeCheck(one!, players, host());
  upgradeCheck(other!, players, host());
  choose(one!, "#s-b");
  assert.ok(find<HTMLInputElement>(other!, "[data-option=b] input").checked);
  press(one!, "Check answer");
  assert.equal(find(other!, ".co-item").dataset.result, "right");
  press(find(other!, ".co-summary"), "Start this check again");
  reply("Start this check again");
  assert.equal(find(one!, ".co-item").dataset.result, undefined);
});

test("a wipe empties an open page, and a view that did not hear of it writes nothing", () => {
  const own = openRecord(() => store);
  show(["single", "ordering"]);
  choose(item(), "#s-b");
  press(item(), "Check answer");
  own.wipe();
  assert.equal(item().dataset.result, undefined);
  assert.ok(!find<HTMLInputElement>(item(), "#s-b").checked);
  const { onNews: _, ...deaf } = checkOnDevice(record, ids.check("demo"));
  root = page(checkHtml(["single"]));
  record.save([deeds.read("demo")]);
  upgradeCheck(root, players, { ...deaf, seed: "" });
  choose(item(), "#s-b");
  own.wipe();
  press(item(), "Check answer");
  assert.equal(item().dataset.result, undefined);
  assert.deepEqual([...store.all], []);
});

test("after the questionnaire: the units to take first, most lacking first, and no score", () => {
  window.counterofferCourse = {
    units: {
      early: { title: "Early", number: "1.1", url: "early.html" },
      late: { title: "Late", number: "2.1", url: "late.html" },
    },
  };
  root = page(
    checkHtml(["single", "ordering", "judgement"], "probe")
      .replace('href="#why"', 'href="/book/late.html#a"')
      .replaceAll('href="#why"', 'href="/book/early.html"'),
  );
  upgradeCheck(root, players, checkOnDevice(record, ids.check("demo")), advice);
  choose(item(), "#s-a");
  press(item(), "Check answer");
  assert.equal(root.querySelector(".co-advice")!.textContent, "");
  itemFixtures.get("ordering")!.ways[0]![0](item(1));
  press(item(1), "Check answer");
  itemFixtures.get("judgement")!.ways[0]![0](item(2));
  press(item(2), "Check answer");
  const lines = [...root.querySelectorAll(".co-advice li")].map(({ textContent }) => textContent);
  assert.match(lines[0]!, /^2\.1 Late: it takes up question 1,/);
  assert.doesNotMatch(root.querySelector(".co-advice")!.textContent!, /%|score/);
  delete window.counterofferCourse;
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

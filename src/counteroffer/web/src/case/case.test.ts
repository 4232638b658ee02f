import "../testing/page.ts";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { upgradeCase } from "./case.ts";
import { caseHtml, committedHtml } from "../testing/faces.ts";
import { caseOnDevice } from "../record/case-host.ts";
import { openRecord } from "../record/device.ts";
import type { CaseHost } from "../record/hosts.ts";
import { CARDS } from "../record/statements.ts";
import { choose, find, memoryStore, page, press, reply } from "../testing/page.ts";

let store = memoryStore();
let record = openRecord(() => store);
let root: HTMLElement;

beforeEach(() => {
  store = memoryStore();
  record = openRecord(() => store);
  show();
});

const show = () => {
  root = page(caseHtml());
  upgradeCase(root, caseOnDevice(record, "camp"));
};
const shown = () =>
  Array.from(root.querySelectorAll<HTMLElement>(".co-decision, .co-ending"))
    .filter((part) => !part.hidden)
    .map((part) => part.dataset.decision ?? part.dataset.ending);
const pick = (decision: string, option: string) =>
  choose(root, `[data-decision=${decision}] .co-option[data-option=${option}] input`);
const decide = (decision: string, option: string) => {
  pick(decision, option);
  press(find(root, `[data-decision=${decision}]`), "Decide");
};
const openCard = (decision: string, card: string) => {
  const details = find<HTMLDetailsElement>(root, `[data-decision=${decision}] [data-card=${card}]`);
  find(details, "summary").click();
  if (!details.open) details.open = !("locked" in details.dataset);
  details.dispatchEvent(new Event("toggle"));
  return details;
};
const word = (meter: string) => find(root, `[data-meter=${meter}] .co-meter-word`).textContent;
const said = () => find(root, "[role=status]").textContent ?? "";
const saidOf = (decision: string) =>
  find(root, `[data-decision=${decision}] [role=status]`).textContent ?? "";

for (const way of ["straight through", "through save and load"]) {
  test(`a case from start to debrief, ${way}`, () => {
    const reload = () => way === "straight through" || show();
    assert.deepEqual(shown(), ["first"]);
    assert.equal(word("reach"), "9 of 10: far");
    openCard("first", "list");
    reload();
    assert.ok("opened" in find(root, "[data-decision=first] [data-card=list]").dataset);
    assert.ok("locked" in find(root, "[data-decision=first] [data-card=talk]").dataset);
    decide("first", "wait");
    assert.match(find(root, ".co-outcome").textContent!, /You chose A: Do wait.*After wait this happens/s);
    assert.doesNotMatch(find(root, ".co-outcome").textContent!, /If you chose|Go to/);
    assert.equal(said(), "Trust rose from 5 to 6.");
    assert.equal((document.activeElement as HTMLElement).textContent, "What happens then");
    reload();
    assert.match(find(root, ".co-outcome").textContent!, /You chose A/, "it resumes at what happens then");
    press(root, "Go on");
    reload();
    assert.deepEqual(shown(), ["second"]);
    assert.ok(!find(root, "[data-decision=second] [data-if]").hidden);
    assert.match(find(root, ".co-path").textContent!, /1 decision.*First decision.*Do wait/s);
    decide("second", "hold");
    reload();
    assert.deepEqual(shown(), ["second"]);
    press(root, "Go on");
    reload();
    assert.deepEqual(shown(), ["home"]);
    const debrief = find(root, ".co-debrief");
    assert.ok(!debrief.hidden);
    assert.match(debrief.textContent!, /Endings seen: Home \(1 of 2\)/);
    assert.match(find(debrief, ".co-taken").textContent!, /^After wait this happens\.$/);
    assert.match(find(debrief, ".co-not-taken").textContent!, /B: Do move.*After move/s);
    assert.deepEqual(
      record.statements().map(({ verb, result }) => [verb.display.en, result?.response]),
      [
        ["answered", "wait"],
        ["answered", "hold"],
        ["completed", "home"],
      ],
    );
    assert.deepEqual(
      record.statements()[0]!.result?.extensions,
      { [CARDS]: ["list"] },
      "the cards that were opened",
    );

    Array.from(root.querySelectorAll<HTMLButtonElement>(".co-replayed button"))[1]!.click();
    reply("Stay here");
    assert.deepEqual(shown(), ["home"], "an ending is not undone without a word");
    Array.from(root.querySelectorAll<HTMLButtonElement>(".co-replayed button"))[1]!.click();
    reply("Return to decision");
    assert.equal(document.activeElement, find(root, "[data-decision=second] h3"));
    reload();
    assert.deepEqual(shown(), ["second"]);
    decide("second", "push");
    reload();
    press(root, "Go on");
    assert.deepEqual(shown(), ["gap"]);
    assert.match(debriefText(), /Endings seen: Home, The gap \(2 of 2\)/);
    press(root, "Play again");
    reply("Play again");
    reload();
    assert.deepEqual(shown(), ["first"]);
    assert.equal(root.querySelector(".co-path"), null);
  });
}
const debriefText = () => find(root, ".co-debrief").textContent ?? "";

test("deciding without a choice asks for one", () => {
  press(root, "Decide");
  assert.equal(saidOf("first"), "Choose what to do first.");
  assert.equal(document.activeElement, find(root, "[data-decision=first] input"));
});

test("an option that is not open says so and cannot be chosen; a card opens it", () => {
  const ask = find<HTMLInputElement>(root, "[data-decision=first] [data-option=ask] input");
  assert.ok(ask.disabled);
  assert.match(find(root, "[data-decision=first] [data-option=ask]").textContent!, /Not open to you here\./);
  openCard("first", "list");
  assert.ok(!ask.disabled);
  assert.equal(saidOf("first"), "You have no time left to open more here.");
});

test("a card beyond the attention stays shut and says why", () => {
  openCard("first", "talk");
  const list = openCard("first", "list");
  assert.ok(!list.open);
  assert.equal(find(list, "summary").getAttribute("aria-disabled"), "true");
});

test("what the background does is shown and said", () => {
  decide("first", "move");
  assert.match(find(root, ".co-notice").textContent!, /A rumour runs\./);
  assert.match(said(), /Trust fell from 5 to 1\. Reach rose from 9 to 10\. A rumour runs\./);
});

test("a picked option survives a reload, and an opened card beside it", () => {
  openCard("first", "list");
  pick("first", "ask");
  show();
  assert.ok(find<HTMLInputElement>(root, "[data-decision=first] [data-option=ask] input").checked);
  assert.ok("opened" in find(root, "[data-decision=first] [data-card=list]").dataset);
});

test("two windows: an old one cuts nothing off, and shows where the case stands", () => {
  const [old, oldRoot] = [openRecord(() => store), page(caseHtml())];
  const { onNews: _, ...deaf } = caseOnDevice(old, "camp");
  upgradeCase(oldRoot, deaf);
  const elsewhere = caseOnDevice(
    openRecord(() => store),
    "camp",
  );
  void elsewhere.load();
  assert.ok(elsewhere.save([{ decision: "first", cards: [], option: "wait" }]));
  assert.ok(
    elsewhere.save(
      [
        { decision: "first", cards: [], option: "wait" },
        { decision: "second", cards: [], option: "hold" },
      ],
      "home",
    ),
  );
  root = oldRoot;
  decide("first", "move");
  assert.equal(said(), "This case was played on in another window. You see where it stands now.");
  assert.deepEqual(
    record.statements().map(({ result }) => result?.response),
    ["wait", "hold", "home"],
  );
});

test("a window that is open follows another", () => {
  const elsewhere = caseOnDevice(
    openRecord(() => store),
    "camp",
  );
  void elsewhere.load();
  void elsewhere.save([{ decision: "first", cards: [], option: "wait" }]);
  elsewhere.wentOn?.();
  assert.deepEqual(shown(), ["second"]);
});

test("a path through an earlier edition is history; its endings stay", () => {
  const at = (edition: string) => {
    root = page(caseHtml());
    upgradeCase(root, caseOnDevice(record, "camp", edition));
  };
  at("one");
  decide("first", "wait");
  press(root, "Go on");
  decide("second", "hold");
  at("two");
  assert.deepEqual(shown(), ["first"]);
  assert.ok(!find(root, ".co-older").hidden);
  decide("first", "wait");
  press(root, "Go on");
  assert.ok(find(root, ".co-older").hidden);
  decide("second", "push");
  press(root, "Go on");
  assert.match(debriefText(), /Endings seen: Home, The gap \(2 of 2\)/);
});

const asked = () => {
  root = page(committedHtml());
  upgradeCase(root, caseOnDevice(record, "camp"));
};
const field = () => find<HTMLTextAreaElement>(root, ".co-commit textarea");
const options = () => find(root, "[data-decision=first] form");
const type = (words: string) => {
  field().value = words;
  field().dispatchEvent(new Event("input"));
};

test("the learner writes first; what was written survives a reload, stands above the options and beside the debrief", () => {
  asked();
  assert.ok(options().hidden);
  press(root, "Show the options");
  assert.equal(saidOf("first"), "Write a line first, or ask for the options without writing.");
  assert.equal(document.activeElement, field());
  type("Wait, and ask why");
  asked();
  assert.equal(field().value, "Wait, and ask why");
  assert.ok(options().hidden, "typing alone shows nothing");
  press(root, "Show the options");
  assert.equal(document.activeElement, find(root, "legend"));
  asked();
  assert.ok(!options().hidden);
  assert.match(find(root, ".co-commit").textContent!, /you wrote:Wait, and ask why/);
  decide("first", "wait");
  assert.ok(find(root, ".co-commit").hidden);
  press(root, "Go on");
  decide("second", "hold");
  press(root, "Go on");
  asked();
  assert.match(find(root, ".co-replay").textContent!, /you wrote:Wait, and ask why.*You chose A/s);
  press(root, "Play again");
  reply("Play again");
  assert.equal(field().value, "", "a new attempt begins with a blank line");
});

test("the options can be had without writing", () => {
  asked();
  press(root, "Show them without writing");
  assert.ok(!options().hidden);
  assert.equal(root.querySelector(".co-wrote"), null);
});

test("our view stands beside the path, what really happened after it; neither before the end", () => {
  assert.ok(find(root, ".co-views").hidden);
  assert.ok(find(root, ".co-happened").hidden);
  decide("first", "wait");
  press(root, "Go on");
  decide("second", "hold");
  press(root, "Go on");
  const views = Array.from(root.querySelectorAll(".co-our-view"));
  assert.equal(views.length, 1, "the second decision has none");
  assert.match(views[0]!.textContent!, /We would choose A\. Waiting is cheap\.Against it: It is slow\./);
  assert.ok(!find(root, ".co-happened").hidden);
});

test("a record that stands elsewhere: nothing is told before it has answered, and what it refuses is shown anew", async () => {
  const device = caseOnDevice(record, "camp");
  let arrive = (_: boolean) => {};
  const host: CaseHost = {
    ...device,
    load: async () => device.load(),
    save(path, ending) {
      return new Promise((resolve) => (arrive = (kept) => resolve(kept && device.save(path, ending))));
    },
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  root = page(caseHtml());
  upgradeCase(root, host);
  await settled();
  decide("first", "wait");
  await settled();
  assert.equal(find(root, ".co-outcome").textContent, "");
  assert.deepEqual(record.statements(), []);
  arrive(false);
  await settled();
  assert.equal(find(root, ".co-outcome").textContent, "");
  assert.match(said(), /played on in another window/);
  assert.deepEqual(shown(), ["first"]);
  decide("first", "wait");
  arrive(true);
  await settled();
  assert.match(find(root, ".co-outcome").textContent!, /You chose A/);
  press(root, "Go on");
  assert.deepEqual(shown(), ["second"]);
  assert.equal(record.statements().length, 1);
});

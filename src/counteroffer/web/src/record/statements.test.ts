import assert from "node:assert/strict";
import { test } from "node:test";
import * as deeds from "./deeds.ts";
import {
  alreadySet,
  answers,
  attempt,
  before,
  endingsSeen,
  ids,
  inOrder,
  pathOf,
  responseOf,
  seqOf,
} from "./statements.ts";
import { ADL, CARDS, EDITION, FORM, OUTCOMES, REPLACES, SURE, editionOf } from "./statements.ts";
import type { Deed, Statement } from "./statements.ts";
import { made } from "../testing/record.ts";

const CHECK = ids.check("demo");
const EXAM = ids.exam("practice");
const answered = (item: string, response: string, sheet = CHECK, sitting?: string) =>
  deeds.answered(sheet, item, { response, mark: [1, 1], interaction: "choice" }, sitting);

test("what is done is written as xAPI has it, and nothing that was not said", () => {
  const activity = (name: string) => ({ type: `http://adlnet.gov/expapi/activities/${name}` });
  const verb = (name: string) => ({ id: `${ADL}verbs/${name}`, display: { en: name } });
  const object = (id: string, type: string) => ({ objectType: "Activity", id, definition: activity(type) });
  assert.deepEqual(deeds.read("a"), { verb: verb("experienced"), object: object(ids.unit("a"), "lesson") });
  assert.deepEqual(deeds.began("case", ids.case("camp")), {
    verb: verb("initialized"),
    object: object(ids.case("camp"), "simulation"),
  });
  assert.deepEqual(deeds.noted("a", "Ask.", []), {
    verb: verb("commented"),
    object: object(ids.unit("a"), "lesson"),
    result: { response: "Ask." },
    context: { extensions: { [REPLACES]: [] } },
  });
  assert.deepEqual(deeds.set("map", { phase: "two" }), {
    verb: verb("interacted"),
    object: object(ids.explorer("map"), "media"),
    result: { response: "phase[.]two" },
  });
  assert.deepEqual(deeds.checked(CHECK, [3, 4]), {
    verb: verb("completed"),
    object: object(CHECK, "assessment"),
    result: { score: { raw: 3, max: 4, scaled: 0.75 }, completion: true },
  });
  assert.deepEqual(deeds.drew("review", ids.review("five"), ["one", "two"], "s"), {
    verb: verb("initialized"),
    object: object(ids.review("five"), "assessment"),
    result: { extensions: { [FORM]: ["one", "two"] } },
    context: { registration: "s" },
  });
  const marks = { CO1: [1, 2, 2] as const };
  assert.deepEqual(deeds.handedIn(EXAM, "s", { mark: [1, 2], passed: false, seconds: 90.6, marks }), {
    verb: verb("completed"),
    object: object(EXAM, "assessment"),
    result: {
      score: { raw: 1, max: 2, scaled: 0.5 },
      success: false,
      completion: true,
      duration: "PT91S",
      extensions: { [OUTCOMES]: marks },
    },
    context: { registration: "s" },
  });
  assert.deepEqual(deeds.decided("camp", { decision: "first", cards: ["list"], option: "wait" }, "e1"), {
    verb: verb("answered"),
    object: {
      objectType: "Activity",
      id: ids.decision("camp", "first"),
      definition: { ...activity("cmi.interaction"), interactionType: "choice" },
    },
    result: { response: "wait", extensions: { [CARDS]: ["list"] } },
    context: {
      contextActivities: { parent: [{ objectType: "Activity", id: ids.case("camp") }] },
      extensions: { [EDITION]: "e1" },
    },
  });
  assert.deepEqual(deeds.ended("camp", "home", "e1"), {
    verb: verb("completed"),
    object: object(ids.case("camp"), "simulation"),
    result: { response: "home", completion: true },
    context: { extensions: { [EDITION]: "e1" } },
  });
  const told = deeds.answered(
    CHECK,
    "one",
    { response: "a", mark: [2, 2], interaction: "choice", sure: 0 },
    "s",
  );
  assert.deepEqual(told.result, {
    response: "a",
    score: { raw: 2, max: 2, scaled: 1 },
    success: true,
    extensions: { [SURE]: 0 },
  });
  assert.equal(told.context?.registration, "s");
  assert.equal(editionOf(told), "");
});

test("an attempt is what came since it began; a form that was drawn takes only its own sitting", () => {
  const all: Deed[] = [
    answered("one", "early"),
    deeds.began("check", CHECK),
    answered("one", "a"),
    answered("one", "elsewhere", ids.check("demolition")),
    answered("two", "b"),
  ];
  const said = (found: Deed[]) => found.map(({ result }) => result?.response);
  assert.deepEqual(said(attempt(all, CHECK)), ["a", "b"]);
  assert.deepEqual(said(attempt(all.slice(0, 1), CHECK)), ["early"], "who never began anew is at the first");
  const sat = [
    deeds.drew("exam", EXAM, ["one"], "s"),
    answered("one", "mine", EXAM, "s"),
    answered("one", "another's", EXAM, "t"),
    answered("one", "nobody's", EXAM),
  ];
  assert.deepEqual(said(attempt(sat, EXAM)), ["mine"]);
});

test("the last answer to each item counts, of this sheet and no other", () => {
  const all: Deed[] = [
    answered("one", "a"),
    answered("two", "b"),
    answered("one", "c"),
    answered("one", "d", EXAM),
    deeds.checked(CHECK, [1, 1]),
    { ...answered("three", "e"), verb: deeds.read("x").verb },
  ];
  assert.deepEqual(
    [...answers(all, CHECK)].map(([item, { result }]) => [item, result?.response]),
    [
      ["one", "c"],
      ["two", "b"],
    ],
  );
  assert.deepEqual(responseOf(answered("one", "a[,]c"), "list"), ["a", "c"]);
  assert.deepEqual(responseOf(deeds.read("a"), "one"), "", "nothing where nothing was said");
  assert.deepEqual(responseOf(deeds.read("a"), "pairs"), {});
});

test("a path is what was decided since the case began; a decision taken anew cuts off what had followed", () => {
  const step = (decision: string, option: string, cards: string[] = []) => ({ decision, cards, option });
  const decide = (...of: Parameters<typeof step>) => deeds.decided("camp", step(...of));
  const all = [
    decide("first", "early"),
    deeds.began("case", ids.case("camp")),
    decide("first", "wait", ["list"]),
    decide("second", "hold"),
    deeds.ended("camp", "home"),
    decide("third", "push"),
    decide("second", "push"),
    deeds.decided("other", step("first", "move")),
  ];
  assert.deepEqual(pathOf(all, "camp"), [step("first", "wait", ["list"]), step("second", "push")]);
  const odd = decide("first", "wait");
  odd.result = { extensions: { [CARDS]: "all" } };
  const numbers = decide("second", "hold");
  numbers.result!.extensions = { [CARDS]: [7] };
  assert.deepEqual(pathOf([odd, numbers], "camp"), [step("first", ""), step("second", "hold", ["7"])]);
  const path = [step("first", "a"), step("second", "b")];
  assert.deepEqual(before(path, "second"), [path[0]]);
  assert.deepEqual(before(path, "first"), []);
  assert.equal(before(path, "third"), path);
});

test("endings seen are those of the case itself, each once, in their order", () => {
  const bare = deeds.ended("camp", "x");
  delete bare.result;
  const all = [
    deeds.ended("camp", "home"),
    deeds.ended("camp", "gap"),
    deeds.ended("camp", "home"),
    deeds.ended("camps", "far"),
    { ...deeds.ended("camp", "begun"), verb: deeds.read("x").verb },
    bare,
  ];
  assert.deepEqual(endingsSeen(all, "camp"), ["home", "gap", ""]);
});

test("a setting is noted once, in whatever order its controls are named", () => {
  const all = [deeds.set("map", { phase: "two" })];
  assert.ok(alreadySet(all, deeds.set("map", { phase: "two" })));
  assert.ok(!alreadySet(all, deeds.set("map", { phase: "one" })));
  assert.ok(!alreadySet(all, deeds.set("maps", { phase: "two" })));
});

test("the log's order: by place, then by device; what has no place lies at nought", () => {
  const at = (device: string, seq: number) => made(deeds.read("a"), device, seq);
  const nowhere = { ...deeds.read("a"), id: "x", timestamp: "" } as unknown as Statement;
  assert.ok(inOrder(at("y", 1), at("x", 2)) < 0);
  assert.ok(inOrder(at("x", 2), at("y", 1)) > 0);
  assert.ok(inOrder(at("x", 1), at("y", 1)) < 0);
  assert.ok(inOrder(at("y", 1), at("x", 1)) > 0);
  assert.equal(inOrder(at("x", 1), at("x", 1)), 0);
  assert.equal(seqOf(nowhere), 0);
  assert.ok(inOrder(nowhere, at("x", 1)) < 0 && inOrder(at("x", -1), nowhere) < 0);
  assert.ok(inOrder(nowhere, at("x", 0)) < 0 && inOrder(at("x", 0), nowhere) > 0);
});

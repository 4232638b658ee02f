import { find, press } from "../testing/page.ts";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { make } from "../page/dom.ts";
import { upgradeRoom } from "./room.ts";
import type { Line, Reply, Snapshot } from "./room.ts";

const stage = (heading: string, body = "") => `<h1>${heading}</h1>${body}`;
const ballot =
  '<form method="post" action="/here/vote/"><input type="hidden" name="round" value="1"><input type="radio" name="choice" value="wait"><button name="go" value="yes">Vote</button></form>';

let seconds = 0;
beforeEach(() => (seconds = 0));

/** A click at a time of the event's own clock, in milliseconds. */
function click(root: ParentNode, selector: string, at: number): boolean {
  const event = new MouseEvent("click", { bubbles: true, cancelable: true });
  Object.defineProperty(event, "timeStamp", { value: at });
  find(root, selector).dispatchEvent(event);
  return !event.defaultPrevented;
}

function type(root: ParentNode, selector: string, value: string): HTMLInputElement {
  const field = find<HTMLInputElement>(root, selector);
  field.focus();
  field.value = value;
  return field;
}

function page(reply: Reply = { status: 200, said: "Kept." }) {
  const sent: Record<string, string>[] = [];
  const went: string[] = [];
  const ticks: (() => void)[] = [];
  let listens = 0;
  let heard: (snapshot: Snapshot) => void = () => undefined;
  let held: (line: boolean) => void = () => undefined;
  const root = make("div", { "data-now": "100" });
  root.innerHTML = `<p role="status" data-live></p><p data-lost hidden>Lost.</p><p data-said data-else="Not kept." hidden></p><input type="hidden" name="csrfmiddlewaretoken" value="t0"><div data-part="stage" data-v="a">${stage("First?", ballot)}</div><div data-part="timer" data-v="t"></div>`;
  document.body.replaceChildren(root);
  const line: Line = {
    listen(on, line) {
      listens += 1;
      heard = on;
      held = line;
    },
    send(address, fields, token) {
      sent.push({ address, token, ...(Object.fromEntries(fields) as Record<string, string>) });
      return reply.status ? Promise.resolve(reply) : Promise.reject(new Error("no line"));
    },
    now: () => seconds,
    every: (_, act) => void ticks.push(act),
    go: (address) => void went.push(address),
  };
  const { wake } = upgradeRoom(root, line);
  return {
    root,
    sent,
    went,
    answer: (next: Reply) => Object.assign(reply, next),
    wake,
    listens: () => listens,
    tick: () => ticks.forEach((act) => act()),
    hear: (parts: Snapshot["parts"], now = 100) => heard({ n: 1, now, parts }),
    hold: (line: boolean) => held(line),
    submit: async () => {
      press(root, "Vote");
      await new Promise((go) => setTimeout(go));
    },
  };
}

test("only a part that changed takes a new place, and its heading is said", () => {
  const { root, hear } = page();
  const form = find(root, "form");
  hear({ stage: { v: "a", html: stage("Other words") } });
  assert.equal(find(root, "form"), form, "a half-made vote stays");
  hear({ stage: { v: "b", html: stage("Talk", '<p class="co-state">With somebody.</p>') } });
  assert.equal(find(root, "h1").textContent, "Talk");
  assert.equal(find(root, "[data-live]").textContent, "Talk With somebody.");
});

test("a focus that was in a part goes to its new heading", () => {
  const { root, hear } = page();
  find(root, "[name=choice]").focus();
  hear({ stage: { v: "b", html: stage("Closed") } });
  assert.equal(document.activeElement, find(root, "h1"));
});

test("a vote is sent with the page's token and the button that was pressed, and the answer is said", async () => {
  const { root, sent, submit } = page();
  await submit();
  assert.deepEqual(sent, [{ address: "/here/vote/", token: "t0", round: "1", go: "yes" }]);
  assert.equal(find(root, "[data-said]").textContent, "Kept.");
  assert.equal(find(root, "[data-said]").hidden, false);
});

test("without a line the page says so until there is one", async () => {
  const { root, submit, hold } = page({ status: 0 });
  await submit();
  assert.equal(find(root, "[data-lost]").hidden, false);
  assert.equal(find(root, "[data-said]").textContent, "Not kept.");
  hold(true);
  assert.equal(find(root, "[data-lost]").hidden, true);
  hold(false);
  assert.equal(find(root, "[data-lost]").hidden, false);
});

test("a phone that wakes listens anew, and one whose room is forgotten leaves", () => {
  const { wake, listens, hear, went } = page();
  wake();
  assert.equal(listens(), 2);
  hear({});
  assert.deepEqual(went, ["/"]);
});

test("a phone that is let in no more goes where it is told", async () => {
  const { submit, went } = page({ status: 401, said: "", to: "/" });
  await submit();
  assert.deepEqual(went, ["/"]);
});

test("the timer runs by the device's clock from the room's time, and its end is said once", () => {
  const { root, hear, tick } = page();
  hear({ timer: { v: "u", html: '<p role="timer" data-ends="190" data-over="Time"></p>' } }, 100);
  assert.equal(find(root, "[role=timer]").textContent, "1:30");
  seconds = 31;
  tick();
  assert.equal(find(root, "[role=timer]").textContent, "0:59");
  seconds = 500;
  tick();
  assert.equal(find(root, "[role=timer]").textContent, "0:00");
  assert.equal(find(root, "[data-live]").textContent, "Time");
  find(root, "[data-live]").textContent = "";
  tick();
  assert.equal(find(root, "[data-live]").textContent, "");
});

const slips = (typed: string) =>
  `<details><summary>Slips</summary><p>${typed}</p><form action="/lead/act/"><input name="choice|wait"><button>Add</button></form></details>`;

test("whatever is not kept is said, and the words before it are gone", async () => {
  const { root, submit, answer, hear } = page();
  await submit();
  assert.equal(find(root, "[data-said]").textContent, "Kept.");
  answer({ status: 503, said: "The disk is full." });
  const sending = submit();
  assert.equal(find(root, "[data-said]").textContent, "", "while nobody knows");
  await sending;
  assert.equal(find(root, "[data-said]").textContent, "The disk is full.");
  answer({ status: 413, said: undefined });
  await submit();
  assert.equal(find(root, "[data-said]").textContent, "Not kept.");
  hear({ stage: { v: "b", html: stage("Closed", ballot) } });
  assert.equal(find(root, "[data-said]").textContent, "Not kept.", "though the round was closed just then");
  seconds = 11;
  hear({ stage: { v: "c", html: stage("Next?", ballot) } });
  assert.equal(find(root, "[data-said]").textContent, "");
});

test("a part that was drawn under the pointer takes no click for 700 milliseconds", () => {
  const { root, sent, hear } = page();
  const buttons = (label: string) => `<form action="/lead/act/"><button>${label}</button></form>`;
  assert.ok(click(root, "[data-part=stage] button", 100), "as the page came");
  seconds = 5;
  hear({ stage: { v: "b", html: buttons("Show both counts") } });
  assert.ok(!click(root, "[data-part=stage] button", 5400));
  assert.equal(sent.length, 1);
  hear({ timer: { v: "u", html: buttons("Stop") } });
  assert.ok(click(root, "[data-part=stage] button", 5701), "another part was drawn since");
  assert.equal(sent.length, 2);
});

test("a form in which somebody types stays, and what has changed comes when it is sent", async () => {
  const { root, sent, hear, answer } = page();
  hear({ stage: { v: "b", html: slips("none") } });
  find<HTMLDetailsElement>(root, "details").open = true;
  const field = type(root, "[name='choice|wait']", "4");
  hear({ stage: { v: "c", html: slips("3 slips") } });
  field.blur();
  assert.equal(find(root, "[name='choice|wait']"), field, "a number that was typed is never lost");
  answer({ status: 400, said: "No number." });
  click(root, "details button", 9000);
  await new Promise((go) => setTimeout(go));
  assert.equal(field.value, "4", "nor one that was not taken");
  answer({ status: 200, said: "" });
  click(root, "details button", 9000);
  await new Promise((go) => setTimeout(go));
  assert.equal(sent[1]?.["choice|wait"], "4");
  assert.equal(find(root, "details p").textContent, "3 slips");
  assert.ok(find<HTMLDetailsElement>(root, "details").open, "what was unfolded stays so");
});

test("a form that came too late gives way to what stands there now", async () => {
  const { root, hear, listens } = page({ status: 409, said: "Gone on." });
  hear({ stage: { v: "b", html: slips("none") } });
  type(root, "[name='choice|wait']", "4");
  hear({ stage: { v: "c", html: stage("Talk") } });
  click(root, "details button", 9000);
  await new Promise((go) => setTimeout(go));
  assert.equal(find(root, "h1").textContent, "Talk");
  assert.equal(find(root, "[data-said]").textContent, "Gone on.");
  assert.equal(listens(), 2, "it asks for the newest");
});

test("a field that has only the focus keeps its part until the focus goes", () => {
  const { root, hear } = page();
  hear({ stage: { v: "b", html: slips("none") } });
  const field = type(root, "[name='choice|wait']", "");
  hear({ stage: { v: "c", html: slips("3 slips") } });
  assert.equal(find(root, "details p").textContent, "none");
  field.blur();
  assert.equal(find(root, "details p").textContent, "3 slips");
});

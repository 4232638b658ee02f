import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { make } from "../page/dom.ts";
import { allPlayers } from "../testing/all-players.ts";
import { optionsHtml } from "../testing/fixture.ts";
import { choose, find, press } from "../testing/page.ts";
import type { Change, Reply } from "./saver.ts";
import { upgradeSitting } from "./sitting.ts";
import type { Line } from "./sitting.ts";

const item = (id: string, given = "null") =>
  `<li class="co-item" data-kind="single" data-item="${id}" data-given='${given}'><form><fieldset><legend>${id}?</legend>${optionsHtml(id, "radio", ["A", "B", "C"])}</fieldset><input type="hidden" name="revision" value="2"><div class="co-send"><button name="go" value="flag">Flag</button><button name="go" value="next" data-to="/sit/2/">On</button></div></form></li>`;

const players = await allPlayers();
let seconds = 0;
beforeEach(() => (seconds = 0));

/** A page as the server sends it, upgraded; `reply` is what the server says to every save. */
async function page(items: string[], reply: Reply = { status: 200, revision: 3 }, waiting: Change[] = []) {
  const said = { sent: [] as Change[], kept: [] as Change[], reloads: 0, went: [] as string[] };
  const timers: (() => void)[] = [];
  const root = make("section");
  root.innerHTML = `<ol>${items.join("")}</ol>`;
  const bar = make("p", { class: "co-exam-bar", "data-seconds": "600" });
  document.body.replaceChildren(bar, make("nav", { class: "co-jump" }), root);
  const line: Line = {
    send: (change) => {
      said.sent.push(change);
      return Promise.resolve(reply);
    },
    left: () => Promise.resolve({ status: 200, left: 300 }),
    later: () => new Promise(() => undefined),
    waiting: () => waiting,
    keep: (changes) => void (said.kept = changes),
    now: () => seconds,
    every: (_, act) => void timers.push(act),
    reload: () => void said.reloads++,
    go: (address) => void said.went.push(address),
  };
  upgradeSitting(root, players, line);
  await settle();
  return { root, said, timers };
}

const settle = () => new Promise((done) => setImmediate(done));
const text = (selector: string) => find(document.body, selector).textContent ?? "";

test("a change is sent, and called kept when the server has answered", async () => {
  const { root, said } = await page([item("one")]);
  choose(root, "#one-b");
  assert.match(text(".co-kept"), /not kept yet/);
  assert.deepEqual(said.sent, [{ item: "one", response: "b", revision: 2 }]);
  await settle();
  assert.match(text(".co-kept"), /All answers are kept/);
});

test("without a line nothing is called kept, and it waits on the device", async () => {
  const { root, said } = await page([item("one")], { status: 503 });
  choose(root, "#one-b");
  await settle();
  assert.match(text(".co-kept"), /not kept yet/);
  assert.equal(said.kept.length, 1);
});

test("what is newer elsewhere is shown and said", async () => {
  const { root } = await page([item("one")], { status: 409, revision: 9, response: "c", flagged: true });
  choose(root, "#one-b");
  await settle();
  assert.equal(find<HTMLInputElement>(root, "#one-c").checked, true);
  assert.match(document.body.textContent ?? "", /another device/);
});

test("going on waits until everything is kept", async () => {
  const { root, said } = await page([item("one")]);
  choose(root, "#one-b");
  const submit = new Event("submit", { cancelable: true, bubbles: true });
  Object.assign(submit, { submitter: find(root, "[value=next]") });
  find(root, "form").dispatchEvent(submit);
  assert.equal(submit.defaultPrevented, true);
  assert.deepEqual(said.went, []);
  await settle();
  assert.deepEqual(said.went, ["/sit/2/"]);
});

test("a flag is sent, alone or with the answer", async () => {
  const { root, said } = await page([item("one", '"a"')]);
  press(root, "Flag for review");
  assert.deepEqual(said.sent[0], { item: "one", response: "a", revision: 2, flagged: true });
});

test("on one page the list and the review follow", async () => {
  const { root } = await page([item("one", '"a"'), item("two")]);
  assert.match(text(".co-before"), /Not answered: 2/);
  choose(root, "#two-a");
  assert.match(text(".co-before"), /Not answered: none/);
  press(root, "Flag for review");
  assert.match(text(".co-before"), /Flagged: 1/);
});

test("what an earlier page could not send stands here and is sent", async () => {
  const { root, said } = await page([item("one")], { status: 200, revision: 3 }, [
    { item: "one", response: "c", revision: 2, flagged: true },
  ]);
  assert.equal(find<HTMLInputElement>(root, "#one-c").checked, true);
  assert.equal(said.sent[0]!.response, "c");
});

test("time left is the server's, can be hidden, and ends the page", async () => {
  const { said, timers } = await page([item("one")]);
  const [tick, ask] = timers;
  assert.match(text(".co-exam-bar span"), /^10 minutes/);
  ask!();
  await settle();
  assert.match(text(".co-exam-bar span"), /^5 minutes/);
  assert.match(text(".co-exam-bar [role=status]"), /5 minutes/, "spoken at a mark");
  press(document.body, "Hide the time");
  assert.equal(find(document.body, ".co-exam-bar span").hidden, true);
  seconds = 301;
  tick!();
  await settle();
  assert.equal(said.reloads, 1);
});

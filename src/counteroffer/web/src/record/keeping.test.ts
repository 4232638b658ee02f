import { find, handedOver, memoryStore, page, press } from "../testing/page.ts";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import * as deeds from "./deeds.ts";
import { placeOfRecord, readTraceless } from "./place.ts";
import { PUT_DOWN } from "./store.ts";

// A book that was opened from a folder.
const local = memoryStore();
Object.defineProperty(globalThis, "localStorage", { value: local, configurable: true });
Object.defineProperty(globalThis, "location", { value: { protocol: "file:" }, configurable: true });
Object.defineProperty(globalThis, "parent", { value: window, configurable: true, writable: true });
const files = handedOver();
document.body.replaceChildren();
const { keepsApart, watchKeeping } = await import("./keeping.ts");
const { device } = await import("./here.ts");
const asked = document.querySelector("iframe")!;
const word = local.all.get(PUT_DOWN);
const answer = (data: unknown, source: unknown = asked.contentWindow) =>
  dispatchEvent(Object.assign(new Event("message"), { data, source }));

beforeEach(() => {
  local.fail = false;
  local.all.clear();
  keepsApart.known = false;
});

function shown() {
  const root = page('<main><div id="first"></div></main>');
  watchKeeping(find(root, "#first"));
  return root;
}
const told = (root: HTMLElement) => find(root, ".co-unkept").textContent;
const news = (change: object) =>
  dispatchEvent(
    new CustomEvent("counteroffer:changed", { detail: { place: placeOfRecord().place, ...change } }),
  );

test("from a folder, another page is asked out of sight whether it finds what was put down here", () => {
  assert.ok(word, "something was put down");
  assert.match(asked.getAttribute("src")!, /measures\.html$/);
  assert.deepEqual(
    ["hidden", "aria-hidden", "title"].map((name) => asked.getAttribute(name)),
    ["", "true", ""],
  );
  const heard: boolean[] = [];
  keepsApart.tell(() => heard.push(keepsApart.known));
  local.setItem(PUT_DOWN, word);
  answer("anything", window);
  assert.deepEqual([heard, local.all.has(PUT_DOWN)], [[], true], "only that page's answer counts");
  answer(word);
  assert.deepEqual(
    [heard, local.all.has(PUT_DOWN)],
    [[false], false],
    "the same storage, and nothing is left in it",
  );
  assert.equal(asked.isConnected, false);
  answer(undefined, asked.contentWindow);
  assert.deepEqual(heard, [false, true]);
});

test("what was put down is taken up again when the page goes before it was answered", () => {
  local.setItem(PUT_DOWN, "word");
  dispatchEvent(new Event("pagehide"));
  assert.equal(local.all.has(PUT_DOWN), false);
});

test("nothing is said while all is kept; once it is not, that is said, and no longer than it holds", () => {
  const root = shown();
  assert.equal(told(root), "");
  assert.equal(
    find(root, ".co-unkept").nextElementSibling,
    find(root, "#first"),
    "it stands before what is worked on",
  );
  local.fail = true;
  news({ log: false, draft: "x" });
  assert.equal(told(root), "", "a draft alone is no reason to look");
  news({ log: true });
  assert.match(told(root)!, /does not keep a record/);
  const said = find(root, ".co-unkept").firstChild;
  news({ log: false, all: true });
  assert.equal(find(root, ".co-unkept").firstChild, said, "what stands there is not said again");
  local.fail = false;
  news({ log: false, all: true });
  assert.equal(told(root), "");
  watchKeeping(undefined);
});

test("who reads without a trace is told so", () => {
  readTraceless(true);
  try {
    assert.match(told(shown())!, /reading without a trace/);
  } finally {
    readTraceless(false);
  }
});

test("where each page keeps its own, that is said, and this page's record can be had here", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const root = shown();
  assert.equal(root.querySelector("button"), null);
  answer("another word");
  assert.match(told(root)!, /for this page alone/);
  device.save([deeds.read("demo")]);
  assert.equal(device.unexported(), 1);
  press(root, "Export (JSON)");
  assert.equal(device.unexported(), 0);
  assert.match(
    await files[0]!.file.text(),
    /^\{"format":"counteroffer-record","version":2,"statements":\[\n\{.*demo/,
  );
  local.fail = true;
  news({ log: true });
  assert.match(told(root)!, /does not keep a record/);
  assert.equal(root.querySelector("button"), null);
});

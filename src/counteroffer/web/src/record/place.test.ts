import { find, page, press } from "../testing/page.ts";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { digest, hasReader, isTraceless, placeOfRecord, readTraceless, storage, turnTo } from "./place.ts";
import { readers } from "./readers.ts";
import { anew } from "./trace.ts";

let reloads = 0;
Object.defineProperty(location, "reload", { value: () => (reloads += 1), configurable: true });

beforeEach(() => {
  sessionStorage.clear();
  reloads = 0;
  window.counterofferCourse = { id: "offers", edition: "3", home: "./" };
  delete document.documentElement.dataset.content_root;
});

const place = () => placeOfRecord().place;

test("a name is made as it always was, or every record would be lost", () => {
  // as the hash was published
  assert.equal(digest("a"), (7929297801672961).toString(36));
  assert.equal(digest("revenge"), (4051478007546757).toString(36));
  assert.equal(digest("amal", 2), digest(digest("amal")));
  assert.equal(place(), `counteroffer:offers:3:${digest("/book/")}:own:`);
  assert.deepEqual(placeOfRecord(), { place: place(), edition: "3", first: true });
});

test("two courses, two editions and two copies stand apart; from any page of a copy the name is the same", () => {
  const own = place();
  window.counterofferCourse = { id: "other", edition: "3", home: "./" };
  assert.notEqual(place(), own);
  window.counterofferCourse = { id: "offers", edition: "4", home: "./" };
  assert.notEqual(place(), own);
  window.counterofferCourse = { id: "offers", edition: "3", home: "ar/" };
  assert.notEqual(place(), own);
  window.counterofferCourse = { id: "offers", edition: "3", home: "../book/" };
  assert.equal(place(), own);
  window.counterofferCourse = { id: "a:b c", edition: "3" };
  assert.ok(place().startsWith("counteroffer:a%3Ab%20c:3:"), "no name runs into the next");
});

test("a word opens a record of its own, however it is written, and no word the first again", () => {
  const own = place();
  assert.ok(turnTo("Olive tree"));
  assert.ok(hasReader());
  const theirs = place();
  assert.notEqual(theirs, own);
  assert.equal(placeOfRecord().first, false, "what version 1 kept belongs to the first reader");
  assert.doesNotMatch(theirs, /olive/i);
  turnTo(" OLIVE TREE ");
  assert.equal(place(), theirs);
  turnTo("olive trees");
  assert.notEqual(place(), theirs);
  assert.ok(turnTo(""));
  assert.ok(!hasReader());
  assert.equal(place(), own);
});

test("without a trace everything is kept in the tab, and what the tab kept goes with the trace's end", () => {
  turnTo("olive");
  const own = (turnTo(""), place());
  assert.equal(storage(), localStorage);
  assert.ok(readTraceless(true));
  assert.ok(isTraceless());
  assert.equal(storage(), sessionStorage);
  assert.deepEqual([place(), placeOfRecord().first], [own, false]);
  sessionStorage.setItem(`${own}head`, "{}");
  sessionStorage.setItem("theme", "dark");
  assert.ok(readTraceless(false));
  assert.ok(!isTraceless());
  assert.deepEqual(
    Array.from({ length: sessionStorage.length }, (_, at) => sessionStorage.key(at)),
    ["theme"],
    "nothing of others is touched",
  );
  turnTo("olive");
  readTraceless(true);
  assert.equal(place(), own, "a word opens nothing where nothing is kept");
});

const shown = () => {
  const root = page("<div></div>");
  root.append(...readers());
  return root;
};
const buttons = (root: HTMLElement) =>
  Array.from(root.querySelectorAll("button"), ({ textContent }) => textContent);

test("who reads: a word is asked for behind a fold, and opens by Enter or by the button, never when empty", () => {
  const root = shown();
  assert.deepEqual(buttons(root), ["Read without a trace", "Open"]);
  assert.match(root.textContent!, /Nothing is then kept beyond this tab/);
  assert.equal(find<HTMLDetailsElement>(root, "details").open, false);
  const input = find<HTMLInputElement>(root, "input");
  assert.equal(find(root, "label").getAttribute("for"), input.id);
  assert.equal(
    find(root, `#${input.getAttribute("aria-describedby")}`).textContent!.slice(0, 22),
    "The word is not stored",
  );
  assert.deepEqual(
    ["type", "autocomplete", "spellcheck"].map((name) => input.getAttribute(name)),
    ["password", "off", "false"],
    "no browser offers it to the next reader",
  );
  const key = (name: string) => input.dispatchEvent(new KeyboardEvent("keydown", { key: name }));
  key("Enter");
  input.value = "  ";
  press(root, "Open");
  assert.deepEqual([reloads, hasReader()], [0, false]);
  input.value = "olive";
  key("e");
  assert.equal(reloads, 0);
  key("Enter");
  assert.deepEqual([reloads, hasReader()], [1, true]);
});

test("whose record a word has opened can close it, and is told that it is not locked", () => {
  turnTo("olive");
  const root = shown();
  assert.deepEqual(buttons(root), ["Close this record"]);
  assert.match(root.textContent!, /is not locked/);
  press(root, "Close this record");
  assert.deepEqual([reloads, hasReader()], [1, false]);
});

test("the switch turns reading without a trace on and off, and the page begins anew", () => {
  press(shown(), "Read without a trace");
  assert.deepEqual([reloads, isTraceless()], [1, true]);
  const root = shown();
  assert.deepEqual(buttons(root), ["Keep a record again"], "a word would open nothing");
  assert.match(root.textContent!, /You are reading without a trace/);
  press(root, "Keep a record again");
  assert.deepEqual([reloads, isTraceless()], [2, false]);
  anew(false);
  assert.equal(reloads, 2, "where the tab keeps nothing, nothing begins anew");
});

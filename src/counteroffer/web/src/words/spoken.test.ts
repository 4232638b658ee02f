import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { _, ngettext } from "./spoken.ts";

afterEach(() => (globalThis.counterofferWords = undefined));

test("without a catalogue English is spoken, in the form that the count wants", () => {
  assert.equal(_("{right} of {all} right.", { right: 1, all: 2 }), "1 of 2 right.");
  assert.equal(ngettext("{count} question is due.", "{count} questions are due.", 1), "1 question is due.");
  assert.equal(ngettext("{count} question is due.", "{count} questions are due.", 0), "0 questions are due.");
});

test("a catalogue says a text, and picks a form by the rule of its language", () => {
  globalThis.counterofferWords = {
    plural: (n) => Number(n === 1 ? 0 : n === 2 ? 1 : 2),
    texts: new Map<string, string | string[]>([
      ["Decide", "قرّر"],
      ["{count} day", ["{count} a", "{count} b", "{count} c"]],
    ]),
  };
  assert.equal(_("Decide"), "قرّر");
  assert.equal(ngettext("{count} day", "{count} days", 2), "2 b");
  assert.equal(ngettext("{count} day", "{count} days", 5), "5 c");
  assert.equal(
    _("constructor"),
    "constructor",
    "a text that only an object's own nature would know stays as it is",
  );
});

test("what stands in a place is not read as a place again", () => {
  assert.equal(_("{text} is now {place}.", { text: "{place}", place: 3 }), "{place} is now 3.");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { decode, encode, same } from "./respond.ts";
import type { Response, Shape } from "./respond.ts";

const responses: [Shape, Response, string][] = [
  ["one", "b", "b"],
  ["list", ["a", "c"], "a[,]c"],
  ["list", [], ""],
  ["pairs", { "1": "b", "2": "c" }, "1[.]b[,]2[.]c"],
  ["ratings", { a: 4, b: 1 }, "a[.]4[,]b[.]1"],
];

for (const [shape, response, text] of responses) {
  test(`${shape} ${text}: encoded as in cmi.interaction, and back`, () => {
    assert.equal(encode(response), text);
    assert.deepEqual(decode(text, shape), response);
  });
}

test("equal responses are the same in whatever order they were made", () => {
  assert.ok(same({ a: 1, b: 2 }, { b: 2, a: 1 }));
  assert.ok(!same(["a", "b"], ["b", "a"]));
  assert.ok(!same(undefined, "a"));
});

import assert from "node:assert/strict";
import { test } from "node:test";
import player from "./player.ts";

const marks: [
  key: Record<string, string>,
  response: Record<string, string>,
  score: number,
][] = [
  [{ "1": "b", "2": "a" }, { "1": "b", "2": "a" }, 1],
  [{ "1": "b", "2": "a" }, { "1": "b", "2": "b" }, 1 / 2],
  [{ "1": "b", "2": "a" }, { "1": "b" }, 1 / 2],
  [{ "1": "b", "2": "a" }, {}, 0],
];

for (const [key, response, score] of marks) {
  test(`matching: ${JSON.stringify(response)} against ${JSON.stringify(key)} earns ${score}`, () => {
    assert.ok(Math.abs(player.score(key, response) - score) < 1e-12);
  });
}

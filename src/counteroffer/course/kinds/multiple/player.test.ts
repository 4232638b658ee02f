import assert from "node:assert/strict";
import { test } from "node:test";
import player from "./player.ts";

const marks: [key: string[], response: string[], score: number][] = [
  [["a", "c"], ["a", "c"], 1],
  [["a", "c"], ["c", "a"], 1],
  [["a", "c"], ["a"], 1 / 2],
  [["a", "c"], ["a", "a"], 1 / 2],
  [["a", "c"], ["a", "b"], 0],
  [["a", "c"], ["a", "b", "c", "d"], 0],
  [["a", "c"], ["b"], 0],
  [["a", "c"], [], 0],
];

for (const [key, response, score] of marks) {
  test(`multiple: ${JSON.stringify(response)} against ${JSON.stringify(key)} earns ${score}`, () => {
    assert.ok(Math.abs(player.score(key, response) - score) < 1e-12);
  });
}

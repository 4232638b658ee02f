import assert from "node:assert/strict";
import { test } from "node:test";
import player from "./player.ts";

const marks: [key: string[], response: string[], score: number][] = [
  [["b", "c", "a"], ["b", "c", "a"], 1],
  [["b", "c", "a"], ["c", "b", "a"], 2 / 3],
  [["b", "c", "a"], ["a", "b", "c"], 1 / 3],
  [["b", "c", "a"], ["a", "c", "b"], 0],
  [["b", "c", "a"], ["b", "c"], 0],
  [["b", "c", "a"], ["b", "c", "c"], 0],
];

for (const [key, response, score] of marks) {
  test(`ordering: ${JSON.stringify(response)} against ${JSON.stringify(key)} earns ${score}`, () => {
    assert.ok(Math.abs(player.score(key, response) - score) < 1e-12);
  });
}

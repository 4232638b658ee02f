import assert from "node:assert/strict";
import { test } from "node:test";
import player from "./player.ts";

const marks: [key: string, response: string, score: number][] = [
  ["b", "b", 1],
  ["b", "a", 0],
  ["b", "", 0],
];

for (const [key, response, score] of marks) {
  test(`single: ${JSON.stringify(response)} against ${JSON.stringify(key)} earns ${score}`, () => {
    assert.ok(Math.abs(player.score(key, response) - score) < 1e-12);
  });
}

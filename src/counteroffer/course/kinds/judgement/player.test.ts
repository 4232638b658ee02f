import assert from "node:assert/strict";
import { test } from "node:test";
import player from "./player.ts";

const marks: [
  key: Record<string, number>,
  response: Record<string, number>,
  score: number,
][] = [
  [{ a: 4, b: 2, c: 1 }, { a: 4, b: 2, c: 1 }, 1],
  [{ a: 4, b: 2, c: 1 }, { a: 3, b: 2, c: 1 }, 7 / 8],
  [{ a: 4, b: 2, c: 1 }, { a: 1, b: 4, c: 4 }, 0],
  [{ a: 4, b: 2, c: 1 }, { a: 4, b: 2 }, 5 / 8],
  [{ a: 4, b: 2, c: 1 }, { a: 4, b: 2, c: 9 }, 5 / 8],
  [{ a: 4, b: 2, c: 1 }, {}, 0],
];

for (const [key, response, score] of marks) {
  test(`judgement: ${JSON.stringify(response)} against ${JSON.stringify(key)} earns ${score}`, () => {
    assert.ok(Math.abs(player.score(key, response) - score) < 1e-12);
  });
}

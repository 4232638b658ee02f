import assert from "node:assert/strict";
import { test } from "node:test";
import { empty } from "./empty.ts";

test("every storage is emptied, and a browser that has none is left alone", () => {
  const stores = [new Map([["answer", "a"]]), new Map([["place", "b"]])];
  empty(() => stores);
  assert.deepEqual(
    stores.map(({ size }) => size),
    [0, 0],
  );
  empty(() => {
    throw new Error("SecurityError");
  });
});

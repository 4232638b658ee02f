import "../testing/page.ts";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { whenReady } from "./ready.ts";

const classes = () => document.documentElement.classList;
Object.defineProperty(globalThis, "Element", { value: window.Element, configurable: true });
const set = (value: unknown) =>
  Object.defineProperty(globalThis, "CSS", { value, configurable: true, writable: true });

beforeEach(() => {
  classes().remove("co-js");
  set({ supports: () => true });
});

test("a page is called upgraded once it is", () => {
  whenReady(() => assert.ok(!classes().contains("co-js")));
  assert.ok(classes().contains("co-js"));
});

test("a script that throws leaves the page to be read as with scripts off", () => {
  assert.throws(
    () =>
      whenReady(() => {
        throw new Error("lost");
      }),
    /lost/,
  );
  assert.ok(!classes().contains("co-js"));
});

test("below the floor nothing is begun", () => {
  set({ supports: () => false });
  whenReady(() => assert.fail("it was begun"));
  assert.ok(!classes().contains("co-js"));
});

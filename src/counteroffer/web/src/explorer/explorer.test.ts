import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { upgradeExplorer } from "./explorer.ts";
import { explorerHtml } from "../testing/faces.ts";
import { explorerOnDevice } from "../record/hosts.ts";
import { openRecord } from "../record/device.ts";
import { choose, find, memoryStore, page, status } from "../testing/page.ts";

const shown = (root: HTMLElement) =>
  Array.from(root.querySelectorAll<HTMLElement>(".co-frame"))
    .filter((frame) => !frame.hidden)
    .map((frame) => find(frame, ".co-setting").textContent);

for (const way of ["straight through", "through save and load"]) {
  test(`only the frame of the setting shows, and is said, ${way}`, () => {
    const store = memoryStore();
    const record = openRecord(() => store);
    const show = () => {
      const root = page(explorerHtml());
      upgradeExplorer(root, explorerOnDevice(record, "map"));
      return root;
    };
    let root = show();
    assert.deepEqual(shown(root), ["one, who."]);
    choose(root, "#map-phase-two");
    assert.equal(status(root), "two, who. Sentence two who.");
    if (way !== "straight through") root = show();
    assert.deepEqual(shown(root), ["two, who."]);
    choose(root, "#map-view-where");
    choose(root, "#map-view-who");
    choose(root, "#map-view-where");
    assert.deepEqual(shown(root), ["two, where."]);
    assert.equal(record.statements().length, 2, "one statement a setting");
  });
}

test("a slider shows while it moves, and is kept and heard when it rests", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  const root = page(explorerHtml("slider"));
  upgradeExplorer(root, explorerOnDevice(record, "map"));
  const range = find<HTMLInputElement>(root, "[data-control=view] input[type=range]");
  assert.equal(range.getAttribute("aria-label"), "view");
  assert.equal(range.getAttribute("aria-valuetext"), "who");
  assert.equal(range.max, "1");
  assert.equal(root.querySelector(".co-more"), null, "nothing is folded away");
  range.value = "1";
  range.dispatchEvent(new Event("input", { bubbles: true }));
  assert.deepEqual(shown(root), ["one, where."]);
  assert.equal(range.getAttribute("aria-valuetext"), "where");
  assert.equal(record.statements().length, 0, "nothing is kept on the way");
  range.dispatchEvent(new Event("change", { bubbles: true }));
  assert.equal(record.statements().length, 1);
  assert.equal(status(root), "one, where. Sentence one where.");
});

test("a slider stands where it was left", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  explorerOnDevice(record, "map").save({ phase: "two", view: "where" });
  const root = page(explorerHtml("slider"));
  upgradeExplorer(root, explorerOnDevice(record, "map"));
  assert.deepEqual(shown(root), ["two, where."]);
  assert.equal(find<HTMLInputElement>(root, "input[type=range]").value, "1");
  assert.equal(find(root, ".co-value").textContent, "where");
});

import "./testing.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { upgradeExplorer } from "./explorer.ts";
import { explorerHtml } from "./fixtures.ts";
import { explorerOnDevice } from "./hosts.ts";
import { openRecord } from "./record.ts";
import { choose, find, memoryStore, page, status } from "./testing.ts";

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

import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, find, page, status } from "../testing/page.ts";
import { upgradeTimeline } from "./timeline.ts";

const select = (name: string, ...values: string[]) =>
  `<select name="${name}"><option value="">All</option>${values
    .map((value) => `<option value="${value}">${value}</option>`)
    .join("")}</select>`;

const html = `<section><form class="co-filters" hidden>${select("phase", "state", "none")}${select("place", "iraq", "syria")}
<button type="reset">All</button><p role="status" data-said="{shown} of {all}."></p></form>
<ol><li data-phase="state" data-place="iraq">a</li><li data-phase="state" data-place="syria">b</li>
<li data-phase="none" data-place="syria">c</li></ol></section>`;

const shown = (root: HTMLElement) =>
  Array.from(root.querySelectorAll<HTMLElement>("li"))
    .filter((event) => !event.hidden)
    .map((event) => event.textContent)
    .join("");

test("filters work together, say how many events fit, and are taken back", async () => {
  const root = page(html);
  upgradeTimeline(root);
  assert.equal(find(root, "form").hidden, false);
  assert.deepEqual([shown(root), status(root)], ["abc", ""]);
  choose(root, "[name=phase]", "state");
  assert.deepEqual([shown(root), status(root)], ["ab", "2 of 3."]);
  choose(root, "[name=place]", "syria");
  assert.deepEqual([shown(root), status(root)], ["b", "1 of 3."]);
  choose(root, "[name=phase]", "none");
  choose(root, "[name=place]", "iraq");
  assert.deepEqual([shown(root), status(root)], ["", "0 of 3."]);
  find<HTMLFormElement>(root, "form").reset();
  await new Promise((done) => setTimeout(done, 5));
  assert.deepEqual([shown(root), status(root)], ["abc", "3 of 3."]);
});

test("what a browser put back into the filters holds from the start", () => {
  const root = page(html);
  find<HTMLSelectElement>(root, "[name=place]").value = "iraq";
  upgradeTimeline(root);
  assert.equal(shown(root), "a");
});

test("a timeline without filters stays as it is", () => {
  const root = page("<section><ol><li>a</li></ol></section>");
  upgradeTimeline(root);
  assert.equal(shown(root), "a");
});

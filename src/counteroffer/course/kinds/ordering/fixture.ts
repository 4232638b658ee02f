/** A small item of this kind for tests. */

import { press } from "../../../web/src/testing/fixture.ts";
import type { Fixture } from "../../../web/src/testing/fixture.ts";

const entries = ["Gamma", "Alpha", "Beta"].map(
  (text, place) =>
    `<li class="co-entry" data-option="${"abc"[place]}"><span class="co-blank"></span><span class="co-text">${text}</span></li>`,
);
const move = (way: string, ...ids: string[]) =>
  press(...ids.map((id) => `[data-option=${id}] [data-move=${way}]`));

export default {
  kind: "ordering",
  body: `<ol class="co-order">${entries.join("")}</ol>`,
  key: ["b", "c", "a"],
  scheme: { floor: [2, 3] },
  parts: ["b", "c", "a"],
  mixed: ".co-entry",
  // An order always stands there, so there is nothing to ask for.
  answeredAtFirst: true,
  ways: [
    [move("down", "a", "a"), "right", /^Right\. 3 of 3 right/],
    [move("up", "c"), "not-yet", /^Not yet\. /],
  ],
} satisfies Fixture;

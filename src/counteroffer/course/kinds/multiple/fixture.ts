/** A small item of this kind for tests. */

import { optionsHtml, tick } from "../../../web/src/testing/fixture.ts";
import type { Fixture } from "../../../web/src/testing/fixture.ts";

export default {
  kind: "multiple",
  body: optionsHtml("x", "checkbox", ["One", "Two", "Three", "Four"]),
  key: ["a", "c"],
  scheme: { floor: [1, 2], options: 4 },
  parts: ["a", "b", "c", "d"],
  mixed: ".co-option",
  ways: [
    [tick("#x-a", "#x-c"), "right", /^Right\. Why a\. Why c\./],
    [tick("#x-a"), "partly", /^Partly right\. Why a\./],
    [tick("#x-b"), "not-yet", /^Not yet\. Why b\./],
  ],
} satisfies Fixture;

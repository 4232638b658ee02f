/** A small item of this kind for tests. */

import { optionsHtml, tick } from "../../../web/src/testing/fixture.ts";
import type { Fixture } from "../../../web/src/testing/fixture.ts";

export default {
  kind: "single",
  body: optionsHtml("s", "radio", ["First", "Second", "Third"]),
  key: "b",
  parts: ["a", "b", "c"],
  mixed: ".co-option",
  ways: [
    [tick("#s-b"), "right", /^Best answer\. Why b\./],
    [tick("#s-c"), "not-yet", /^Not the best answer\. Why c\./],
  ],
} satisfies Fixture;

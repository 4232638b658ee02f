/** A small item of this kind for tests. */

import { set } from "../../../web/src/testing/fixture.ts";
import type { Fixture } from "../../../web/src/testing/fixture.ts";

const rights = ["a", "b", "c", "d"].map(
  (right) => `<option value="${right}">${right}: right</option>`,
);
const pairs = ["1", "2", "3"].map(
  (left) =>
    `<li class="co-pair" data-left="${left}"><label for="m-${left}">Left ${left}</label> <select id="m-${left}" name="m-${left}"><option value="">Choose</option>${rights.join("")}</select></li>`,
);
const match = (...chosen: string[]) =>
  set(
    ...chosen.map((right, place): [string, string] => [
      `#m-${place + 1}`,
      right,
    ]),
  );

export default {
  kind: "matching",
  body: `<ol class="co-choices" type="A"><li>right</li></ol><ol class="co-pairs">${pairs.join("")}</ol>`,
  key: { "1": "b", "2": "a", "3": "d" },
  scheme: { floor: [1, 3] },
  parts: ["1", "2", "3", "c"],
  ways: [
    [match("b", "a", "d"), "right", /^Right\. 3 of 3 right/],
    [match("b", "a", "c"), "partly", /^Partly right\. 2 of 3 right/],
    [match("c", "c", "c"), "not-yet", /^Not yet\. /],
  ],
} satisfies Fixture;

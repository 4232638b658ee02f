/** A small item of this kind for tests. */

import { tick } from "../../../web/src/testing/fixture.ts";
import type { Fixture } from "../../../web/src/testing/fixture.ts";

const scale = (act: string) =>
  [4, 3, 2, 1].map(
    (value) =>
      `<span class="co-option"><input type="radio" name="j-${act}" value="${value}" id="j-${act}-${value}"><label for="j-${act}-${value}">${value}</label></span>`,
  );
const ratings = ["a", "b", "c"].map(
  (act) =>
    `<fieldset class="co-rating" data-option="${act}"><legend><span class="co-letter">${act.toUpperCase()}</span> Act ${act}</legend>${scale(act).join("")}</fieldset>`,
);
const rate = (...values: number[]) =>
  tick(...values.map((value, place) => `#j-${"abc"[place]}-${value}`));

export default {
  kind: "judgement",
  body: ratings.join(""),
  key: { a: 4, b: 2, c: 1 },
  scheme: { floor: [5, 8] },
  parts: ["a", "b", "c"],
  mixed: ".co-rating",
  ways: [
    [rate(4, 2, 1), "right", /^Right\. 3 of 3 right/],
    [rate(3, 2, 1), "partly", /^Partly right\. 2 of 3 right/],
    [rate(1, 4, 4), "not-yet", /^Not yet\. /],
  ],
} satisfies Fixture;

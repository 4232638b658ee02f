/** Matching: each left text is given one right text by a native select. */

import { all, one } from "../../../web/src/page/dom.ts";
import { points } from "../../../web/src/item/points.ts";
import { player } from "../../../web/src/item/player.ts";
import type { Pairs } from "../../../web/src/item/respond.ts";

const pairs = (item: HTMLElement) => all(item, ".co-pair");
const select = (pair: HTMLElement) => one<HTMLSelectElement>(pair, "select");
const left = (pair: HTMLElement) => pair.dataset.left ?? "";

export default player<Pairs>({
  kind: "matching",
  shape: "pairs",
  interaction: "matching",
  raw({ key }, response) {
    const lefts = Object.keys(key);
    const right = lefts.filter((one) => response[one] === key[one]);
    return points(right.length, lefts.length);
  },
  read: (item) =>
    Object.fromEntries(
      pairs(item)
        .map((pair) => [left(pair), select(pair)?.value ?? ""])
        .filter(([, value]) => value),
    ),
  write(item, response = {}) {
    for (const pair of pairs(item)) {
      const control = select(pair);
      if (control) control.value = response[left(pair)] ?? "";
    }
  },
  missing: (item) =>
    pairs(item)
      .map(select)
      .find((control) => !control?.value),
  places: (item) => new Map(pairs(item).map((pair) => [left(pair), pair])),
  shown: (response) => Object.keys(response),
  right: ({ key }, response, part) => key[part] === response[part],
});

/** Multiple choice: every right answer of several; each option is ticked or left, rightly or not. */

import {
  firstUnlessTicked,
  optionPlaces,
  shuffleOptions,
  tick,
  ticked,
} from "../../../web/src/item/options.ts";
import { points } from "../../../web/src/item/points.ts";
import { player } from "../../../web/src/item/player.ts";

export default player<string[]>({
  kind: "multiple",
  shape: "list",
  interaction: "choice",
  raw({ key, options = 0 }, response) {
    const chosen = [...new Set(response)];
    const hits = chosen.filter((option) => key.includes(option)).length;
    const amiss = key.length - hits + (chosen.length - hits);
    return points(Math.max(0, options - amiss), options);
  },
  read: ticked,
  write: (item, response) => tick(item, response ?? []),
  missing: firstUnlessTicked,
  places: (item) => optionPlaces(item),
  shown: (response) => response,
  right: ({ key }, _, option) => key.includes(option),
  shuffle: shuffleOptions,
});

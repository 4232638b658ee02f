/** Multiple choice: every right answer of several; a wrong tick takes a right one back. */

import {
  firstUnlessTicked,
  optionPlaces,
  shuffleOptions,
  tick,
  ticked,
} from "../../../web/src/item/options.ts";
import { player } from "../../../web/src/item/player.ts";

export default player<string[]>({
  kind: "multiple",
  shape: "list",
  interaction: "choice",
  score(key, response) {
    const chosen = [...new Set(response)];
    const hits = chosen.filter((option) => key.includes(option)).length;
    return Math.max(0, (hits - (chosen.length - hits)) / key.length);
  },
  read: ticked,
  write: (item, response) => tick(item, response ?? []),
  missing: firstUnlessTicked,
  places: (item) => optionPlaces(item),
  shown: (response) => response,
  right: (key, _, option) => key.includes(option),
  shuffle: shuffleOptions,
});

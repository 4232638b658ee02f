/** Single choice: one best answer of several. */

import {
  firstUnlessTicked,
  optionPlaces,
  shuffleOptions,
  tick,
  ticked,
} from "../../../web/src/item/options.ts";
import { points } from "../../../web/src/item/points.ts";
import { player } from "../../../web/src/item/player.ts";

export default player<string>({
  kind: "single",
  shape: "one",
  interaction: "choice",
  raw: ({ key }, response) => points(response === key ? 1 : 0, 1),
  read: (item) => ticked(item)[0] ?? "",
  write: (item, response) => tick(item, response ? [response] : []),
  missing: firstUnlessTicked,
  places: (item) => optionPlaces(item),
  shown: (response) => [response],
  right: ({ key }, _, option) => option === key,
  shuffle: shuffleOptions,
});

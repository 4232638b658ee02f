/** Judgement: each act is rated from 1 (harmful) to 4 (strong); marked by distance from the key. */

import { all, one } from "../../../web/src/page/dom.ts";
import { optionPlaces, shuffleOptions } from "../../../web/src/item/options.ts";
import { points } from "../../../web/src/item/points.ts";
import { player } from "../../../web/src/item/player.ts";
import type { Ratings } from "../../../web/src/item/respond.ts";

const scale = [1, 2, 3, 4];
const radios = (rating: HTMLElement) => all<HTMLInputElement>(rating, "input");
const ratings = (item: HTMLElement) => optionPlaces(item, ".co-rating");
const chosen = (rating: HTMLElement) =>
  radios(rating).find((radio) => radio.checked);

export default player<Ratings>({
  kind: "judgement",
  shape: "ratings",
  interaction: "matching",
  raw({ key, slack = {} }, response) {
    let distance = 0;
    let furthest = 0;
    for (const [act, rating] of Object.entries(key)) {
      const away = (given: number) =>
        Math.max(0, Math.abs(given - rating) - (slack[act] ?? 0));
      const most = Math.max(...scale.map(away));
      const given = response[act];
      // An act left unrated counts as far off as can be.
      distance += given && scale.includes(given) ? away(given) : most;
      furthest += most;
    }
    return points(furthest - distance, furthest);
  },
  read(item) {
    const response: Ratings = {};
    ratings(item).forEach((rating, act) => {
      const radio = chosen(rating);
      if (radio) response[act] = Number(radio.value);
    });
    return response;
  },
  write(item, response = {}) {
    ratings(item).forEach((rating, act) =>
      radios(rating).forEach(
        (radio) => (radio.checked = Number(radio.value) === response[act]),
      ),
    );
  },
  missing(item) {
    const unrated = [...ratings(item).values()].find(
      (rating) => !chosen(rating),
    );
    return unrated && one(unrated, "input");
  },
  places: ratings,
  shown: (response) => Object.keys(response),
  right: ({ key, slack = {} }, response, act) =>
    Math.abs((key[act] ?? 0) - (response[act] ?? 0)) <= (slack[act] ?? 0),
  shuffle: (item, mix) => shuffleOptions(item, mix, ".co-rating"),
});

/** The page "Practise": what is due again, and whether items ask how sure one is. */

import { make } from "../page/dom.ts";
import { ASKS_SURE } from "../record/hosts.ts";
import type { Players } from "../item/player.ts";
import type { DeviceRecord } from "../record/device.ts";
import { upgradeReview } from "./review.ts";
import { reviewWords } from "../words/learning-words.ts";

export function upgradePractice(root: HTMLElement, record: DeviceRecord, players: Players): void {
  const text = reviewWords();
  const review = make("div", { class: "co-review" });
  root.replaceChildren(
    make("h2", { id: "five-from-last-week" }, text.review),
    make("p", {}, text.reviewRule),
    review,
    make("h2", {}, text.settings),
    setting(record),
  );
  root.classList.add("co-live");
  upgradeReview(review, record, players);
}

/** Ask how sure the learner is, at every item of the course. */
function setting(record: DeviceRecord): HTMLElement {
  const input = make("input", { type: "checkbox", id: "co-asks-sure", autocomplete: "off" });
  const show = () => (input.checked = record.draft(ASKS_SURE) === true);
  show();
  record.onChange(show);
  input.addEventListener("change", () => record.save([], { [ASKS_SURE]: input.checked || undefined }));
  return make(
    "p",
    { class: "co-setting" },
    input,
    " ",
    make("label", { for: "co-asks-sure" }, reviewWords().asksSure),
  );
}

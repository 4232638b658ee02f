/** Ordering: entries are put in order with two buttons each; marked by the pairs that stand in order. */

import { all, make, one, textOf, unseen } from "../../../web/src/page/dom.ts";
import { optionPlaces } from "../../../web/src/item/options.ts";
import { NOTHING, points } from "../../../web/src/item/points.ts";
import { player } from "../../../web/src/item/player.ts";
import { same } from "../../../web/src/item/respond.ts";
import { orderingWords } from "../../../web/src/words/words.ts";

const entries = (item: HTMLElement) => all(item, ".co-entry");
const read = (item: HTMLElement) =>
  entries(item).map((entry) => entry.dataset.option ?? "");
const mixed = new WeakMap<HTMLElement, string[]>();

export default player<string[]>({
  kind: "ordering",
  shape: "list",
  interaction: "sequencing",
  raw({ key }, response) {
    // An answer that is not these entries, each once, earns nothing.
    if (!same([...response].sort(), [...key].sort())) return NOTHING;
    return points(inOrder(key, response), pairs(key));
  },
  read,
  write: (item, response) => arrange(item, response ?? mixed.get(item) ?? []),
  missing: () => undefined,
  places: (item) => optionPlaces(item, ".co-entry"),
  shown: (response) => response,
  right: ({ key }, response, option) =>
    key.indexOf(option) === response.indexOf(option),
  shuffle(item, mix) {
    const key = JSON.parse(item.dataset.key ?? "[]") as string[];
    // As in Python: half of the pairs stand in order, so that neither leaving nor reversing what is shown earns anything.
    const half = pairs(key) / 2;
    let order = mix(key);
    while (Math.abs(inOrder(key, order) - half) > 0.5) order = mix(key);
    arrange(item, order);
  },
  upgrade(item, changed) {
    mixed.set(item, read(item));
    for (const entry of entries(item)) {
      all(entry, ".co-blank").forEach((blank) => (blank.hidden = true));
      const text = textOf(one(entry, ".co-text"));
      const move = (step: -1 | 1) => {
        const label = step < 0 ? orderingWords().up : orderingWords().down;
        const control = make(
          "button",
          {
            type: "button",
            class: "co-button co-move",
            "data-move": step < 0 ? "up" : "down",
          },
          label,
          unseen(`: ${text}`),
        );
        control.addEventListener("click", () => {
          shift(entry, step);
          setEnds(item);
          (control.disabled
            ? one(entry, ".co-move:not([disabled])")
            : control
          )?.focus();
          const order = entries(item);
          changed(
            orderingWords().moved(text, order.indexOf(entry) + 1, order.length),
          );
        });
        return control;
      };
      entry.append(make("span", { class: "co-moves" }, move(-1), move(1)));
    }
    setEnds(item);
  },
});

const pairs = (key: string[]) => (key.length * (key.length - 1)) / 2;

/** How many pairs of the key stand the right way round. */
const inOrder = (key: string[], order: string[]) =>
  key
    .flatMap((later, place) =>
      key.slice(0, place).map((earlier) => [earlier, later] as const),
    )
    .filter(([earlier, later]) => order.indexOf(earlier) < order.indexOf(later))
    .length;

function arrange(item: HTMLElement, order: string[]): void {
  // Moving an element drops its focus: nothing moves that need not.
  if (same(order, read(item))) return;
  const places = optionPlaces(item, ".co-entry");
  for (const option of order) {
    const entry = places.get(option);
    if (entry) entry.parentElement?.append(entry);
  }
  setEnds(item);
}

/** The neighbour moves, not the entry: so the entry's buttons keep focus. */
function shift(entry: HTMLElement, step: -1 | 1): void {
  if (step < 0 && entry.previousElementSibling)
    entry.after(entry.previousElementSibling);
  if (step > 0 && entry.nextElementSibling)
    entry.before(entry.nextElementSibling);
}

function setEnds(item: HTMLElement): void {
  const order = entries(item);
  const set = (entry: HTMLElement | undefined, way: string) => {
    const control =
      entry && one<HTMLButtonElement>(entry, `[data-move=${way}]`);
    if (!control) return;
    if (control === document.activeElement)
      one(entry, `.co-move:not([data-move=${way}])`)?.focus();
    control.disabled = true;
  };
  all<HTMLButtonElement>(item, ".co-move").forEach(
    (control) => (control.disabled = false),
  );
  set(order[0], "up");
  set(order[order.length - 1], "down");
}

/**
 * The page on which a form is answered: a list to jump by, a flag at each item, and at the end what is still open,
 * half made or flagged. The practice examination and an examination on a server both stand on it; where answers are
 * kept, and whether they are kept yet, its host says.
 */

import { button, goTo, goToQuestion, make, one } from "../page/dom.ts";
import { itemPageWords } from "../words/learning-words.ts";

/** How far an answer is made: `half` where a line of it is missing. */
export type Standing = "open" | "half" | "answered";

export interface PageItem {
  id: string;
  element: HTMLElement;
  standing(): Standing;
}

export interface PageHost {
  flags(): string[];
  flag(items: string[]): void;
  /** Whether all that was answered is kept; false while something waits to be. */
  saved(): boolean;
}

export interface ItemPage {
  /** The list to jump by. */
  jump: HTMLElement;
  /** What stands at the form's end, before it is handed in. */
  review: HTMLElement;
  /** Show every item's standing anew. */
  update(): void;
}

export function itemPage(items: PageItem[], host: PageHost): ItemPage {
  const text = itemPageWords();
  const places = items.map((item, at) => button(String(at + 1), () => goToQuestion(item.element)));
  const flags = items.map(({ id }, at) => {
    const flag = button(text.flag, () => turn(id), "co-flag");
    items[at]!.element.append(flag);
    return flag;
  });
  const last = button(text.review, () => goTo(one(review, "h3")), "co-jump-review");
  const jump = make(
    "nav",
    { class: "co-jump", "aria-label": text.questions },
    make("ol", {}, ...[...places, last].map((place) => make("li", {}, place))),
  );
  const lists = make("div");
  const kept = make("p", { class: "co-kept" });
  const review = make("section", { class: "co-before" }, make("h3", {}, text.before), lists, kept);

  function turn(id: string): void {
    const now = host.flags();
    host.flag(now.includes(id) ? now.filter((one) => one !== id) : [...now, id]);
    update();
  }

  /** A line of the review: the numbers lead to their questions. */
  function line(label: string, found: number[]): HTMLElement {
    const links = found.map((at) => button(String(at + 1), () => places[at]!.click()));
    return make("p", {}, `${label} `, ...(links.length ? links : [text.none]));
  }

  function update(): void {
    const flagged = host.flags();
    const standings = items.map((item) => item.standing());
    const where = (test: (at: number) => boolean) => items.flatMap((_, at) => (test(at) ? [at] : []));
    items.forEach(({ id }, at) => {
      const isFlagged = flagged.includes(id);
      places[at]!.dataset.standing = standings[at]!;
      places[at]!.toggleAttribute("data-flagged", isFlagged);
      places[at]!.setAttribute("aria-label", text.place(at + 1, text[standings[at]!], isFlagged));
      flags[at]!.setAttribute("aria-pressed", String(isFlagged));
    });
    lists.replaceChildren(
      line(
        text.notAnswered,
        where((at) => standings[at] === "open"),
      ),
      line(
        text.halfMade,
        where((at) => standings[at] === "half"),
      ),
      line(
        text.flagged,
        where((at) => flagged.includes(items[at]!.id)),
      ),
    );
    kept.textContent = host.saved() ? text.saved : text.pending;
  }

  update();
  return { jump, review, update };
}

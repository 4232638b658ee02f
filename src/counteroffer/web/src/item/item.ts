/** One item of a check: its buttons, its verdict and its feedback, on top of the static face. */

import {
  all,
  button,
  byData,
  copies,
  goTo,
  inView,
  make,
  onEnter,
  one,
  region,
  say,
  textOf,
  unseen,
} from "../page/dom.ts";
import { earned } from "./player.ts";
import type { Player } from "./player.ts";
import { isSome, isWhole, NOTHING } from "./points.ts";
import type { Points, Scheme } from "./points.ts";
import { mixer } from "./shuffle.ts";
import { showPicked } from "./picked.ts";
import { askSure } from "./sure.ts";
import { encode, same } from "./respond.ts";
import type { Response } from "./respond.ts";
import { itemWords } from "../words/words.ts";

/** `exam`: an answer is kept and says nothing until the whole form is handed in. */
export type Mode = "practice" | "probe" | "exam";

export interface ItemSetting {
  mode: Mode;
  /** What the order of options is drawn from; without it they stay as written. */
  seed?: string;
  /** Ask how sure the learner is, even where the item does not. */
  sure?: boolean;
}

export interface ItemHooks {
  changed(item: ItemFace): void;
  answered(item: ItemFace): void;
  again(item: ItemFace): void;
}

export interface ItemFace {
  id: string;
  element: HTMLElement;
  player: Player;
  read(): Response;
  sure(): number | undefined;
  /** The edition of the item that stands here. */
  edition: string;
  score(response: Response): Points;
  /** Show a response, as a checked answer or as one being made, and how sure the learner is so far. */
  show(response: Response | undefined, checked: boolean, sure?: number): void;
  /** Whether the item can hold this response (a record may come from an older edition). */
  holds(response: Response): boolean;
  start(): void;
  /** Put the controls in the page; the region is filled before, so a reload announces nothing. */
  mount(): void;
}

export function upgradeItem(
  element: HTMLElement,
  player: Player,
  { mode, seed, sure: asked }: ItemSetting,
  hooks: ItemHooks,
): ItemFace {
  const say_ = itemWords();
  const probe = mode === "probe";
  const id = element.dataset.item ?? "";
  if (seed && !("keepOrder" in element.dataset)) player.shuffle?.(element, mixer(`${seed} ${id}`));
  const scheme = schemeOf(element);
  const form = one<HTMLFormElement>(element, "form")!;
  // Firefox fills forms again after a reload; the record alone says what was answered.
  form.autocomplete = "off";
  const details = one<HTMLDetailsElement>(element, ".co-answer") ?? make("details", { class: "co-answer" });
  // An item that came without its key brings no feedback either.
  if (!details.isConnected) form.append(details);
  const live = region();
  const again = button(say_.again, () => hooks.again(face));
  const check = button(say_.check, answer, "co-primary");
  const revisit = make("div");
  const sure = (asked || "sure" in element.dataset) && mode !== "exam" ? askSure(id) : undefined;
  let checked = false;

  const face: ItemFace = {
    id,
    element,
    player,
    sure: () => sure?.read(),
    read: () => player.read(element),
    edition: element.dataset.edition ?? "",
    score: (response) => (scheme ? earned(player, scheme, response) : NOTHING),
    holds(response) {
      const before = player.read(element);
      player.write(element, response);
      const held = same(player.read(element), response);
      player.write(element, before);
      return held;
    },
    show(response, isChecked, level) {
      player.write(element, response);
      showPicked(element);
      sure?.write(level);
      clear();
      checked = isChecked && response !== undefined;
      again.hidden = details.hidden = !checked;
      if (sure) sure.root.hidden = checked;
      if (checked && response !== undefined) judge(response);
    },
    start() {
      const first = player.missing(element) ?? one(element, "input,select,.co-move:not([disabled])");
      goTo(first);
      if (inView(element)) return;
      // what is asked stands before what the focus goes to; shown from there, as long as the focus is seen
      element.scrollIntoView?.();
      if (first && !inView(first)) first.scrollIntoView?.({ block: "nearest" });
    },
    mount() {
      const actions = mode === "exam" ? [] : [make("div", { class: "co-actions" }, check, again)];
      details.before(...(sure ? [sure.root] : []), ...actions, live, revisit);
    },
  };

  function clear(): void {
    all(element, ".co-feedback").forEach((old) => old.remove());
    for (const place of player.places(element).values()) {
      delete place.dataset.chosen;
      delete place.dataset.verdict;
    }
    delete element.dataset.result;
    live.replaceChildren();
    revisit.replaceChildren();
    details.open = false;
  }

  function judge(response: Response): void {
    if (!scheme) return;
    const score = face.score(response);
    const result = probe ? "noted" : isWhole(score) ? "right" : isSome(score) ? "partly" : "not-yet";
    element.dataset.result = result;
    const places = player.places(element);
    const parts = player.shown(response).filter((part) => places.has(part));
    parts.forEach((part) => feedback(places.get(part)!, part, isRight(response, part)));
    say(live, make("b", { class: "co-verdict" }, verdict(result)), " ", unseen(explanation(parts, response)));
    const link = one(details, ".co-revisit");
    if (link && result !== "right") revisit.replaceChildren(...copies([link]));
  }

  function verdict(result: string): string {
    if (result === "noted") return say_.noted;
    if (player.shape === "one") return result === "right" ? say_.best : say_.notBest;
    return result === "right" ? say_.right : result === "partly" ? say_.partly : say_.notYet;
  }

  const isRight = (response: Response, part: string) =>
    Boolean(scheme && player.right(scheme, response, part));

  const isChoice = player.interaction === "choice";

  /** For those who hear the page: the reasons for what was chosen, or where they stand. */
  function explanation(parts: string[], response: Response): string {
    if (isChoice) return parts.map((part) => textOf(one(reason(part) ?? element, ".co-why"))).join(" ");
    if (probe) return say_.below;
    return say_.lines(parts.filter((part) => isRight(response, part)).length, parts.length);
  }

  const reason = (part: string) => byData(details, "option", part) ?? byData(details, "left", part);

  function feedback(place: HTMLElement, part: string, right: boolean): void {
    if (isChoice) place.dataset.chosen = "";
    const source = reason(part);
    if (!source) return;
    const box = make("div", { class: "co-feedback" }, ...copies(source.childNodes));
    one(box, ".co-for")?.remove();
    if (probe) all(box, ".co-verdict").forEach((old) => old.remove());
    else {
      place.dataset.verdict = right ? "right" : "not-yet";
      if (!isChoice) box.prepend(make("b", { class: "co-mark" }, right ? say_.right : say_.instead), " ");
    }
    place.append(box);
  }

  function edited(): void {
    showPicked(element);
    if (checked) {
      checked = false;
      again.hidden = details.hidden = true;
      if (sure) sure.root.hidden = false;
      clear();
    }
    hooks.changed(face);
  }

  function answer(): void {
    if (mode === "exam") return;
    const missing = player.missing(element);
    if (!missing) return hooks.answered(face);
    say(live, encode(face.read()) ? say_.finish : say_.choose);
    missing.focus({ preventScroll: inView(missing) });
  }

  form.addEventListener("change", edited);
  onEnter(form, answer);
  player.upgrade?.(element, (message) => {
    edited();
    if (message) say(live, message);
  });
  const summary = one(details, "summary");
  if (summary) summary.textContent = say_.feedback;
  return face;
}

/** By what the item is marked; an item that came without its key (in an examination) is marked elsewhere. */
function schemeOf({ dataset }: HTMLElement): Scheme | undefined {
  if (!dataset.key) return undefined;
  const rest = JSON.parse(dataset.scheme ?? '{"floor":[0,1]}') as Omit<Scheme, "key">;
  return { key: JSON.parse(dataset.key) as Response, ...rest };
}

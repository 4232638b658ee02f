/** The cards of a decision: opening one costs attention, and is kept; opening it again is free. */

import { all, one } from "../page/dom.ts";
import { attentionLeft, open } from "./machine.ts";
import type { Machine, State } from "./machine.ts";
import { caseWords } from "../words/words.ts";

export interface CardHooks {
  state(): State;
  opened(): void;
  refused(): void;
}

const cards = (decision: HTMLElement) => all<HTMLDetailsElement>(decision, ".co-card");
const nameOf = (card: HTMLElement) => card.dataset.card ?? "";

export function upgradeCards(decision: HTMLElement, machine: Machine, hooks: CardHooks): void {
  for (const card of cards(decision)) {
    const locked = () => "locked" in card.dataset;
    one(card, "summary")?.addEventListener("click", (event) => {
      if (!locked()) return;
      event.preventDefault();
      hooks.refused();
    });
    // Searching in the page opens a card without a click, so opening itself is what counts.
    card.addEventListener("toggle", () => {
      if (!card.open || card.closest("[hidden]")) return;
      const known = hooks.state().cards.includes(nameOf(card));
      if (!open(machine, hooks.state(), nameOf(card))) card.open = false;
      else if (!known) hooks.opened();
    });
  }
}

export function showCards(decision: HTMLElement, machine: Machine, state: State): void {
  const left = attentionLeft(machine, state);
  const text = caseWords();
  for (const card of cards(decision)) {
    const opened = state.cards.includes(nameOf(card));
    const locked = !opened && left <= 0;
    card.toggleAttribute("data-opened", opened);
    card.toggleAttribute("data-locked", locked);
    if (!opened) card.open = false;
    const summary = one(card, "summary");
    if (locked) summary?.setAttribute("aria-disabled", "true");
    else summary?.removeAttribute("aria-disabled");
  }
  const attention = one(decision, ".co-attention");
  if (attention) attention.textContent = attentionWords();

  function attentionWords(): string {
    if (left <= 0) return text.spent;
    return state.cards.length ? text.more(left) : text.attention(left);
  }
}

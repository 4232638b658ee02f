/** What a kind of item brings for its tests: a small item by hand, and ways to answer it. One `fixture.ts` in each kind's folder. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { earned } from "../item/player.ts";
import type { Player } from "../item/player.ts";
import type { Points, Scheme } from "../item/points.ts";
import type { Response } from "../item/respond.ts";
import { choose, find } from "./page.ts";

type Act = (item: HTMLElement) => void;

export interface Fixture {
  kind: string;
  /** The HTML inside the item's fieldset, as its `twin.py` writes it. */
  body: string;
  key: Response;
  /** What it is marked by besides the key. */
  scheme?: Omit<Scheme, "key">;
  /** The parts that have feedback, in the order of the static face. */
  parts: string[];
  /** What is shuffled, where anything is. */
  mixed?: string;
  /** Whether an untouched item counts as answered. */
  answeredAtFirst?: boolean;
  /** What the learner does, what that is worth, and the first words said. */
  ways: [act: Act, result: string, said: RegExp][];
}

/** `marks.json` of a kind, which Python's marking is tried on too: scheme, response, mark. */
export function tryMarks(player: Player, marks: unknown[][]): void {
  for (const [scheme, response, mark] of marks as [Scheme, Response, Points][]) {
    test(`${player.kind}: ${JSON.stringify(response)} by ${JSON.stringify(scheme)} earns ${mark.join("/")}`, () => {
      assert.deepEqual(earned(player, scheme, response), mark);
    });
  }
}

export const tick =
  (...selectors: string[]): Act =>
  (item) =>
    selectors.forEach((selector) => choose(item, selector));

export const set =
  (...values: [selector: string, value: string][]): Act =>
  (item) =>
    values.forEach(([selector, value]) => choose(item, selector, value));

export const press =
  (...selectors: string[]): Act =>
  (item) =>
    selectors.forEach((selector) => find(item, selector).click());

export const optionsHtml = (item: string, type: string, texts: string[]): string =>
  texts
    .map((text, place) => {
      const id = "abcdef"[place]!;
      return `<div class="co-option" data-option="${id}"><input type="${type}" name="${item}" value="${id}" id="${item}-${id}"><label for="${item}-${id}"><span class="co-letter">${id.toUpperCase()}</span> ${text}</label></div>`;
    })
    .join("");

/** The colours of a page: as the browser has them, light or dark. Which are shown stands at the root, for every script and the stylesheet. */

import { one } from "./dom.ts";
import { storage } from "../record/place.ts";
import { COLOURS, safely } from "../record/store.ts";

const MODES = ["auto", "light", "dark"];

const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");

/**
 * Where what the reader does is kept: a choice made without a trace is the tab's alone. Storage may be blocked
 * (private windows, some file:// pages): the choice then lasts as long as the page.
 */
const own = safely(storage);

const known = (mode: string | undefined): string => MODES.find((one) => one === mode) ?? "auto";

export const storedMode = (): string => known(own.get(COLOURS) ?? safely(() => localStorage).get(COLOURS));

/** Set the colours; it runs before the page is drawn, so that nothing flashes. */
export function paint(mode: string): void {
  root.dataset.mode = mode;
  root.dataset.theme = mode === "auto" ? (dark.matches ? "dark" : "light") : mode;
}

/** The button turns to the next mode; the browser's own colours are followed while they are asked for. */
export function upgradeColours(button: HTMLElement): void {
  const mode = () => known(root.dataset.mode);
  const name = () => {
    const label = one(button, "span");
    if (label) label.textContent = button.title = button.dataset[mode()] ?? "";
  };
  name();
  dark.addEventListener("change", () => paint(mode()));
  button.addEventListener("click", () => {
    paint(MODES[(MODES.indexOf(mode()) + 1) % MODES.length]!);
    own.set(COLOURS, mode());
    name();
  });
}

/** "How sure are you?": four answers below an item, each standing for a probability. */

import { all, make } from "../page/dom.ts";
import { sureWords } from "../words/words.ts";

export const LEVELS = [0.25, 0.5, 0.75, 0.95];

export interface Sure {
  root: HTMLElement;
  read(): number | undefined;
  write(value: number | undefined): void;
}

export function askSure(name: string): Sure {
  const text = sureWords();
  const radios = LEVELS.map((level, place) => {
    const id = `${name}-sure-${place}`;
    const input = make("input", { type: "radio", name: `${name}-sure`, value: String(level), id });
    return make("span", { class: "co-level" }, input, make("label", { for: id }, text.levels[place]));
  });
  const root = make("fieldset", { class: "co-sure" }, make("legend", {}, text.ask), ...radios);
  const inputs = () => all<HTMLInputElement>(root, "input");
  return {
    root,
    read() {
      const chosen = inputs().find((input) => input.checked);
      return chosen && Number(chosen.value);
    },
    write(value) {
      for (const input of inputs()) input.checked = Number(input.value) === value;
    },
  };
}

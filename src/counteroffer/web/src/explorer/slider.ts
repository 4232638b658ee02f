/** A slider laid over a control's radio buttons: they keep the answer, it moves from one to the next. */

import { all, make, one, textOf } from "../page/dom.ts";

/** Put the slider in the radio buttons' place; returns what makes it follow them when they were set otherwise. */
export function layOver(control: HTMLElement): () => void {
  const options = all(control, ".co-option");
  const radios = options.map((option) => one<HTMLInputElement>(option, "input")!);
  const labels = options.map((option) => textOf(one(option, "label")));
  const range = make("input", {
    type: "range",
    min: "0",
    max: String(radios.length - 1),
    step: "1",
    "aria-label": textOf(one(control, "legend")),
  });
  const value = make("span", { class: "co-value", "aria-hidden": "true" });

  function follow(): void {
    const at = Math.max(
      0,
      radios.findIndex((radio) => radio.checked),
    );
    range.value = String(at);
    value.textContent = labels[at] ?? "";
    range.setAttribute("aria-valuetext", value.textContent);
  }

  // before the form hears of it, so that it finds the radio buttons set
  range.addEventListener("input", () => {
    const radio = radios[Number(range.value)];
    if (radio) radio.checked = true;
    follow();
  });
  for (const option of options) option.hidden = true;
  control.append(make("div", { class: "co-slider" }, value, range));
  follow();
  return follow;
}

/** The calibration plot: how sure the learner was along the bottom, how often right up the side. */

import { make } from "../page/dom.ts";
import { overconfidence } from "./calibration.ts";
import type { Level } from "./calibration.ts";
import { plotWords } from "../words/words.ts";

const SIZE = 220;
const EDGE = 46;
const NS = "http://www.w3.org/2000/svg";

const along = (share: number) => EDGE + share * SIZE;
const up = (share: number) => EDGE * 0.7 + (1 - share) * SIZE;
const percent = (share: number) => `${Math.round(share * 100)} %`;

export function calibrationPlot(levels: Level[]): HTMLElement {
  const text = plotWords();
  const svg = draw("svg", { viewBox: `0 0 ${SIZE + EDGE * 1.5} ${SIZE + EDGE * 1.7}`, role: "img" });
  svg.setAttribute("aria-label", text.plot);
  svg.append(
    draw("path", { class: "co-axis", d: `M${along(0)} ${up(1)}V${up(0)}H${along(1)}` }),
    draw("path", { class: "co-ideal", d: `M${along(0)} ${up(0)}L${along(1)} ${up(1)}` }),
    ...[0, 0.5, 1].flatMap((share) => [
      label(percent(share), along(share), up(0) + 18, "middle"),
      label(percent(share), along(0) - 6, up(share) + 4, "end"),
    ]),
    label(text.said, along(0.5), up(0) + 34, "middle"),
    label(text.was, along(0.03), up(1) - 8, "start"),
    ...levels.map(({ said, was, answers }) =>
      draw("circle", {
        cx: String(along(said)),
        cy: String(up(was)),
        r: String(Math.min(12, 4 + Math.sqrt(answers))),
      }),
    ),
  );
  const rows = levels.map(({ said, was, answers }) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, percent(said)),
      make("td", {}, percent(was)),
      make("td", {}, String(answers)),
    ),
  );
  const heads = [text.said, text.was, text.answers].map((head) => make("th", { scope: "col" }, head));
  return make(
    "figure",
    { class: "co-calibration" },
    svg,
    make(
      "figcaption",
      {},
      make("p", {}, text.verdict(Math.round(overconfidence(levels) * 100))),
      make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows)),
    ),
  );
}

function draw(tag: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function label(words: string, x: number, y: number, anchor: string): SVGElement {
  const element = draw("text", { x: String(x), y: String(y), "text-anchor": anchor });
  element.textContent = words;
  return element;
}

/** The picture of the audit: two marks a row, which differ in shape as well as colour. Drawn as figures/audit.py draws it. */

import type { Row } from "./sheet.ts";
import { auditWords } from "../words/words.ts";

const WIDE = 342;
const TOP = 46;
const TALL = 26;
const NONE = 152;
const at = (step: number) => 192 + 35 * step;

export function picture(rows: Row[], scale: string[], name: string): SVGSVGElement {
  const text = auditWords();
  const end = TOP + TALL * rows.length;
  const svg = element("svg", { viewBox: `0 0 ${WIDE} ${end + 46}`, role: "img", "aria-label": name });
  const put = (...parts: SVGElement[]) => svg.append(...parts);

  put(round(6, 9, "kept"), words(15, 9, text.kept));
  put(round(96, 9, "promised"), words(105, 9, text.promised));
  put(square(214, 9), words(223, 9, text.ours));
  scale.forEach((_, step) => {
    put(line(at(step), TOP - 4, at(step), end, "grid"), words(at(step), TOP - 13, String(step), "middle"));
  });
  put(words(NONE, TOP - 19, text.unknown[0], "middle"), words(NONE, TOP - 9, text.unknown[1], "middle"));
  rows.forEach((row, place) => {
    const y = TOP + TALL * (place + 0.5);
    put(line(0, y - TALL / 2, WIDE, y - TALL / 2, "grid"));
    put(words(0, y, `${row.number} ${row.label}`, "start", row.marked ? "ink" : "muted"));
    if (row.marked) put(...marks(row, y));
    else put(words(at(2), y, text.unmarked, "middle"));
  });
  [...scale.map((said, step) => `${step}  ${said.toLowerCase()}`), `?  ${text.disputed}`].forEach(
    (said, place) =>
      put(words([0, 118, 236][place % 3]!, end + 17 + 15 * Math.floor(place / 3), said, "start", "muted")),
  );
  return svg;
}

function marks(row: Row, y: number): SVGElement[] {
  const { theirs, ours, steps } = row;
  // two marks on one step stand one above the other
  const apart = steps === 0 ? 5 : 0;
  const [x, high] = theirs === undefined ? [NONE - 6, y] : [at(theirs), y - apart];
  const drawn: SVGElement[] = [
    round(x, high, row.promised ? "promised" : "kept"),
    square(...place(ours, y + apart)),
  ];
  if (steps) drawn.unshift(line(at(theirs!), y, at(ours!), y, steps > 0 ? "behind" : "ahead"));
  if (row.disputed) drawn.push(words(x + 10, high - 6, "?", "middle", "disputed"));
  return drawn;
}

const place = (step: number | undefined, y: number): [number, number] =>
  step === undefined ? [NONE + 6, y] : [at(step), y];

function element<T extends keyof SVGElementTagNameMap>(tag: T, attributes: Record<string, string | number>) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

const round = (cx: number, cy: number, kind: string) => element("circle", { cx, cy, r: 4.5, class: kind });
const square = (x: number, y: number) =>
  element("rect", { x: x - 4.5, y: y - 4.5, width: 9, height: 9, class: "ours" });
const line = (x1: number, y1: number, x2: number, y2: number, kind: string) =>
  element("line", { x1, y1, x2, y2, class: kind });

function words(x: number, y: number, said: string, anchor = "start", kind = "muted"): SVGElement {
  const made = element("text", { x, y: y + 3.5, "text-anchor": anchor, class: kind });
  made.textContent = said;
  return made;
}

import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { calibrationPlot } from "./calibration-plot.ts";
import type { Level } from "./calibration.ts";

const numbers = (text: string) => (text.match(/-?[\d.]+/g) ?? []).map(Number);
const plot = (...levels: Level[]) => {
  const figure = calibrationPlot(levels);
  const points = [...figure.querySelectorAll("circle")].map((circle) =>
    ["cx", "cy", "r"].map((name) => Number(circle.getAttribute(name))),
  );
  const labels = [...figure.querySelectorAll("svg text")].map((one) => ({
    words: one.textContent,
    x: Number(one.getAttribute("x")),
    y: Number(one.getAttribute("y")),
    anchor: one.getAttribute("text-anchor"),
  }));
  const path = (name: string) => numbers(figure.querySelector(`path.co-${name}`)!.getAttribute("d")!);
  return { figure, points, labels, path };
};

test("who is as right as sure stands on the line, who is surer than right below it and to the right", () => {
  const level = (said: number, was: number) => ({ said, was, answers: 4 });
  const { points, path } = plot(level(0, 0), level(1, 1), level(0.5, 0.5), level(0.75, 0.25));
  const [x0, y0, x1, y1] = path("ideal") as [number, number, number, number];
  assert.deepEqual(points[0]!.slice(0, 2), [x0, y0]);
  assert.deepEqual(points[1]!.slice(0, 2), [x1, y1]);
  assert.ok(x1 > x0 && y1 < y0, "up the side is up");
  assert.deepEqual(points[2]!.slice(0, 2), [(x0 + x1) / 2, (y0 + y1) / 2]);
  assert.deepEqual(points[3]!.slice(0, 2), [x0 + (x1 - x0) * 0.75, y0 + (y1 - y0) * 0.25]);
  assert.deepEqual(path("axis"), [x0, y1, y0, x1], "the axes meet where both are nothing");
});

test("a mark at each half of an axis stands where it says, and everything lies within the picture", () => {
  const halves = [0, 0.5, 1].map((share) => ({ said: share, was: share, answers: 1 }));
  const { figure, points, labels } = plot(...halves);
  const below = labels.filter(({ anchor, words }) => anchor === "middle" && words!.includes("%"));
  const beside = labels.filter(({ anchor }) => anchor === "end");
  for (const [place, words] of ["0 %", "50 %", "100 %"].entries()) {
    const [x, y] = points[place]!;
    assert.deepEqual([below[place]!.words, below[place]!.x], [words, x]);
    assert.equal(beside[place]!.words, words);
    assert.ok(Math.abs(beside[place]!.y - y!) < 6, "a few pixels lower, so that its middle is level");
  }
  assert.ok(beside.every(({ x }) => x < points[0]![0]!));
  assert.ok(below.every(({ y }) => y > points[0]![1]!));
  const [, , width, height] = numbers(figure.querySelector("svg")!.getAttribute("viewBox")!);
  for (const { x, y } of labels) assert.ok(x > 0 && x < width! && y > 0 && y < height!);
  const said = labels.find(({ words }) => words === "You were sure")!;
  assert.ok(said.y > below[0]!.y, "under the marks of its axis");
  assert.equal(said.x, points[1]![0]);
  const was = labels.find(({ words }) => words === "You were right")!;
  assert.ok(was.y < points[2]![1]!, "above its axis");
  assert.equal(was.anchor, "start");
});

test("a point grows with the answers behind it, up to a size", () => {
  const radius = (answers: number) => plot({ said: 0.5, was: 0.5, answers }).points[0]![2]!;
  assert.deepEqual([radius(1), radius(9), radius(64), radius(400)], [5, 7, 12, 12]);
});

test("the numbers stand in a table, whose heads are said, and the picture has a name", () => {
  const { figure } = plot({ said: 0.25, was: 0.5, answers: 1 }, { said: 0.95, was: 0.5, answers: 2 });
  const svg = figure.querySelector("svg")!;
  assert.equal(svg.getAttribute("role"), "img");
  assert.match(svg.getAttribute("aria-label")!, /^Calibration:/);
  const cells = (row: Element) => Array.from(row.children, ({ textContent }) => textContent);
  assert.deepEqual(Array.from(figure.querySelectorAll("tr"), cells), [
    ["You were sure", "You were right", "Answers"],
    ["25 %", "50 %", "1"],
    ["95 %", "50 %", "2"],
  ]);
  const scopes = Array.from(figure.querySelectorAll("th"), (head) => head.getAttribute("scope"));
  assert.deepEqual(scopes, ["col", "col", "col", "row", "row"]);
  assert.match(figure.querySelector("p")!.textContent!, /surer than right, by 22 points/);
});

import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { cards, dateOf, dayOf, dueItems, INTERVALS } from "./leitner.ts";
import { times } from "../record/marks.ts";
import type { Mark } from "../record/marks.ts";
import { held } from "../record/held.ts";
import type { Statement } from "../record/statements.ts";
import { mark, noon } from "../testing/marks.ts";

const day = (number: number) => dayOf(noon(number));

/** Every item of this test serves the objective that its first letter names. */
const serves = (item: string) => [`CO${item.charCodeAt(0) - 96}.a`];

test("Leitner: right goes up a box, nearly right stays, anything else back to the first, due after the box's interval", () => {
  const card = (...scores: number[]) =>
    cards(
      scores.map((score, at) => mark("a1", score, at)),
      day(99),
      serves,
    )[0]!;
  assert.deepEqual(
    [[1], [1, 1], [1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1]].map(
      (scores) => card(...scores).box,
    ),
    [1, 2, 3, 4, 5, 5],
  );
  assert.equal(card(1, 1, 1, 0.6).box, 1);
  assert.equal(card(1, 1, 1, 2 / 3).box, 3, "one swapped pair is not a failure");
  assert.equal(card(1, 1, 2 / 3).due, day(2) + INTERVALS[1]!, "and the interval begins anew");
  assert.equal(card(2 / 3).box, 1);
  assert.equal(card(1, 1).due, day(1) + INTERVALS[1]!);
});

test("another item of the same objective moves its box too", () => {
  const [card] = cards([mark("a1", 1, 0), mark("a2", 1, 1)], day(1), serves);
  assert.deepEqual(card, { objective: "CO1.a", box: 2, due: day(4), last: "a2" });
});

test("r17: one step of the box a day at most, due by calendar day", () => {
  const of = (marks: Mark[], today: number) => cards(marks, day(today), serves)[0]!;
  const five = Array.from({ length: 5 }, () => mark("a1", 1, 0));
  assert.deepEqual([of(five, 0).box, of(five, 0).due], [1, day(1)]);
  assert.equal(of([...five, mark("a1", 1, 1)], 1).box, 2);
  assert.equal(of([mark("a1", 1, 0), mark("a1", 1, 1), mark("a1", 0, 1), mark("a1", 1, 1)], 1).box, 1);
  const late = { ...mark("a1", 1, 0), at: new Date(2026, 0, 1, 23, 59).getTime() };
  assert.equal(of([late], 0).due, dayOf(new Date(2026, 0, 2, 0, 1).getTime()), "tomorrow, not in 24 hours");
});

test("r10: an answer from a clock that ran ahead is due now, and one that the log puts right is due in time", () => {
  const ahead = cards([mark("a1", 1, 2000)], day(3), serves);
  assert.equal(ahead[0]!.due, day(3));
  const at = (seq: number, year: number) =>
    ({
      ...statement(seq),
      timestamp: new Date(Date.UTC(year, 0, 5, 12, seq)).toISOString(),
    }) as unknown as Statement;
  const times_ = times([at(1, 2031), at(2, 2026), at(3, 2027)]);
  assert.deepEqual(
    times_.map((time) => new Date(time).getUTCFullYear()),
    [2026, 2026, 2027],
  );
});

const statement = (seq: number) => ({
  context: { extensions: { "urn:counteroffer:log": { device: "x", seq, edition: "" } } },
});

test("five from last week: what is due, weakest first, another item than the last, outcomes mixed", () => {
  const past = [
    mark("a1", 1, 0),
    mark("a1", 1, 1),
    mark("b1", 1, 1),
    mark("b2", 0, 2),
    mark("c1", 1, 3),
    mark("d1", 1, 5),
  ];
  const stock = ["a1", "a2", "a3", "b1", "b2", "c1", "d1", "d2"];
  const of = (objective: string) => stock.filter((item) => serves(item).includes(objective));
  const draw = (today: number, number: number) =>
    dueItems(cards(past, day(today), serves), day(today), number, of, past);
  assert.deepEqual(draw(5, 5), ["b1", "c1", "a2"], "b2 was last, a2 was never asked, c has one item alone");
  assert.deepEqual(draw(5, 2), ["b1", "c1"]);
  assert.deepEqual(dueItems(cards(past.slice(0, 2), day(3), serves), day(3), 5, of, past), []);
  const twice = (item: string) => (item === "c1" ? ["CO1.b"] : serves(item));
  const mixed = cards([mark("a1", 0, 0), mark("c1", 0, 0), mark("b1", 0, 1)], day(9), twice);
  const three = dueItems(
    mixed,
    day(9),
    3,
    (objective) => stock.filter((item) => twice(item).includes(objective)),
    [],
  );
  assert.deepEqual(three, ["a2", "b2", "c1"], "not twice the same outcome running, and nothing twice");
});

test("what held: answers a week or more after the one before on the same objective", () => {
  const past = [
    mark("a1", 1, 0),
    mark("b1", 1, 0),
    mark("a2", 0, 6),
    mark("a1", 1, 13),
    mark("a3", 0.5, 20),
    mark("b1", 1, 3),
  ];
  assert.deepEqual([...held(past, serves)], [["CO1.a", { answers: 2, score: [3, 4] }]]);
});

test("a day is shown as its date, and each midnight is another day", () => {
  for (const day of [dayOf(noon(0)), dayOf(noon(60)), dayOf(noon(200))]) {
    assert.equal(dayOf(dateOf(day).getTime()), day);
    assert.equal(dateOf(day).getHours(), 12);
  }
  const at = (...time: [number, number, number, number, number]) => dayOf(new Date(...time).getTime());
  assert.equal(at(2026, 0, 2, 0, 0), at(2026, 0, 1, 23, 59) + 1);
  assert.equal(at(2026, 2, 1, 12, 0), at(2026, 1, 28, 12, 0) + 1);
});

test("nothing is due before its day, everything is on it, and no more comes than was asked for", () => {
  const past = [mark("a1", 1, 0), mark("b1", 1, 0)];
  const all = cards(past, day(0), serves);
  const of = (objective: string) => (objective === "CO1.a" ? ["a1", "a2"] : []);
  assert.deepEqual(dueItems(all, day(0), 5, of, past), []);
  assert.deepEqual(dueItems(all, day(1), 5, of, past), ["a2"], "an objective without items is passed over");
  assert.deepEqual(dueItems(all, day(1), 0, of, past), []);
});

test("of an objective's other items the one comes whose answer lies farthest back", () => {
  const past = [mark("a2", 1, 0), mark("a3", 1, 1), mark("a1", 0, 2)];
  const draw = (...items: string[]) => dueItems(cards(past, day(9), serves), day(9), 1, () => items, past);
  assert.deepEqual(draw("a1", "a3", "a2"), ["a2"]);
  assert.deepEqual(draw("a1", "a3"), ["a3"]);
  assert.deepEqual(draw("a1"), ["a1"], "the last one where there is no other");
  assert.deepEqual(draw("a3", "a4", "a2"), ["a4"], "one that was never asked before all");
});

test("lowest box first, then what is due longest", () => {
  const past = [mark("a1", 1, 0), mark("a1", 1, 1), mark("b1", 1, 3), mark("c1", 1, 2)];
  const draw = dueItems(cards(past, day(9), serves), day(9), 3, (objective) => [objective], past);
  assert.deepEqual(draw, ["CO3.a", "CO2.a", "CO1.a"]);
});

test("an item that serves two objectives comes once", () => {
  const past = [mark("a1", 0, 0), mark("b1", 0, 0)];
  const both = (objective: string) => (objective === "CO1.a" ? ["a1", "ab"] : ["ab"]);
  assert.deepEqual(dueItems(cards(past, day(1), serves), day(1), 5, both, past), ["ab"]);
});

import { memoryStore } from "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { TestContext } from "node:test";
import { openRecord } from "./device.ts";
import { ids } from "./statements.ts";
import { stopwatch } from "./stopwatch.ts";

const DRAFT = `${ids.exam("practice")}:seconds`;
const DAY = 24 * 60 * 60;

/** A watch beside a clock that the test moves, and a page that it hides. */
function watch(context: TestContext) {
  let now = 1_000;
  context.mock.timers.enable({ apis: ["setInterval"] });
  context.mock.method(performance, "now", () => now);
  const store = memoryStore();
  const record = openRecord(() => store);
  const clock = stopwatch(record, DRAFT);
  let ticks = 0;
  const warned: number[] = [];
  const run = (limit = 60) =>
    clock.run(
      () => (ticks += 1),
      (minutes) => warned.push(minutes),
      limit,
    );
  function see(state: "visible" | "hidden"): void {
    Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }
  function pass(seconds: number): void {
    now += seconds * 1000;
    context.mock.timers.tick(1000);
  }
  see("visible");
  context.after(() => (clock.stop(), see("visible")));
  return { clock, record, run, see, pass, ticks: () => ticks, warned };
}

test("time passes while the page is seen, and stands while it is hidden", (context) => {
  const { clock, run, see, pass, record } = watch(context);
  assert.equal(clock.seconds(), 0);
  pass(5);
  assert.equal(clock.seconds(), 0, "nothing runs before it is begun");
  run();
  pass(10);
  assert.equal(clock.seconds(), 10);
  see("hidden");
  assert.equal(record.draft(DRAFT), 10, "kept, for a page that is hidden may never be seen again");
  pass(300);
  assert.equal(clock.seconds(), 10);
  see("visible");
  see("visible");
  pass(7);
  assert.equal(clock.seconds(), 17);
});

test("a page that begins hidden counts from when it is seen", (context) => {
  const { clock, run, see, pass } = watch(context);
  see("hidden");
  run();
  pass(30);
  assert.equal(clock.seconds(), 0);
  see("visible");
  pass(4);
  assert.equal(clock.seconds(), 4);
});

test("it goes on from what was kept, is kept as the page goes, and is a day at most", (context) => {
  const { clock, run, pass, record } = watch(context);
  record.save([], { [DRAFT]: 100 });
  run();
  pass(20.4);
  dispatchEvent(new Event("pagehide"));
  assert.equal(record.draft(DRAFT), 120);
  record.save([], { [DRAFT]: 2 * DAY });
  run();
  assert.equal(clock.seconds(), DAY);
  pass(10);
  assert.equal(clock.seconds(), DAY);
});

test("stopped, it stands, and what was shown or hidden later changes nothing", (context) => {
  const { clock, run, see, pass, record, ticks } = watch(context);
  run();
  pass(3);
  clock.stop();
  const before = ticks();
  pass(50);
  see("hidden");
  see("visible");
  dispatchEvent(new Event("pagehide"));
  pass(50);
  assert.equal(clock.seconds(), 3);
  assert.equal(ticks(), before);
  assert.equal(record.draft(DRAFT), undefined);
});

test("it warns once at ten and at five minutes, and when time is over", (context) => {
  const { run, pass, warned, ticks } = watch(context);
  run(12);
  pass(119);
  assert.deepEqual(warned, []);
  pass(1);
  assert.deepEqual(warned, [10]);
  pass(299);
  assert.deepEqual(warned, [10]);
  pass(1);
  pass(1);
  assert.deepEqual(warned, [10, 5]);
  pass(300);
  pass(1);
  assert.deepEqual(warned, [10, 5, 0]);
  assert.equal(ticks(), 7);
});

test("a limit of eight minutes is not warned of at ten", (context) => {
  const { run, pass, warned } = watch(context);
  run(8);
  pass(200);
  assert.deepEqual(warned, [5]);
});

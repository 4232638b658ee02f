/** The record and the way out where engines differ: rows of what was found by playing the course, each in its smallest form. */

import assert from "node:assert/strict";
import { press, until } from "./tab.ts";
import type { Tab } from "./tab.ts";
import {
  CASE,
  EXAM,
  MAP,
  NOTHING,
  PROGRESS,
  SINGLE,
  UNIT,
  WELCOME,
  agree,
  answer,
  back,
  exported,
  leftBehind,
  open,
} from "./acts.ts";
import type { Place, Walks } from "./acts.ts";

const NOTE = ".co-note-box textarea";
const CHOSEN = ".co-controls [data-control] input";

async function write(tab: Tab, words: string): Promise<void> {
  await tab.run(`document.querySelector(".co-note-box").open = true`);
  await tab.type(NOTE, words);
}

const stored = (tab: Tab) =>
  tab.run<string>(
    'return JSON.stringify(Object.entries(localStorage).filter(([key]) => key.startsWith("counteroffer:")))',
  );

async function wipe(tab: Tab): Promise<void> {
  await press(tab, "Wipe");
  await agree(tab);
  await until(
    tab,
    "an empty record",
    'return /Nothing is recorded yet/.test(document.querySelector(".co-record").textContent)',
  );
}

/** Give a file to My progress. */
const takeIn = (tab: Tab, file: string) =>
  tab.run(
    `const input = document.querySelector(".co-record input[type=file]");
     const given = new DataTransfer();
     given.items.add(new File([${JSON.stringify(file)}], "record.json", { type: "application/json" }));
     input.files = given.files;
     input.dispatchEvent(new Event("change", { bubbles: true }));`,
  );

const offered = (label: string) =>
  `return [...document.querySelectorAll("button")].some(one => one.textContent === ${JSON.stringify(label)})`;

const EMPTY = `return document.querySelectorAll(".co-item[data-result]").length === 0
  && document.querySelector("${NOTE}").value === ""`;

async function drawForm(tab: Tab): Promise<void> {
  await press(tab, "Draw a form and begin");
  await until(tab, "a form", 'return document.querySelectorAll(".co-exam .co-item").length === 40');
}

/** Choose an option of an item by its place. */
async function choose(tab: Tab, item: string, place: number): Promise<void> {
  const id = await tab.run<string>(
    `const input = document.querySelectorAll('${item} input')[${place}];
     input.scrollIntoView({block: "center"});
     return input.id;`,
  );
  await tab.click(`label[for="${id}"]`);
  await until(tab, "a choice", `return document.getElementById(${JSON.stringify(id)}).checked`);
}

/** Leave by the way out, then go back and forth in the tab: the bland page each time, loaded anew. */
async function leaveForGood(place: Place): Promise<void> {
  const { tab } = place;
  await open(place, tab, "chapters/index.html");
  await open(place, tab, CASE);
  await open(place, tab, UNIT);
  await tab.click(".co-exit");
  await until(tab, "the bland page", 'return location.pathname.endsWith("/measures.html")');
  for (const [step, way] of ["back()", "back()", "forward()"].entries()) {
    await tab.run(`window.step = ${step}; setTimeout(() => history.${way});`);
    await until(
      tab,
      `the bland page anew after ${way}`,
      `return window.step !== ${step} && location.pathname.endsWith("/measures.html") && document.readyState === "complete"`,
    );
  }
  assert.doesNotMatch(
    await tab.run<string>("return document.title + document.body.innerText"),
    /counteroffer|islamic/i,
  );
}

/** Open a unit in a tab that was left; not by the driver, which still waits for the pages that were replaced. */
async function openAnew({ page, tab }: Place): Promise<void> {
  await tab.run(`setTimeout(() => location.assign(${JSON.stringify(page(UNIT))}));`);
  await until(
    tab,
    "the course opened anew",
    `return location.pathname.endsWith(${JSON.stringify(UNIT)}) && document.querySelector("h1")?.getClientRects().length === 1`,
  );
}

export const records: Walks = {
  async "r01 a page that comes back after a wipe is empty"(place) {
    const { tab } = place;
    await open(place, tab, UNIT);
    await answer(tab);
    await write(tab, "Only for me");
    await open(place, tab, PROGRESS);
    await wipe(tab);
    await back(tab, UNIT);
    await until(tab, "an empty page", EMPTY);
    await answer(tab);
    const kept = await stored(tab);
    assert.equal(kept.split("verbs/answered").length, 2);
    assert.doesNotMatch(kept, /Only for me|verbs\/completed/);
  },

  // Firefox would bring a page back that knows nothing of the switch
  async "reading without a trace holds on the pages before it"(place) {
    const { tab } = place;
    await open(place, tab, UNIT);
    await open(place, tab, WELCOME);
    await press(tab, "Read without a trace");
    await until(tab, "the switch", offered("Keep a record again"));
    await back(tab, UNIT);
    await until(
      tab,
      "what is said of it",
      'return /without a trace/.test(document.querySelector(".co-unkept")?.textContent)',
    );
    await answer(tab);
    assert.equal(await leftBehind(tab), NOTHING);
    await open(place, tab, PROGRESS);
    await until(
      tab,
      "what was done, as long as the tab is open",
      'return /answered 1 of/.test(document.querySelector(".co-record").textContent)',
    );
    await tab.click(".co-exit");
    await until(tab, "the bland page", 'return location.pathname.endsWith("/measures.html")');
    assert.equal(await leftBehind(tab), NOTHING);
  },

  async "r02 a wipe empties every open page"(place) {
    const { tab } = place;
    await open(place, tab, UNIT);
    await answer(tab);
    await write(tab, "Only for me");
    const exam = await place.another();
    await open(place, exam, EXAM);
    await drawForm(exam);
    const third = await place.another();
    await open(place, third, PROGRESS);
    await wipe(third);
    await until(tab, "an empty page", EMPTY);
    await until(
      exam,
      "an examination not begun",
      'return [...document.querySelectorAll(".co-exam button")].some(one => one.textContent === "Draw a form and begin")',
    );
    await write(tab, "x");
    assert.doesNotMatch(await stored(tab), /Only for me|exam/);
  },

  async "r09 an older file changes nothing that is newer"(place) {
    const { tab } = place;
    await open(place, tab, EXAM);
    await drawForm(tab);
    await choose(tab, `.co-exam ${SINGLE}`, 0);
    await open(place, tab, UNIT);
    await choose(tab, SINGLE, 0);
    await open(place, tab, PROGRESS);
    const old = await exported(tab);
    await open(place, tab, UNIT);
    await choose(tab, SINGLE, 1);
    await open(place, tab, EXAM);
    await press(tab, "Hand in");
    await agree(tab);
    await open(place, tab, PROGRESS);
    await takeIn(tab, old);
    await until(
      tab,
      "what was taken in",
      'return /Taken in: 0 new/.test(document.querySelector(".co-record").textContent)',
    );
    await open(place, tab, UNIT);
    assert.equal(await tab.run(`return document.querySelectorAll('${SINGLE} input')[1].checked`), true);
    await open(place, tab, EXAM);
    await press(tab, "Draw another form");
    await until(
      tab,
      "a blank form",
      'return /^\\s*0 of 40 answered/.test(document.querySelector(".co-exam-bar").textContent)',
    );
  },

  async "r20 the record decides over what a browser fills in again"(place) {
    const { tab } = place;
    await open(place, tab, MAP);
    await choose(tab, ".co-controls [data-control]", 1);
    const shown =
      "return [...document.querySelectorAll('[data-co=explorer] figcaption, .co-seeing')].map(one => one.textContent).join()";
    const before = await tab.run(shown);
    await tab.run(`document.querySelector("${CHOSEN}").checked = true`);
    await tab.reload();
    await until(tab, "the script", 'return document.documentElement.classList.contains("co-js")');
    await until(tab, "the setting of the record", `return document.querySelectorAll("${CHOSEN}")[1].checked`);
    assert.equal(await tab.run(shown), before);
  },
};

/** From a folder: in Firefox each page has a storage of its own. */
export const folder: Walks = {
  async "reading without a trace is not offered where it would hold for one page alone"(place) {
    const { tab } = place;
    for (const [page, where] of [
      [WELCOME, ".co-trace"],
      [PROGRESS, ".co-record"],
    ] as const) {
      await open(place, tab, page);
      await until(
        tab,
        `why not, on ${page}`,
        `return /would hold for one page alone/.test(document.querySelector("${where}").textContent)`,
      );
      assert.equal(await tab.run(offered("Read without a trace")), false);
    }
  },

  async "r12 each page says that it keeps its own record"(place) {
    const { tab } = place;
    const told = (words: string) =>
      `return document.querySelector(".co-unkept").textContent.includes("${words}")`;
    await open(place, tab, UNIT);
    await until(
      tab,
      "the truth on the unit's page",
      told("keeps what you do on this page for this page alone"),
    );
    assert.equal(await tab.run('return document.querySelectorAll("iframe").length'), 0);
    assert.equal(await leftBehind(tab), NOTHING, "what was put down to find out is taken up again");
    await answer(tab);
    await tab.reload();
    await until(
      tab,
      "what was kept for this page",
      `return document.querySelector('${SINGLE}').dataset.result === "right"`,
    );
    const file = await exported(tab);
    await open(place, tab, PROGRESS);
    const said = 'return document.querySelector(".co-record").textContent';
    await until(tab, "the way to a record", `${said}.includes("Open the folder in another browser")`);
    assert.doesNotMatch(await tab.run<string>(said), /Your record is kept in this browser|answered 1 of/);
    await takeIn(tab, file);
    await until(tab, "what the unit's page had kept", `${said}.includes("answered 1 of")`);
    await open(place, tab, CASE);
    await until(tab, "the truth on the case's page", told("for this page alone"));
  },

  async "the way out of a folder leaves nothing to go back to"(place) {
    const { tab } = place;
    await leaveForGood(place);
    assert.equal(await leftBehind(tab), NOTHING, "the page that was gone back to took the mark away");
    await openAnew(place);
    assert.equal(await tab.run("return document.cookie"), "");
  },
};

/** Where the browser refuses to keep anything, for the tab too. */
export const refusing: Walks = {
  async "the way out holds where nothing is kept"(place) {
    await leaveForGood(place);
    await openAnew(place);
    // the way that everybody goes through the course is open again
    await open(place, place.tab, CASE);
    await back(place.tab, UNIT);
    assert.equal(await place.tab.run("return window.name"), "");
  },
};

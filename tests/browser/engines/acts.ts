/** What the walks do, by name, and the pages they do it on. */

import { press, until } from "./tab.ts";
import type { Tab } from "./tab.ts";

export interface Place {
  /** The address of a page of the book. */
  page(path: string): string;
  tab: Tab;
  another(): Promise<Tab>;
}

export type Walks = Record<string, (place: Place) => Promise<void>>;

export const UNIT = "chapters/part-1/two-offers.html";
export const WELCOME = "chapters/part-0/welcome.html";
export const CASE = "exercises/the-camp-empties.html";
export const EXAM = "chapters/practice/examination.html";
export const MAP = "exercises/phase-map.html";
export const PROGRESS = "chapters/reference/my-progress.html";
export const SINGLE = '.co-item[data-kind="single"]';
const READY = 'return document.documentElement.classList.contains("co-js")';

/** Open a page and wait until its script has upgraded it. */
export async function open({ page }: Place, tab: Tab, path: string): Promise<void> {
  await tab.goto(page(path));
  await until(tab, "the script", READY);
}

/** Choose the keyed option of the unit's first single item, and check it. */
export async function answer(tab: Tab): Promise<void> {
  const id = await tab.run<string>(
    `const item = document.querySelector('${SINGLE}');
     const key = JSON.parse(item.dataset.key);
     const input = [...item.querySelectorAll("input")].find(one => one.value === key);
     input.scrollIntoView({block: "center"});
     return input.id;`,
  );
  await tab.click(`label[for="${id}"]`);
  await press(tab, "Check answer", SINGLE);
  await until(tab, "a verdict", `return document.querySelector('${SINGLE}').dataset.result === "right"`);
}

/** Say yes to the question that comes. */
export async function agree(tab: Tab): Promise<void> {
  await until(tab, "the question", 'return Boolean(document.querySelector(".co-ask .co-agree"))');
  await tab.click(".co-ask .co-agree");
  await until(tab, "the end of the question", 'return !document.querySelector(".co-ask")');
}

/** The file that *Export* gives, from My progress. */
export async function exported(tab: Tab): Promise<string> {
  await tab.run(
    `const make = URL.createObjectURL;
     URL.createObjectURL = blob => { blob.text().then(text => { window.exported = text; }); return make.call(URL, blob); };`,
  );
  await press(tab, "Export (JSON)");
  await until(tab, "the exported file", "return Boolean(window.exported)");
  return tab.run<string>("return window.exported");
}

/** All that the browser keeps for the site beyond its tabs, whoever put it there. */
export const leftBehind = (tab: Tab): Promise<string> =>
  tab.run<string>("return JSON.stringify([{ ...localStorage }, document.cookie])");

export const NOTHING = JSON.stringify([{}, ""]);

/** Go back, not by the driver, which waits for a page to load that may come whole. */
export async function back(tab: Tab, path: string): Promise<void> {
  await tab.run("setTimeout(() => history.back());");
  await until(tab, `going back to ${path}`, `return location.pathname.endsWith(${JSON.stringify(path)})`);
}

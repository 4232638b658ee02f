/** Practice items, loaded when they are drawn: a classic script for each check, so that it works from a folder too. */

import { addressOf } from "../page/course.ts";
import { make, one } from "../page/dom.ts";
import { bank } from "./bank.ts";

interface Loaded {
  scenario: string;
  items: Record<string, string>;
}

declare global {
  interface Window {
    counterofferBank?: (check: string, scenario: string, items: Record<string, string>) => void;
  }
}

const loaded = new Map<string, Loaded>();

function load(check: string): Promise<void> {
  if (loaded.has(check)) return Promise.resolve();
  window.counterofferBank = (name, scenario, items) => loaded.set(name, { scenario, items });
  return new Promise((resolve, reject) => {
    const script = make("script", { src: addressOf(`bank/${check}.js`).href });
    const done = () => {
      script.remove();
      if (loaded.has(check)) resolve();
      else reject(new Error(check));
    };
    script.addEventListener("load", done);
    script.addEventListener("error", done);
    document.head.append(script);
  });
}

/** The items as list entries, in order; the first item of a set carries their situation. Items that are gone are left out. */
export async function drawnItems(ids: string[]): Promise<HTMLElement[]> {
  const { items, checks } = bank();
  const known = ids.filter((id) => items[id]);
  await Promise.all([...new Set(known.map((id) => items[id]!.check))].map(load));
  const told = new Set<string>();
  return known.flatMap((id) => {
    const { check } = items[id]!;
    const { scenario = "", items: texts = {} } = loaded.get(check) ?? {};
    const template = document.createElement("template");
    template.innerHTML = texts[id] ?? "";
    const entry = one(template.content, ".co-item");
    if (entry && checks[check]?.set && !told.has(check)) {
      told.add(check);
      one(entry, "form")?.insertAdjacentHTML("afterbegin", scenario);
    }
    return entry ? [entry] : [];
  });
}

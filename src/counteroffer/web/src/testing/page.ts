/** What tests share: a small page for Node, and stores that misbehave. */

import { Window } from "happy-dom";
import type { Storing } from "../record/store.ts";

const window = new Window({ url: "http://localhost/book/page.html" });
const globals = [
  "document",
  "location",
  "Event",
  "CustomEvent",
  "KeyboardEvent",
  "MouseEvent",
  "FormData",
  "localStorage",
  "sessionStorage",
  "addEventListener",
  "removeEventListener",
  "dispatchEvent",
] as const;
for (const name of globals) {
  const value: unknown = Reflect.get(window, name);
  const own: unknown = typeof value === "function" && /^[a-z]/.test(name) ? value.bind(window) : value;
  Object.defineProperty(globalThis, name, { value: own, configurable: true, writable: true });
}
Object.defineProperty(globalThis, "window", { value: window, configurable: true });

// What the page before listened to at its window: a page that is gone hears nothing more. Before there is one, scripts begin that outlive it.
let heard: Parameters<typeof removeEventListener>[] | undefined;
const listen = globalThis.addEventListener;
globalThis.addEventListener = (...told: Parameters<typeof listen>) => {
  heard?.push([told[0], told[1]]);
  listen(...told);
};

export function page(html: string): HTMLElement {
  for (const told of heard ?? []) removeEventListener(...told);
  heard = [];
  document.body.innerHTML = html;
  return document.body.firstElementChild as HTMLElement;
}

/** A store as a browser has it; `fail` makes it refuse to write, as when full. */
export function memoryStore(): Storing & { fail: boolean; all: Map<string, string> } {
  const all = new Map<string, string>();
  const store = {
    fail: false,
    all,
    getItem: (key: string) => all.get(key) ?? null,
    setItem(key: string, value: string) {
      if (store.fail) throw new Error("QuotaExceededError");
      all.set(key, value);
    },
    removeItem: (key: string) => void all.delete(key),
    key: (place: number) => [...all.keys()][place] ?? null,
    get length() {
      return all.size;
    },
  };
  return store;
}

export const find = <E extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): E => {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`Nothing matches ${selector}.`);
  return found;
};

export const press = (root: ParentNode, label: string): HTMLButtonElement => {
  const found = Array.from(root.querySelectorAll("button")).find(
    (button) => button.textContent?.startsWith(label) && !button.closest("[hidden]"),
  );
  if (!found) throw new Error(`There is no button "${label}" to press.`);
  found.focus();
  found.click();
  return found;
};

export function choose(root: ParentNode, selector: string, value?: string): void {
  const control = find<HTMLInputElement>(root, selector);
  if (value === undefined) control.checked = !control.checked || control.type === "radio";
  else control.value = value;
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

export const status = (root: ParentNode): string => find(root, "[role=status]").textContent ?? "";

/** Press a button of the question that stands open. */
export const reply = (label: string): HTMLButtonElement => press(find(document, "dialog.co-ask"), label);

/** What a page hands to the browser as files: the links that it clicks itself, which then lead nowhere, and what stands behind them. */
export function handedOver(): { name: string; file: Blob }[] {
  const files: Blob[] = [];
  const found: { name: string; file: Blob }[] = [];
  URL.createObjectURL = (file) => `blob:${files.push(file as Blob)}`;
  const links = Object.getPrototypeOf(document.createElement("a")) as HTMLAnchorElement;
  links.click = function (this: HTMLAnchorElement) {
    found.push({ name: this.download, file: files[Number(this.href.replace("blob:", "")) - 1]! });
  };
  return found;
}

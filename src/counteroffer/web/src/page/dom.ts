/** Small helpers over the DOM; no idea of items, cases or records. */

type Child = Node | string | undefined;

export const all = <E extends Element = HTMLElement>(root: ParentNode, selector: string): E[] =>
  Array.from(root.querySelectorAll<E>(selector));

export const one = <E extends Element = HTMLElement>(root: ParentNode, selector: string): E | undefined =>
  root.querySelector<E>(selector) ?? undefined;

/** The first element for which `data-<name>` has this value (values need no escaping this way). */
export const byData = (root: ParentNode, name: string, value: string): HTMLElement | undefined =>
  all(root, `[data-${name}]`).find((element) => element.dataset[name] === value);

export function make<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

export const unseen = (text: string): HTMLElement => make("span", { class: "co-vh" }, text);

export function button(label: string, act: () => void, style = ""): HTMLButtonElement {
  const element = make("button", { type: "button", class: `co-button ${style}`.trim() }, label);
  element.addEventListener("click", act);
  return element;
}

/**
 * Enter in a field acts, as a submit button would have it; there is none, since a frame without `allow-forms` sends
 * no form. A key that is held acts once.
 */
export function onEnter(form: HTMLElement, act: () => void): void {
  form.addEventListener("keydown", ({ key, repeat, target }) => {
    if (key === "Enter" && !repeat && (target as Element).matches("input")) act();
  });
}

/** A live region: it must stand in the page, empty, before it says anything. */
export function region(style = "co-status"): HTMLParagraphElement {
  watchActs();
  return make("p", { class: style, role: "status" });
}

/** Say it even when the same words stand there already: a changed ending makes it news. */
export function say(live: HTMLElement, ...content: Child[]): void {
  const before = live.textContent;
  live.replaceChildren(...content.filter((part) => part !== undefined));
  if (before && before === live.textContent) live.append("\u00a0");
  bringIntoView(live);
}

let acting = false;
let watching = false;

/** Notice when a learner acts: only what answers an act may move the page, never a reload or another tab. */
function watchActs(): void {
  if (watching) return;
  watching = true;
  const act = () => {
    acting = true;
    setTimeout(() => (acting = false));
  };
  for (const kind of ["click", "keydown", "change", "toggle"]) addEventListener(kind, act, { capture: true });
}

/** Say what an act has led to, however long that took: it is brought into view as what is said at once. */
export function sayAtLast(live: HTMLElement, ...content: Child[]): void {
  acting = true;
  say(live, ...content);
  acting = false;
}

/** Show what was said, as little of the page moved as can be, and the focus left where it is. */
function bringIntoView(live: HTMLElement): void {
  if (!acting || !live.isConnected || !live.textContent) return;
  // after whoever speaks has moved the focus, which scrolls by itself
  queueMicrotask(() => live.scrollIntoView?.({ block: "nearest" }));
}

/** Move focus to something that is not a control, once the learner has asked to go on. */
export function goTo(element: HTMLElement | undefined): void {
  if (!element) return;
  if (!element.matches("a,button,input,select,summary")) element.tabIndex = -1;
  element.focus();
}

/** Move focus to the question in `part`, and show the part from its start: what the question is about stands before it. */
export function goToQuestion(part: HTMLElement | undefined): void {
  if (!part) return;
  goTo(one(part, "legend"));
  part.scrollIntoView?.();
}

/** Whether all of an element lies within the window. */
export function inView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= document.documentElement.clientHeight;
}

export function toggleData(element: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) delete element.dataset[name];
  else element.dataset[name] = value;
}

export const copies = (nodes: Iterable<Node>): Node[] => Array.from(nodes, (node) => node.cloneNode(true));

export const textOf = (element: Element | undefined): string =>
  (element?.textContent ?? "").replace(/\s+/g, " ").trim();

export function bar(value: number): HTMLElement {
  const element = make("span", { class: "co-bar", "aria-hidden": "true" });
  element.style.setProperty("--co-value", String(value));
  return element;
}

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

/** A live region: it must stand in the page, empty, before it says anything. */
export const region = (style = "co-status") => make("p", { class: style, role: "status" });

/** Say it even when the same words stand there already: a changed ending makes it news. */
export function say(live: HTMLElement, ...content: Child[]): void {
  const before = live.textContent;
  live.replaceChildren(...content.filter((part) => part !== undefined));
  if (before && before === live.textContent) live.append("\u00a0");
}

/** Move focus to something that is not a control, once the learner has asked to go on. */
export function goTo(element: HTMLElement | undefined): void {
  if (!element) return;
  if (!element.matches("a,button,input,select,summary")) element.tabIndex = -1;
  element.focus();
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

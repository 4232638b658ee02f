/** The frame of a page: contents, the heading in view, what scrolls sideways. */

import { upgradeColours } from "./colours.ts";
import { all, one } from "./dom.ts";

const root = document.documentElement;
const wide = matchMedia("(min-width: 62rem)");

/** On a wide screen the button shows and hides the sidebar; on a narrow one the same list opens as a drawer. */
function contents(button: HTMLElement, sidebar: HTMLElement, drawer: HTMLDialogElement): void {
  const nav = one(sidebar, "nav");
  if (!nav) return;
  // Without dialogues the list stays where it stands with scripts off, below the text.
  const drawn = typeof drawer.showModal === "function";
  root.toggleAttribute("data-undrawn", !drawn);
  const expanded = () => {
    const open = wide.matches ? root.dataset.sidebar !== "hidden" : drawer.open;
    button.setAttribute("aria-expanded", String(open));
  };
  button.addEventListener("click", () => {
    if (wide.matches) {
      root.dataset.sidebar = root.dataset.sidebar === "hidden" ? "shown" : "hidden";
    } else if (drawn) {
      drawer.append(nav);
      drawer.showModal();
    } else {
      one(nav, "a, summary")?.focus();
    }
    expanded();
  });
  drawer.addEventListener("click", (event) => {
    if (event.target === drawer || (event.target as Element).closest(".co-close")) drawer.close();
  });
  drawer.addEventListener("close", () => {
    sidebar.append(nav);
    expanded();
  });
  wide.addEventListener("change", () => (drawer.open ? drawer.close() : expanded()));
  expanded();
  const here = one(nav, "[aria-current]");
  if (here && wide.matches) sidebar.scrollTop = here.offsetTop - sidebar.clientHeight / 3;
}

function headings(nav: HTMLElement): void {
  const links = new Map<Element, HTMLAnchorElement>();
  for (const link of all<HTMLAnchorElement>(nav, "a")) {
    const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (section) links.set(section, link);
  }
  const watch = new IntersectionObserver(
    (entries) => {
      const seen = entries.find((entry) => entry.isIntersecting);
      if (!seen) return;
      for (const link of links.values()) link.removeAttribute("aria-current");
      links.get(seen.target)?.setAttribute("aria-current", "true");
    },
    { rootMargin: "-10% 0px -70% 0px" },
  );
  for (const section of links.keys()) watch.observe(section);
}

/** What scrolls sideways must be reachable by keyboard. */
function reachable(): void {
  for (const box of all(document, "pre, .cell_output .output, .co-frame")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
}

/**
 * Paper has no handle to open a fold by, and browsers print it as it stands: what belongs to a page is opened for it.
 * Left as they are: keys, which have ways of their own (`print.ts`), dozens of further pictures, what a learner keeps folded.
 */
const ON_PAPER = `.co-unit details, .co-chart details, .co-stack details, .co-dimension details,
  .co-record-content > details:not(.co-every)`;

function unfoldOnPaper(): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    opened = all<HTMLDetailsElement>(document, ON_PAPER).filter((part) => !part.open);
    for (const part of opened) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of opened) part.open = false;
    opened = [];
  });
}

/** The search box goes to the search page by itself: a frame without `allow-forms` sends no form. */
function searching(form: HTMLFormElement): void {
  const go = (event: Event) => {
    event.preventDefault();
    const address = new URL(form.action);
    address.search = new URLSearchParams({ q: one<HTMLInputElement>(form, "input")?.value ?? "" }).toString();
    location.assign(address);
  };
  form.addEventListener("submit", go);
  one(form, "button")?.addEventListener("click", go);
}

/** Escape puts away the line that a mark of a citation has opened, whether by focus or by the pointer. */
function marks(): void {
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    if (document.activeElement?.matches(".co-mark")) (document.activeElement as HTMLElement).blur();
    root.classList.add("co-quiet");
  });
  addEventListener("pointerout", ({ target }) => {
    if ((target as Element).closest?.(".co-cite")) root.classList.remove("co-quiet");
  });
}

/** Bring the frame to life; a part that the page lacks is left out. */
export function upgradeFrame(): void {
  const button = one(document, ".co-colours");
  if (button) upgradeColours(button);
  const menu = one(document, ".co-menu");
  const sidebar = one(document, ".bd-sidebar-primary");
  const drawer = one<HTMLDialogElement>(document, ".co-drawer");
  if (menu && sidebar && drawer) contents(menu, sidebar, drawer);
  const aside = one(document, "nav.bd-sidebar-secondary");
  if (aside) headings(aside);
  const search = one<HTMLFormElement>(document, "form.co-find");
  if (search) searching(search);
  unfoldOnPaper();
  marks();
  // a change may show another picture
  for (const event of ["load", "resize", "change"]) addEventListener(event, reachable);
}

// The frame of a page: colours, contents, the heading in view. It stands in the head so that nothing flashes.
(() => {
  const root = document.documentElement;
  const KEY = "counteroffer-colours";
  const MODES = ["auto", "light", "dark"];
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const wide = matchMedia("(min-width: 62rem)");
  // Storage may be blocked (private windows, some file:// pages): the choice then lasts as long as the page.
  const stored = (write) => {
    try {
      return write ? localStorage.setItem(KEY, write) : localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  let mode = MODES.includes(stored()) ? stored() : "auto";

  const paint = () => {
    root.dataset.mode = mode;
    root.dataset.theme = mode === "auto" ? (dark.matches ? "dark" : "light") : mode;
  };
  root.classList.add("js");
  paint();
  dark.addEventListener("change", paint);

  const colours = (button) => {
    const name = () => (button.querySelector("span").textContent = button.title = button.dataset[mode]);
    name();
    button.addEventListener("click", () => {
      mode = MODES[(MODES.indexOf(mode) + 1) % MODES.length];
      stored(mode);
      paint();
      name();
    });
  };

  // On a wide screen the button shows and hides the sidebar; on a narrow one the same list opens as a drawer.
  const contents = (button, sidebar, drawer) => {
    const nav = sidebar.querySelector("nav");
    const expanded = () => {
      const open = wide.matches ? root.dataset.sidebar !== "hidden" : drawer.open;
      button.setAttribute("aria-expanded", String(open));
    };
    button.addEventListener("click", () => {
      if (wide.matches) {
        root.dataset.sidebar = root.dataset.sidebar === "hidden" ? "shown" : "hidden";
      } else {
        drawer.append(nav);
        drawer.showModal();
      }
      expanded();
    });
    drawer.addEventListener("click", (event) => {
      if (event.target === drawer || event.target.closest(".co-close")) drawer.close();
    });
    drawer.addEventListener("close", () => {
      sidebar.append(nav);
      expanded();
    });
    wide.addEventListener("change", () => (drawer.open ? drawer.close() : expanded()));
    expanded();
    const here = nav.querySelector("[aria-current]");
    if (here && wide.matches) sidebar.scrollTop = here.offsetTop - sidebar.clientHeight / 3;
  };

  const headings = (nav) => {
    const links = new Map();
    for (const link of nav.querySelectorAll("a")) {
      const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (section) links.set(section, link);
    }
    const watch = new IntersectionObserver(
      (entries) => {
        const seen = entries.find((entry) => entry.isIntersecting);
        if (!seen) return;
        for (const link of links.values()) link.removeAttribute("aria-current");
        links.get(seen.target).setAttribute("aria-current", "true");
      },
      { rootMargin: "-10% 0px -70% 0px" },
    );
    for (const section of links.keys()) watch.observe(section);
  };

  // What scrolls sideways must be reachable by keyboard.
  const reachable = () => {
    for (const box of document.querySelectorAll("pre, .cell_output .output, .co-frame")) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    const find = (selector) => document.querySelector(selector);
    colours(find(".co-colours"));
    contents(find(".co-menu"), find(".bd-sidebar-primary"), find(".co-drawer"));
    if (find("nav.bd-sidebar-secondary")) headings(find("nav.bd-sidebar-secondary"));
    addEventListener("load", reachable);
    addEventListener("resize", reachable);
  });
})();

/** The timeline: three filters hide the events that do not fit. Nothing of it is kept. */

import { all, one, say } from "./dom.ts";

export function upgradeTimeline(root: HTMLElement): void {
  const form = one<HTMLFormElement>(root, ".co-filters");
  const live = one(root, "[role=status]");
  if (!form || !live) return;
  const filters = all<HTMLSelectElement>(form, "select");
  const events = all(root, "ol > li");

  function show(): void {
    for (const event of events) {
      event.hidden = filters.some(({ name, value }) => value !== "" && event.dataset[name] !== value);
    }
  }

  function tell(): void {
    show();
    const shown = events.filter(({ hidden }) => !hidden).length;
    const said = (live!.dataset.said ?? "")
      .replace("{shown}", `${shown}`)
      .replace("{all}", `${events.length}`);
    say(live!, said);
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", tell);
  // the filters have their old values until the event is over
  form.addEventListener("reset", () => setTimeout(tell));
  form.hidden = false;
  show();
}

/** An explorer: of all the frames that were drawn, only the one for the chosen setting shows. */

import type { Face } from "../check/check.ts";
import { all, one, region, say, textOf } from "../page/dom.ts";
import type { ExplorerHost } from "../record/hosts.ts";
import { layOver } from "./slider.ts";
import { explorerWords } from "../words/words.ts";

type Setting = Record<string, string>;

export function upgradeExplorer(root: HTMLElement, host: ExplorerHost): Face {
  const controls = one<HTMLFormElement>(root, ".co-controls")!;
  controls.autocomplete = "off";
  const live = region("co-status co-vh");
  const radios = all<HTMLInputElement>(controls, "[data-control] input");
  const sliders = all(controls, "[data-kind=slider]").map(layOver);

  const names = all(controls, "[data-control]").map((control) => control.dataset.control ?? "");
  const key = (setting: Setting) => names.map((name) => setting[name]).join();
  const frames = new Map(
    all(root, ".co-frame").map((frame) => [key(JSON.parse(frame.dataset.setting ?? "{}") as Setting), frame]),
  );
  for (const frame of frames.values()) frame.hidden = true;
  // frames that stood folded away
  const more = one(root, ".co-more");
  more?.replaceWith(...all(more, ".co-frame"));
  let shown: HTMLElement | undefined;

  const control = (radio: HTMLElement) => radio.closest<HTMLElement>("[data-control]")?.dataset.control ?? "";
  const chosen = (): Setting =>
    Object.fromEntries(radios.filter((radio) => radio.checked).map((radio) => [control(radio), radio.value]));

  /** Touches two frames, not all: a move has one animation frame of time. */
  function show(): HTMLElement | undefined {
    const found = frames.get(key(chosen()));
    if (found && found !== shown) {
      // a picture that is wider than a phone stays where it was scrolled to
      const along = shown?.scrollLeft;
      if (shown) shown.hidden = true;
      found.hidden = false;
      if (along) found.scrollLeft = along;
      shown = found;
    }
    return found;
  }

  function refresh(): void {
    const kept = host.load();
    // Without a setting of one's own it stands as it was drawn, whatever a browser has filled in again.
    const setting = kept && frames.has(key(kept)) ? kept : undefined;
    for (const radio of radios) {
      radio.checked = setting ? setting[control(radio)] === radio.value : radio.defaultChecked;
    }
    for (const follow of sliders) follow();
    show();
  }

  controls.addEventListener("submit", (event) => event.preventDefault());
  // the picture follows a slider while it moves; what is kept and said is where it comes to rest
  controls.addEventListener("input", show);
  controls.addEventListener("change", () => {
    const frame = show();
    host.save(chosen());
    say(live, frame ? textOf(one(frame, "figcaption")) : explorerWords().none);
  });
  refresh();
  root.append(live);
  root.classList.add("co-live");
  host.onNews?.(refresh);
  return { refresh };
}

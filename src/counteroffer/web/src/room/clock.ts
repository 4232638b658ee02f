/** The timer of a room: counted down by the device's own clock, from the room's time as the server last said it. */

import { all, say } from "../page/dom.ts";

/** `now` gives seconds of a clock that only goes forward, `room` is the room's time at this moment. */
export function clock(root: HTMLElement, now: () => number, room: number) {
  let ahead = room - now();
  let over = "";

  function tick(): void {
    for (const shown of all(root, "[data-ends]")) {
      const left = Math.max(0, Math.round(Number(shown.dataset.ends) - ahead - now()));
      const text = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
      if (shown.textContent !== text) shown.textContent = text;
      // the end is said once
      if (!left && over !== shown.dataset.ends) {
        over = shown.dataset.ends ?? "";
        say(root.querySelector("[data-live]")!, shown.dataset.over ?? "");
      }
    }
  }

  return {
    tick,
    set(time: number) {
      ahead = time - now();
    },
  };
}

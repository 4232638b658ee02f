/** The time that is left, as the server says it: shown in minutes, spoken at four marks, and hidden if the candidate wants. */

import { button, make, region, say } from "../page/dom.ts";
import { sittingWords } from "../words/learning-words.ts";

/** Minutes at which the time is spoken. */
const MARKS = [30, 10, 5, 1];

export interface TimeLeft {
  root: HTMLElement;
  /** The server says that so many seconds are left. */
  set(seconds: number): void;
  /** Show what is left now; `over` is called once when nothing is. */
  tick(): void;
}

/** `now` gives seconds of a clock that only goes forward. */
export function timeLeft(seconds: number, now: () => number, over: () => void): TimeLeft {
  const text = sittingWords();
  const shown = make("span");
  const live = region();
  const hide = button(text.hide, () => {
    shown.hidden = !shown.hidden;
    hide.textContent = shown.hidden ? text.show : text.hide;
  });
  const root = make("p", { class: "co-exam-bar" }, shown, " ", hide);
  let ends = now() + seconds;
  let before = Infinity;

  function tick(): void {
    const minutes = Math.max(0, Math.ceil((ends - now()) / 60));
    if (minutes === before) return;
    shown.textContent = text.left(minutes);
    const mark = MARKS.find((one) => minutes <= one && before > one);
    // what is passed before the page was opened is not news
    if (mark !== undefined && before !== Infinity) say(live, text.left(minutes));
    if (!minutes && before) over();
    before = minutes;
  }

  root.append(live);
  tick();
  return {
    root,
    set(left) {
      ends = now() + left;
      tick();
    },
    tick,
  };
}

/** Time at work on a form: counted by a clock that nobody sets, while the page is seen, and kept, so that a closed browser stops it. */

import type { DeviceRecord } from "./device.ts";

/** A day at one form is no time at work any more. */
const MOST = 24 * 60 * 60;

export function stopwatch(record: DeviceRecord, draft: string) {
  let before = 0;
  let since: number | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  const seen = () => document.visibilityState !== "hidden";
  const seconds = () =>
    Math.min(MOST, before + (since === undefined ? 0 : Math.max(0, performance.now() - since) / 1000));
  const keep = () => record.save([], { [draft]: Math.round(seconds()) });

  function turn(): void {
    if (timer === undefined) return;
    if (!seen()) {
      before = seconds();
      since = undefined;
      keep();
    } else since ??= performance.now();
  }

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
    before = seconds();
    since = undefined;
  }

  document.addEventListener("visibilitychange", turn);
  addEventListener("pagehide", () => timer !== undefined && keep());

  return {
    seconds,
    keep,
    stop,
    /** Go on from what was kept: `tick` every second, `warn` once at ten and five minutes before `limit` and when it is over. */
    run(tick: () => void, warn: (minutesLeft: number) => void, limit: number): void {
      stop();
      const kept = record.draft(draft);
      before = typeof kept === "number" ? Math.min(MOST, kept) : 0;
      since = seen() ? performance.now() : undefined;
      const left = () => limit - seconds() / 60;
      const waiting = [10, 5, 0].filter((minutes) => left() > minutes);
      timer = setInterval(() => {
        tick();
        while (waiting.length && left() <= waiting[0]!) warn(waiting.shift()!);
      }, 1000);
    },
  };
}

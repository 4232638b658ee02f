/** The pages of a workshop's room on a server. */

import { all } from "../page/dom.ts";
import { whenReady } from "../page/ready.ts";
import { empty } from "../room/empty.ts";
import { upgradeRoom } from "../room/room.ts";
import type { Line, Reply, Snapshot } from "../room/room.ts";

function lineOf(address: string): Line {
  let source: EventSource | undefined;
  return {
    listen(heard, held) {
      source?.close();
      const mine = new EventSource(address);
      source = mine;
      mine.onopen = () => held(true);
      mine.onmessage = ({ data }: MessageEvent<string>) => heard(JSON.parse(data) as Snapshot);
      mine.onerror = () => {
        held(false);
        // a browser gives up at an answer that is no stream
        if (mine.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 3000);
      };
    },
    async send(to, body, token) {
      const headers = { Accept: "application/json", "X-CSRFToken": token };
      const answer = await fetch(to, { method: "POST", body, headers });
      const json = answer.headers.get("Content-Type")?.includes("json");
      return { ...(json ? ((await answer.json()) as object) : {}), status: answer.status } as Reply;
    },
    now: () => performance.now() / 1000,
    every: (seconds, act) => void setInterval(act, seconds * 1000),
    go: (to) => location.assign(to),
  };
}

whenReady(() => {
  // who stands at the door is in no room
  if (all(document, "[data-co=out]").length) empty(() => [localStorage, sessionStorage]);
  for (const root of all(document, "[data-co=room]")) {
    const { wake } = upgradeRoom(root, lineOf(root.dataset.events ?? ""));
    // a phone that slept may not know that its line is gone
    document.addEventListener("visibilitychange", () => document.hidden || wake());
    addEventListener("pageshow", ({ persisted }) => persisted && wake());
    addEventListener("online", wake);
  }
});

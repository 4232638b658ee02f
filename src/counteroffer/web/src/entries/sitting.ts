/** The pages of an examination on a server. */

import { all, one } from "../page/dom.ts";
import { byKind } from "../item/player.ts";
import { whenReady } from "../page/ready.ts";
import { upgradeSitting } from "../exam/sitting.ts";
import type { Line } from "../exam/sitting.ts";
import type { Change, Reply } from "../exam/saver.ts";
import { kinds } from "../../generated/kinds.ts";

const SLOWEST = 15;
const PATIENCE = 20_000;

/** An answer of the server. One that leads elsewhere says that this device is logged out. */
async function ask(address: string, options: RequestInit = {}): Promise<Reply> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), PATIENCE);
  try {
    const answer = await fetch(address, { ...options, redirect: "manual", signal: giveUp.signal });
    if (answer.type === "opaqueredirect") return { status: 401 };
    const json = answer.headers.get("Content-Type")?.includes("json");
    return { ...(json ? ((await answer.json()) as object) : {}), status: answer.status };
  } finally {
    clearTimeout(timer);
  }
}

/** What waits is kept for one candidate's pages, under the seat's name. */
function lineOf(seat: string, token: string): Line {
  const key = `counteroffer-sitting:${seat}`;
  return {
    send: (change: Change) =>
      ask("/sit/save/", { method: "POST", headers: { "X-CSRFToken": token }, body: JSON.stringify(change) }),
    left: () => ask("/sit/left/"),
    later: (failures) =>
      new Promise((go) => {
        setTimeout(go, Math.min(SLOWEST, 2 ** failures) * 500);
        addEventListener("online", () => go(), { once: true });
      }),
    waiting() {
      try {
        return JSON.parse(localStorage.getItem(key) ?? "[]") as Change[];
      } catch {
        return [];
      }
    },
    keep(changes) {
      try {
        if (changes.length) localStorage.setItem(key, JSON.stringify(changes));
        else localStorage.removeItem(key);
      } catch {
        // the page itself still has it
      }
    },
    now: () => performance.now() / 1000,
    every: (seconds, act) => void setInterval(act, seconds * 1000),
    reload: () => location.reload(),
    go: (address) => location.assign(address),
  };
}

whenReady(() => {
  for (const root of all(document, "[data-co=sitting]")) {
    const token = one<HTMLInputElement>(root, "[name=csrfmiddlewaretoken]")?.value ?? "";
    root.classList.add("co-live");
    upgradeSitting(root, byKind(kinds), lineOf(root.dataset.seat ?? "", token));
  }
});

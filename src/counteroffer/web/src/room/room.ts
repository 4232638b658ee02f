/**
 * Keeps a page of a workshop's room fresh: parts come whole over the stream of events and take the place of those that
 * changed, but not of one in which somebody types; forms are sent in the background. The server says every word.
 */

import { all, goTo, one, say, textOf } from "../page/dom.ts";
import { clock } from "./clock.ts";

export interface Snapshot {
  n: number;
  /** The room's time, in seconds. */
  now: number;
  parts: Record<string, { v: string; html: string }>;
}

export interface Reply {
  status: number;
  said?: string;
  to?: string;
}

/** `listen` opens the stream anew and ends the one before. */
export interface Line {
  listen(heard: (snapshot: Snapshot) => void, held: (line: boolean) => void): void;
  send(address: string, fields: FormData, token: string): Promise<Reply>;
  now(): number;
  every(seconds: number, act: () => void): void;
  go(address: string): void;
}

/** Fields in which somebody types. */
const TYPED = "textarea, input:not([type])";
/** Milliseconds in which the second click of two still goes to the button that stood there before. */
const TWICE = 700;
/** Seconds for which a refusal stands, whatever the room does meanwhile. */
const STANDS = 10;

export function upgradeRoom(root: HTMLElement, line: Line): { wake(): void } {
  const token = one<HTMLInputElement>(root, "[name=csrfmiddlewaretoken]")?.value ?? "";
  const live = one(root, "[data-live]")!;
  const lost = one(root, "[data-lost]")!;
  const said = one(root, "[data-said]")!;
  const ticking = clock(root, line.now, Number(root.dataset.now));
  let newest: Snapshot["parts"] = {};
  let refused = -STANDS;
  let pressed: HTMLButtonElement | undefined;

  function heard({ now, parts }: Snapshot): void {
    // the room was forgotten
    if (!Object.keys(parts).length) return line.go("/");
    ticking.set(now);
    newest = parts;
    fresh();
  }

  function fresh(): void {
    for (const place of all(root, "[data-part]")) {
      const part = newest[place.dataset.part ?? ""];
      if (part && part.v !== place.dataset.v && !typing(place)) draw(place, part);
    }
    ticking.tick();
  }

  const typing = (place: HTMLElement) =>
    all<HTMLInputElement>(place, TYPED).some(
      (field) => field.value !== field.defaultValue || field === document.activeElement,
    );

  function draw(place: HTMLElement, part: { v: string; html: string }): void {
    const inside = place.contains(document.activeElement);
    const unfolded = all(place, "[open] > summary").map(textOf);
    place.dataset.v = part.v;
    place.innerHTML = part.html;
    place.dataset.drawn = String(line.now() * 1000);
    for (const summary of all(place, "summary"))
      if (unfolded.includes(textOf(summary))) (summary.parentElement as HTMLDetailsElement).open = true;
    const heading = one(place, "h1, h2");
    if (place.dataset.part === "stage") {
      say(live, [textOf(one(place, "h1")), textOf(one(place, ".co-state"))].join(" "));
      if (line.now() - refused > STANDS) told("");
    }
    // what had the focus is gone
    if (inside) goTo(heading ?? place);
  }

  function told(words: string): void {
    said.hidden = !words;
    said.textContent = words;
  }

  async function send(form: HTMLFormElement): Promise<void> {
    const fields = new FormData(form);
    if (pressed?.name && pressed.form === form) fields.set(pressed.name, pressed.value);
    const buttons = all<HTMLButtonElement>(form, "button");
    told("");
    buttons.forEach((button) => (button.disabled = true));
    const reply = await line
      .send(form.getAttribute("action") ?? "", fields, token)
      .catch((): Reply => ({ status: 0 }));
    buttons.forEach((button) => (button.disabled = false));
    if (pressed?.form === form && pressed.isConnected) pressed.focus();
    lost.hidden = reply.status !== 0;
    if (reply.to) return line.go(reply.to);
    const done = reply.status === 200;
    refused = done ? -STANDS : line.now();
    told(reply.said ?? (done ? "" : (said.dataset.else ?? "")));
    // done, or too late: nothing that was typed waits any more
    if (done || reply.status === 409) {
      all<HTMLInputElement>(form, TYPED).forEach((field) => (field.value = field.defaultValue));
      fresh();
    }
    // a page that is behind may have lost its line without knowing
    if (reply.status === 409) wake();
  }

  root.addEventListener("click", (event) => {
    const target = event.target as Element;
    const place = target.closest<HTMLElement>("[data-drawn]");
    // the button that was meant is gone
    if (place && event.timeStamp - Number(place.dataset.drawn) < TWICE) return event.preventDefault();
    pressed = target.closest<HTMLButtonElement>("button") ?? undefined;
  });
  root.addEventListener("focusout", fresh);
  root.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if ("plain" in form.dataset) return;
    event.preventDefault();
    void send(form);
  });
  line.every(1, ticking.tick);
  const wake = () => line.listen(heard, (held) => (lost.hidden = held));
  wake();
  return { wake };
}

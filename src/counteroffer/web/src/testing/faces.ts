/** Small static faces, written by hand from the contract, for tests. */

import { fromKinds } from "./all-players.ts";
import type { Machine } from "../case/machine.ts";
import type { Fixture } from "./fixture.ts";

/** The fixture of every kind, found in the folders. */
export const itemFixtures: Map<string, Fixture> = new Map(
  (await fromKinds<Fixture>("fixture.ts")).map((fixture) => [fixture.kind, fixture]),
);

const quoted = (value: unknown) => JSON.stringify(value).replaceAll('"', "&quot;");

export function itemHtml(kind: string): string {
  const { body, key, scheme, parts } = itemFixtures.get(kind)!;
  const remarks = parts
    .map(
      (part) =>
        `<li data-option="${part}"><b class="co-for">${part.toUpperCase()}</b> <b class="co-verdict">Verdict ${part}.</b> <span class="co-why">Why ${part}.</span> <span class="co-cite">(<a href="#s">Source</a>)</span></li>`,
    )
    .join("");
  return `<li class="co-item" data-kind="${kind}" data-item="${kind}-1" id="item-${kind}-1" data-edition="0123456789" data-key="${quoted(key)}"${scheme ? ` data-scheme="${quoted(scheme)}"` : ""}><form><div class="co-vignette"><p>A vignette.</p></div><fieldset><legend>The ${kind} question?</legend>${body}</fieldset><details class="co-answer"><summary>Answer and feedback</summary><ul>${remarks}</ul><p class="co-revisit">Read again: <a href="#why">Why</a></p></details></form></li>`;
}

export const checkHtml = (kinds: string[], mode = "practice", id = "demo"): string =>
  `<section class="co co-check" data-co="check" data-id="${id}" data-mode="${mode}" data-title="Demo" aria-label="Knowledge check: Demo"><ol class="co-items">${kinds.map(itemHtml).join("")}</ol></section>`;

export const machine: Machine = {
  start: "first",
  meters: {
    trust: { start: 5, hidden: false },
    reach: { start: 9, hidden: false },
    pull: { start: 4, hidden: true },
  },
  decisions: {
    first: {
      attention: 1,
      cards: ["list", "talk"],
      options: {
        wait: { effects: { trust: 1 }, sets: ["waited"], then: [{ go: "second" }] },
        move: {
          effects: { trust: -3, reach: 3 },
          sets: [],
          then: [{ if: { at_most: { trust: 1 } }, go: "gap" }, { go: "second" }],
        },
        ask: { if: { has: ["saw-list"] }, effects: {}, sets: [], then: [{ go: "second" }] },
      },
    },
    second: {
      attention: 1,
      cards: ["list"],
      options: {
        hold: {
          effects: { reach: -1 },
          sets: [],
          then: [{ if: { lacks: ["waited"] }, go: "gap" }, { go: "home" }],
        },
        push: { effects: { trust: -9 }, sets: [], then: [{ go: "gap" }] },
      },
    },
  },
  background: [
    {
      id: "rumour",
      if: { at_most: { trust: 3 } },
      effects: { trust: -1, pull: 1 },
      sets: ["rumoured"],
      once: true,
      notice: "A rumour runs.",
    },
    { id: "drift", if: { has: ["rumoured"] }, effects: { pull: 1 }, sets: [] },
  ],
  endings: ["home", "gap"],
};

const card = (id: string) =>
  `<details class="co-card" data-card="${id}"><summary><span class="co-card-title">Card ${id}</span> <span class="co-card-form">document, firm</span></summary><p>Text of ${id}.</p></details>`;

const decision = (id: string, title: string, choices: string[], cards: string[], text: string) =>
  `<section class="co-decision" data-decision="${id}" id="case-camp-${id}"><h3>${title}</h3><p class="co-time">Now</p><div class="co-text"><p>Text.</p>${text}</div><div class="co-cards"><p class="co-attention">You have time to open 1 of these.</p>${cards.map(card).join("")}</div><form><fieldset><legend>What do you do?</legend>${choices
    .map(
      (choice, place) =>
        `<div class="co-option" data-option="${choice}"><input type="radio" name="case-camp-${id}" value="${choice}" id="case-camp-${id}-${"abc"[place]}"><label for="case-camp-${id}-${"abc"[place]}"><span class="co-letter">${"ABC"[place]}</span> Do ${choice}</label></div>`,
    )
    .join("")}</fieldset></form><div class="co-consequences"><h4>What happens then</h4>${choices
    .map(
      (choice, place) =>
        `<div class="co-consequence" data-option="${choice}"><p class="co-if-chosen"><b>If you chose ${"ABC"[place]}</b></p><p>After ${choice} this happens. And more.</p><p class="co-basis">Basis: one source.</p><p class="co-moves">Trust +1</p><p class="co-goto">Go to <a href="#case-camp-home">Home</a>.</p></div>`,
    )
    .join("")}</div></section>`;

const ending = (id: string, title: string) =>
  `<section class="co-ending" data-ending="${id}" id="case-camp-${id}"><p class="co-kind">Ending: ${id}</p><h3>${title}</h3><div class="co-text"><p>So it ends.</p></div></section>`;

export const caseHtml = (): string =>
  `<section class="co co-case" data-co="case" data-id="camp" data-title="The camp" aria-label="Case: The camp"><script type="application/json" class="co-machine">${JSON.stringify(machine)}</script><div class="co-brief"><p>You are here.</p></div><ul class="co-meters" aria-label="What your decisions move"><li data-meter="trust"><span class="co-meter-label">Trust</span> <span class="co-meter-means">means</span> <span class="co-meter-word" data-low="thin" data-high="firm">starts at 5 of 10</span></li><li data-meter="reach"><span class="co-meter-label">Reach</span> <span class="co-meter-means">means</span> <span class="co-meter-word" data-low="near" data-high="far">starts at 9 of 10</span></li></ul>${decision("first", "First decision", ["wait", "move", "ask"], ["list", "talk"], "")}${decision("second", "Second decision", ["hold", "push"], ["list"], '<div data-if="{&quot;has&quot;:[&quot;waited&quot;]}"><p class="co-cond">Only if you waited:</p><p>You waited.</p></div>')}${ending("home", "Home")}${ending("gap", "The gap")}<section class="co-debrief"><h3>Debrief</h3><p>Rules.</p><div class="co-views"><h4>Our view of each decision</h4><div class="co-view" data-view="first"><h5>First decision</h5><p><b>We would choose A.</b> Waiting is cheap.</p><p><b>Against it:</b> It is slow.</p></div></div></section><section class="co-happened"><h3>Part B</h3><p>It was so.</p></section></section>`;

/** The same case; its first decision asks the learner to write before the options are shown. */
export const committedHtml = (): string =>
  caseHtml().replace(
    "<form>",
    '<div class="co-commit"><p>What would you do?</p><p class="co-line"></p></div><form>',
  );

/** A map by phase and view; the control `view` may be a slider, and all frames but the first folded away. */
export const explorerHtml = (kind: "choice" | "slider" = "choice"): string => {
  const [phases, views] = [
    ["one", "two"],
    ["who", "where"],
  ];
  const control = (id: string, values: string[]) =>
    `<fieldset data-control="${id}" data-kind="${id === "view" ? kind : "choice"}"><legend>${id}</legend>${values.map((value, place) => `<div class="co-option"><input type="radio" name="map-${id}" value="${value}" id="map-${id}-${value}"${place ? "" : " checked"}><label for="map-${id}-${value}">${value}</label></div>`).join("")}</fieldset>`;
  const frames = phases!.flatMap((phase) =>
    views!.map(
      (view) =>
        `<figure class="co-frame" data-setting="{&quot;phase&quot;:&quot;${phase}&quot;,&quot;view&quot;:&quot;${view}&quot;}"><svg viewBox="0 0 2 2"></svg><figcaption><b class="co-setting">${phase}, ${view}.</b> <span class="co-alt">Sentence ${phase} ${view}.</span></figcaption></figure>`,
    ),
  );
  return `<section class="co co-explorer" data-co="explorer" data-id="map" data-title="Map" aria-label="Explorer: Map"><form class="co-controls">${control("phase", phases!)}${control("view", views!)}</form>${kind === "slider" ? `${frames[0]}<details class="co-more"><summary>More</summary>${frames.slice(1).join("")}</details>` : frames.join("")}</section>`;
};

/** Four rows: theirs is 3 kept, 2 a promise and disputed, not known, and 3 in phase one; nothing is known in phase two. */
export const auditHtml = (): string => {
  const option = (name: string, value: string, label: string) =>
    `<div class="co-option"><input type="radio" name="a-${name}" value="${value}" id="a-${name}-${value}"><label for="a-${name}-${value}">${label}</label></div>`;
  const codes = [
    'data-code="3" data-basis="kept"',
    'data-code="2" data-basis="promised" data-disputed',
    "",
    'data-code="3" data-basis="kept"',
  ];
  const rows = ["Safety", "Income", "Care", "Ties"].map((label, place) => {
    const id = label.toLowerCase();
    const steps = [0, 1, 2, 3, 4].map((step) => option(id, String(step), `<b>${step}</b> ${label} ${step}`));
    return `<fieldset class="co-dimension" data-dimension="${id}"><legend>${place + 1} <span class="co-label">${label}</span></legend><p class="co-means">What of it?</p>${steps.join("")}${option(id, "unknown", "Not known")}<details class="co-theirs"><summary>Theirs</summary><ul><li data-phase="one" ${codes[place]}><b>One.</b> <span class="co-their-note">Note on ${id}.</span></li><li data-phase="two"><b>Two.</b> <span class="co-their-note">Nothing found.</span></li></ul></details><details class="co-advice"><summary>If behind</summary><p>Mend ${id}. <span class="co-cite">(<a href="#s">Source</a>)</span></p><p class="co-revisit">Read again: <a href="#u">Unit</a></p></details></fieldset>`;
  });
  const phases = ["one", "two"].map((phase) => option("phase", phase, `<b>Phase ${phase}.</b> Signs.`));
  return `<section class="co co-audit" data-co="audit" data-id="demo" data-title="Where do we lose?" aria-label="Explorer: Where do we lose?"><div class="co-sheet"><div class="co-name"><label for="a-name">Name of the programme</label><input type="text" id="a-name" maxlength="20"></div><ol class="co-scale" start="0">${["Opposite", "Exception", "Uneven", "Most", "All"].map((step) => `<li>${step}</li>`).join("")}</ol>${rows.join("")}<fieldset class="co-phase"><legend>Phase</legend>${phases.join("")}</fieldset></div><section class="co-seen"><h2>What you are seeing</h2><p class="co-seeing">Two marks a row.</p></section><dl class="co-notes"><dt>First</dt><dd data-note="first"><p>Stop harm first.</p></dd><dt>Limits</dt><dd data-note="limits"><p>Nothing is measured.</p></dd></dl></section>`;
};

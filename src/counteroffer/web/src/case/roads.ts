/** After an ending: the learner's path beside two others that end elsewhere, each parting from it as late as can be. */

import { attentionLeft, open, openOptions, pathTo, replay } from "./machine.ts";
import type { Machine, State, Step } from "./machine.ts";
import type { Parts } from "./debrief.ts";
import { optionText, titleOf } from "./text.ts";
import { all, make, one, textOf } from "../page/dom.ts";
import { caseWords } from "../words/words.ts";

export interface Road {
  state: State;
  /** How many decisions it shares with the learner's path. */
  shared: number;
}

/** More than any case has paths from its last few decisions; a search that needs more finds nothing new. */
const MOST = 20_000;

export function otherRoads(machine: Machine, path: Step[], ending: string, wanted: number): Road[] {
  const roads: Road[] = [];
  const ends = new Set([ending]);
  let looked = 0;

  /** Go on from a path by every option, except `but` at its first decision. */
  function search(from: Step[], shared: number, but?: string): void {
    if (roads.length >= wanted || ++looked > MOST) return;
    const state = replay(machine, from);
    if (state.ended) {
      if (!ends.has(state.at)) roads.push({ state, shared });
      ends.add(state.at);
      return;
    }
    useful(machine, state);
    for (const option of openOptions(machine, state)) {
      if (option === but) continue;
      search(
        [...pathTo({ ...state, cards: [] }), { decision: state.at, cards: state.cards, option }],
        shared,
      );
    }
  }

  for (let shared = path.length - 1; shared >= 0; shared--) {
    search(path.slice(0, shared), shared, path[shared]!.option);
  }
  return roads;
}

/** Open the cards on which an option waits, as far as attention goes. */
function useful(machine: Machine, state: State): void {
  for (const { if: condition } of Object.values(machine.decisions[state.at]?.options ?? {})) {
    for (const flag of condition?.has ?? []) {
      if (flag.startsWith("saw-") && attentionLeft(machine, state) > 0) open(machine, state, flag.slice(4));
    }
  }
}

export function besides(machine: Machine, state: State, parts: Parts): HTMLElement[] {
  const text = caseWords();
  const roads = otherRoads(machine, pathTo(state), state.at, 2);
  if (!roads.length) return [];
  const from = Math.min(...roads.map(({ shared }) => shared));
  const columns = [{ state, shared: from }, ...roads].map((road, place) => column(road, place, parts));
  const alike = from ? [make("p", {}, text.alike(from))] : [];
  return [make("h4", {}, text.besides), ...alike, make("div", { class: "co-roads" }, ...columns)];

  function column({ state: led, shared }: Road, place: number, named: Parts): HTMLElement {
    const steps = led.taken.slice(from).map(({ decision, option }, step) => {
      const { letter, text: words } = optionText(named(decision), option);
      const same = place > 0 && from + step < shared;
      const told = make("li", {}, make("b", {}, titleOf(named(decision))), ` ${letter}: ${words}`);
      if (same) told.className = "co-same";
      return told;
    });
    const end = named(led.at);
    const for_ = all(end, "dl > *").map((part) => part.cloneNode(true));
    return make(
      "section",
      {},
      make("h5", {}, place ? text.otherRoad(place) : text.yourRoad),
      make("ol", { start: String(from + 1) }, ...steps),
      make("p", {}, make("b", {}, titleOf(end)), ` (${textOf(one(end, ".co-kind"))})`),
      make("dl", {}, ...for_),
    );
  }
}

/** After an ending: the learner's own path, beside the road not taken. */

import { button, byData, copies, make, one, unseen } from "../page/dom.ts";
import { youWrote } from "./commit.ts";
import type { Machine, State, Taken } from "./machine.ts";
import type { Written } from "../record/hosts.ts";
import { consequence, firstSentence, optionText, titleOf } from "./text.ts";
import { caseWords } from "../words/words.ts";

export type Parts = (id: string) => HTMLElement;

/** The decisions taken so far, each with its consequence to read again. */
export function pathSoFar(taken: Taken[], parts: Parts): HTMLElement {
  const lines = taken.map((step) => {
    const decision = parts(step.decision);
    const happened = make("div", {}, ...consequence(decision, step.option), ...notices(step));
    return make("li", {}, make("b", {}, titleOf(decision)), chosen(decision, step.option), happened);
  });
  const summary = make("summary", {}, caseWords().soFar(taken.length));
  return make("details", { class: "co-path" }, summary, make("ol", {}, ...lines));
}

export function chosen(decision: HTMLElement, option: string): HTMLElement {
  const { letter, text } = optionText(decision, option);
  return make("p", { class: "co-chosen" }, make("b", {}, `${caseWords().chose} ${letter}:`), ` ${text}`);
}

export const notices = ({ notices }: Taken): HTMLElement[] =>
  notices.map((notice) => make("p", { class: "co-notice" }, make("b", {}, caseWords().heard), ` ${notice}`));

export function replayed(
  machine: Machine,
  state: State,
  parts: Parts,
  goBack: (to: string, opener: HTMLElement) => void,
  beside: { written: Record<string, Written>; views: HTMLElement },
) {
  return make(
    "ol",
    { class: "co-replay" },
    ...state.taken.map((step) => {
      const decision = parts(step.decision);
      const title = titleOf(decision);
      const back: HTMLButtonElement = button(caseWords().goBack, () => goBack(step.decision, back));
      back.append(unseen(`: ${title}`));
      return make(
        "li",
        { class: "co-replayed" },
        make("b", {}, title),
        ...youWrote(beside.written[step.decision]),
        chosen(decision, step.option),
        make("p", { class: "co-taken" }, firstSentence(consequence(decision, step.option))),
        ...argued(beside.views, step.decision),
        notTaken(machine, step, decision),
        back,
      );
    }),
  );
}

/** Our view of a decision, as the static debrief words it, without its title. */
function argued(debrief: HTMLElement, decision: string): HTMLElement[] {
  const view = one(debrief, ".co-views") && byData(one(debrief, ".co-views")!, "view", decision);
  if (!view) return [];
  const parts = [...view.children].filter((part) => !part.matches("h5"));
  const summary = make("summary", {}, caseWords().ourView);
  return [make("details", { class: "co-our-view" }, summary, ...copies(parts))];
}

function notTaken(machine: Machine, step: Taken, decision: HTMLElement): HTMLElement {
  const text = caseWords();
  const others = Object.keys(machine.decisions[step.decision]?.options ?? {}).filter(
    (option) => option !== step.option,
  );
  const roads = others.flatMap((option) => {
    const { letter, text: label } = optionText(decision, option);
    const closed = step.open.includes(option) ? "" : ` ${text.closedThen}`;
    return [make("p", {}, make("b", {}, `${letter}: ${label}`), closed), ...consequence(decision, option)];
  });
  const summary = make("summary", {}, text.notTaken, unseen(`: ${titleOf(decision)}`));
  return make("details", { class: "co-not-taken" }, summary, ...roads);
}

export function endingsSeen(seen: string[], machine: Machine, parts: Parts): HTMLElement | undefined {
  const known = machine.endings.filter((ending) => seen.includes(ending));
  if (!known.length) return undefined;
  const titles = known.map((ending) => titleOf(parts(ending))).join(", ");
  const sentence = caseWords().seen(titles, known.length, machine.endings.length);
  return make("p", { class: "co-endings-seen" }, sentence);
}

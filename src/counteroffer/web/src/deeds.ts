/** What a learner does, made into statements (without who and when, which the record adds). */

import type { Step } from "./case-machine.ts";
import { encode } from "./respond.ts";
import type { Response } from "./respond.ts";
import { ADL, CARDS, ids } from "./statements.ts";
import type { Deed, Definition, Result, Verb } from "./statements.ts";

function deed(verb: Verb, id: string, definition: Definition, result?: Result, parent?: string): Deed {
  return {
    verb: { id: `${ADL}verbs/${verb}`, display: { en: verb } },
    object: { objectType: "Activity", id, definition },
    ...(result && { result }),
    ...(parent && { context: { contextActivities: { parent: [{ objectType: "Activity", id: parent }] } } }),
  };
}

const INTERACTION = `${ADL}activities/cmi.interaction`;
const kinds = { unit: "lesson", check: "assessment", case: "simulation", explorer: "media" };
const typed = (kind: keyof typeof kinds): Definition => ({ type: `${ADL}activities/${kinds[kind]}` });

export const answered = (
  check: string,
  item: string,
  response: Response,
  scaled: number,
  interactionType: string,
) =>
  deed(
    "answered",
    ids.item(check, item),
    { type: INTERACTION, interactionType },
    { response: encode(response), score: { scaled }, success: scaled === 1 },
    ids.check(check),
  );
export const checked = (check: string, scaled: number) =>
  deed("completed", ids.check(check), typed("check"), { score: { scaled }, completion: true });
export const decided = (one: string, step: Step) =>
  deed(
    "answered",
    ids.decision(one, step.decision),
    { type: INTERACTION, interactionType: "choice" },
    { response: step.option ?? "", extensions: { [CARDS]: step.cards } },
    ids.case(one),
  );
export const ended = (one: string, ending: string) =>
  deed("completed", ids.case(one), typed("case"), { response: ending, completion: true });
export const began = (kind: "check" | "case", id: string) => deed("initialized", ids[kind](id), typed(kind));
export const read = (unit: string) => deed("experienced", ids.unit(unit), typed("unit"));
export const set = (explorer: string, setting: Record<string, string>) =>
  deed("interacted", ids.explorer(explorer), typed("explorer"), { response: encode(setting) });

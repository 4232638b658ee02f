/** What a learner does, made into statements (without who and when, which the record adds). */

import type { Step } from "../case/machine.ts";
import { encode } from "../item/respond.ts";
import type { Response } from "../item/respond.ts";
import { ADL, CARDS, FORM, OUTCOMES, SURE, ids } from "./statements.ts";
import type { Deed, Definition, Marks, Result, Verb } from "./statements.ts";

function deed(verb: Verb, id: string, definition: Definition, result?: Result, parent?: string): Deed {
  return {
    verb: { id: `${ADL}verbs/${verb}`, display: { en: verb } },
    object: { objectType: "Activity", id, definition },
    ...(result && { result }),
    ...(parent && { context: { contextActivities: { parent: [{ objectType: "Activity", id: parent }] } } }),
  };
}

const INTERACTION = `${ADL}activities/cmi.interaction`;
const kinds = {
  unit: "lesson",
  check: "assessment",
  exam: "assessment",
  review: "assessment",
  case: "simulation",
  explorer: "media",
};
const typed = (kind: keyof typeof kinds): Definition => ({ type: `${ADL}activities/${kinds[kind]}` });

/** An item of a sheet was answered; `sure` is how sure the learner was, where that was asked. */
export const answered = (
  sheet: string,
  item: string,
  response: Response,
  scaled: number,
  interactionType: string,
  sure?: number,
) =>
  deed(
    "answered",
    ids.item(sheet, item),
    { type: INTERACTION, interactionType },
    {
      response: encode(response),
      score: { scaled },
      success: scaled === 1,
      ...(sure !== undefined && { extensions: { [SURE]: sure } }),
    },
    sheet,
  );
export const checked = (sheet: string, scaled: number) =>
  deed("completed", sheet, typed("check"), { score: { scaled }, completion: true });
/** A form was drawn: its items, in order. */
export const drew = (kind: "exam" | "review", sheet: string, form: string[]) =>
  deed("initialized", sheet, typed(kind), { extensions: { [FORM]: form } });
/** A practice examination was handed in. */
export const handedIn = (sheet: string, scaled: number, passed: boolean, seconds: number, marks: Marks) =>
  deed("completed", sheet, typed("exam"), {
    score: { scaled },
    success: passed,
    completion: true,
    duration: `PT${Math.round(seconds)}S`,
    extensions: { [OUTCOMES]: marks },
  });
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
export const began = (kind: "check" | "case", id: string) => deed("initialized", id, typed(kind));
export const noted = (unit: string, text: string) =>
  deed("commented", ids.unit(unit), typed("unit"), { response: text });
export const read = (unit: string) => deed("experienced", ids.unit(unit), typed("unit"));
export const set = (explorer: string, setting: Record<string, string>) =>
  deed("interacted", ids.explorer(explorer), typed("explorer"), { response: encode(setting) });

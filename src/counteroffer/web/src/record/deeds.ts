/** What a learner does, made into statements (without who and when, which the record adds). */

import type { Step } from "../case/machine.ts";
import { encode } from "../item/respond.ts";
import type { Response } from "../item/respond.ts";
import { isWhole } from "../item/points.ts";
import type { Points } from "../item/points.ts";
import { ADL, CARDS, EDITION, FORM, OUTCOMES, REPLACES, SURE, ids, verbOf } from "./statements.ts";
import type { Deed, Definition, Marks, Result, Score, Verb } from "./statements.ts";

interface Around {
  parent?: string;
  /** The edition of the item or case. */
  edition?: string;
  /** The sitting: what belongs to one drawn form. */
  sitting?: string;
  replaces?: string[];
}

function deed(
  verb: Verb,
  id: string,
  definition: Definition,
  result?: Result,
  { parent, edition, sitting, replaces }: Around = {},
): Deed {
  const extensions = { ...(edition && { [EDITION]: edition }), ...(replaces && { [REPLACES]: replaces }) };
  const context = {
    ...(sitting && { registration: sitting }),
    ...(parent && { contextActivities: { parent: [{ objectType: "Activity" as const, id: parent }] } }),
    ...(Object.keys(extensions).length && { extensions }),
  };
  return {
    verb: verbOf(verb),
    object: { objectType: "Activity", id, definition },
    ...(result && { result }),
    ...(Object.keys(context).length && { context }),
  };
}

const scoreOf = ([raw, max]: Points): Score => ({ raw, max, scaled: raw / max });

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

export interface Answer {
  response: Response;
  mark: Points;
  interaction: string;
  edition?: string;
  /** How sure the learner was, from 0 to 1, where that was asked. */
  sure?: number;
}

/** An item of a sheet was answered. */
export const answered = (
  sheet: string,
  item: string,
  { response, mark, interaction, edition, sure }: Answer,
  sitting?: string,
) =>
  deed(
    "answered",
    ids.item(sheet, item),
    { type: INTERACTION, interactionType: interaction },
    {
      response: encode(response),
      score: scoreOf(mark),
      success: isWhole(mark),
      ...(sure !== undefined && { extensions: { [SURE]: sure } }),
    },
    { parent: sheet, edition, sitting },
  );
export const checked = (sheet: string, mark: Points) =>
  deed("completed", sheet, typed("check"), { score: scoreOf(mark), completion: true });
/** A form was drawn: its items, in order. */
export const drew = (kind: "exam" | "review", sheet: string, form: string[], sitting: string) =>
  deed("initialized", sheet, typed(kind), { extensions: { [FORM]: form } }, { sitting });
/** A practice examination was handed in. */
export const handedIn = (
  sheet: string,
  sitting: string,
  { mark, passed, seconds, marks }: { mark: Points; passed: boolean; seconds: number; marks: Marks },
) =>
  deed(
    "completed",
    sheet,
    typed("exam"),
    {
      score: scoreOf(mark),
      success: passed,
      completion: true,
      duration: `PT${Math.round(seconds)}S`,
      extensions: { [OUTCOMES]: marks },
    },
    { sitting },
  );
export const decided = (one: string, step: Step, edition?: string) =>
  deed(
    "answered",
    ids.decision(one, step.decision),
    { type: INTERACTION, interactionType: "choice" },
    { response: step.option ?? "", extensions: { [CARDS]: step.cards } },
    { parent: ids.case(one), edition },
  );
export const ended = (one: string, ending: string, edition?: string) =>
  deed("completed", ids.case(one), typed("case"), { response: ending, completion: true }, { edition });
export const began = (kind: "check" | "case", id: string) => deed("initialized", id, typed(kind));
/** `replaces` are the notes that stood there before. */
export const noted = (unit: string, text: string, replaces: string[]) =>
  deed("commented", ids.unit(unit), typed("unit"), { response: text }, { replaces });
export const read = (unit: string) => deed("experienced", ids.unit(unit), typed("unit"));
export const set = (explorer: string, setting: Record<string, string>) =>
  deed("interacted", ids.explorer(explorer), typed("explorer"), { response: encode(setting) });

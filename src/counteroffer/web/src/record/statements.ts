/** What a learner did, as xAPI statements; the present state is read from them. */

import { decode, same } from "../item/respond.ts";
import type { Response, Shape } from "../item/respond.ts";
import type { Step } from "../case/machine.ts";

export type Verb = "answered" | "commented" | "completed" | "experienced" | "interacted" | "initialized";

export interface Definition {
  type: string;
  interactionType?: string;
}
export interface Result {
  response?: string;
  score?: { scaled: number };
  success?: boolean;
  completion?: boolean;
  duration?: string;
  extensions?: Record<string, unknown>;
}
export interface Activity {
  objectType: "Activity";
  id: string;
  definition?: Definition;
}
/** A statement without who and when, which the record adds. */
export interface Deed {
  verb: { id: string; display: Record<string, string> };
  object: Activity;
  result?: Result;
  context?: { contextActivities: { parent: Activity[] } };
}
export interface Statement extends Deed {
  id: string;
  actor: { objectType: "Agent"; account: { homePage: string; name: string } };
  timestamp: string;
}

export const ADL = "http://adlnet.gov/expapi/";
export const CARDS = "urn:counteroffer:cards";
/** How sure the learner was of an answer, from 0 to 1. */
export const SURE = "urn:counteroffer:sure";
/** The items of a form, in their order. */
export const FORM = "urn:counteroffer:form";
/** Right and all answers of a form, by outcome: `{"CO1": [3.5, 4]}`. */
export const OUTCOMES = "urn:counteroffer:outcomes";

export const ids = {
  unit: (unit: string) => `urn:counteroffer:unit:${unit}`,
  check: (check: string) => `urn:counteroffer:check:${check}`,
  case: (one: string) => `urn:counteroffer:case:${one}`,
  decision: (one: string, decision: string) => `urn:counteroffer:case:${one}:decision:${decision}`,
  explorer: (explorer: string) => `urn:counteroffer:explorer:${explorer}`,
  exam: (form: string) => `urn:counteroffer:exam:${form}`,
  review: (plan: string) => `urn:counteroffer:review:${plan}`,
  /** An item of a sheet: of a check, an examination or a review. */
  item: (sheet: string, item: string) => `${sheet}:item:${item}`,
};

/** Marks earned and marks to be had, by outcome. */
export type Marks = Record<string, [earned: number, of: number]>;

export const did = (statement: Deed, verb: Verb) => statement.verb.id === `${ADL}verbs/${verb}`;

export const isAbout = (statement: Deed, id: string) =>
  statement.object.id === id || statement.object.id.startsWith(`${id}:`);

/** The statements of the present attempt at a check or case: those since it last began. */
export function attempt<S extends Deed>(statements: S[], id: string): S[] {
  const about = statements.filter((statement) => isAbout(statement, id));
  const began = about.map((statement) => did(statement, "initialized")).lastIndexOf(true);
  return about.slice(began + 1);
}

/** The last answer to each item of a sheet, by the item's id. */
export function answers<S extends Deed>(statements: S[], sheet: string): Map<string, S> {
  const prefix = ids.item(sheet, "");
  return new Map(
    statements
      .filter((statement) => did(statement, "answered") && statement.object.id.startsWith(prefix))
      .map((statement) => [statement.object.id.slice(prefix.length), statement]),
  );
}

export const responseOf = (statement: Deed, shape: Shape): Response =>
  decode(statement.result?.response ?? "", shape);

/** The path through a case: a decision taken anew cuts off what had followed it. */
export function pathOf(statements: Deed[], one: string): Step[] {
  const prefix = ids.decision(one, "");
  let path: Step[] = [];
  for (const { object, result } of attempt(statements, ids.case(one))) {
    if (!object.id.startsWith(prefix)) continue;
    const decision = object.id.slice(prefix.length);
    const cards = result?.extensions?.[CARDS];
    path = before(path, decision);
    path.push({
      decision,
      cards: Array.isArray(cards) ? cards.map(String) : [],
      option: result?.response ?? "",
    });
  }
  return path;
}

export function before(path: Step[], decision: string): Step[] {
  const place = path.findIndex((step) => step.decision === decision);
  return place < 0 ? path : path.slice(0, place);
}

export const endingsSeen = (statements: Deed[], one: string): string[] => [
  ...new Set(
    statements
      .filter((statement) => did(statement, "completed") && statement.object.id === ids.case(one))
      .map((statement) => statement.result?.response ?? ""),
  ),
];

export const alreadySet = (statements: Deed[], made: Deed): boolean =>
  statements.some(
    (statement) =>
      statement.object.id === made.object.id && same(statement.result?.response, made.result?.response),
  );

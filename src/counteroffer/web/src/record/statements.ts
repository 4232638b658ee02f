/** What a learner did, as xAPI statements; the present state is read from them. */

import { decode, same } from "../item/respond.ts";
import type { Response, Shape } from "../item/respond.ts";
import type { Step } from "../case/machine.ts";

export type Verb = "answered" | "commented" | "completed" | "experienced" | "interacted" | "initialized";

export interface Definition {
  type: string;
  interactionType?: string;
}
/** `raw` of `max`, both integers; records of version 1 have `scaled` alone. */
export interface Score {
  scaled: number;
  raw?: number;
  max?: number;
}
export interface Result {
  response?: string;
  score?: Score;
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
  context?: Context;
}
export interface Context {
  /** The sitting that this belongs to, where a form was drawn for it. */
  registration?: string;
  contextActivities?: { parent: Activity[] };
  extensions?: Record<string, unknown>;
}
/** Where a statement stands in the log: its order comes from this, not from any clock. */
export interface Place {
  /** The device that made it, by a random name. */
  device: string;
  /** One more than the highest that the device knew of. */
  seq: number;
  /** The edition of the course. */
  edition: string;
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
/** The place in the log (see Place). */
export const LOG = "urn:counteroffer:log";
/** The edition of the item or case that was answered. */
export const EDITION = "urn:counteroffer:edition";
/** The notes that a note takes the place of, by their statements' ids. */
export const REPLACES = "urn:counteroffer:replaces";
/** The items of a form, in their order. */
export const FORM = "urn:counteroffer:form";
/** Right and all answers of a form, by outcome: `{"CO1": [7, 8, 4]}`. */
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

/** By outcome: marks earned and to be had, as integers over one denominator, and the number of items. Version 1 had two numbers, by item. */
export type Marks = Record<string, readonly [earned: number, of: number, items?: number]>;

export const placeOf = (statement: Deed): Place | undefined =>
  statement.context?.extensions?.[LOG] as Place | undefined;
export const seqOf = (statement: Deed): number => placeOf(statement)?.seq ?? 0;
export const editionOf = (statement: Deed): string => String(statement.context?.extensions?.[EDITION] ?? "");

/** The order of the log: what a device had seen comes before what it did then; of what neither had seen, one is put first everywhere. What one device gave one place (two windows may) stays as it stands. */
export function inOrder(one: Statement, other: Statement): number {
  const [a, b] = [placeOf(one), placeOf(other)];
  return (a?.seq ?? 0) - (b?.seq ?? 0) || order(a?.device ?? "", b?.device ?? "");
}
const order = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

export const verbId = (verb: Verb): string => `${ADL}verbs/${verb}`;

/** A verb as a statement says it. */
export const verbOf = (verb: Verb): Deed["verb"] => ({ id: verbId(verb), display: { en: verb } });

/** Who did it, by a random name. */
export const agent = (name: string): Statement["actor"] => ({
  objectType: "Agent",
  account: { homePage: "urn:counteroffer:device", name },
});

export const did = (statement: Deed, verb: Verb) => statement.verb.id === verbId(verb);

export const isAbout = (statement: Deed, id: string) =>
  statement.object.id === id || statement.object.id.startsWith(`${id}:`);

/**
 * The statements of the present attempt at a check, case or form: those since it last began.
 * A form that was drawn has a registration: what was done on another device to another form stays apart.
 */
export function attempt<S extends Deed>(statements: readonly S[], id: string): S[] {
  const about = statements.filter((statement) => isAbout(statement, id));
  const began = about.map((statement) => did(statement, "initialized")).lastIndexOf(true);
  const sitting = about[began]?.context?.registration;
  const since = about.slice(began + 1);
  return sitting ? since.filter(({ context }) => context?.registration === sitting) : since;
}

/** The last answer to each item of a sheet, by the item's id. */
export function answers<S extends Deed>(statements: readonly S[], sheet: string): Map<string, S> {
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
export function pathOf(statements: readonly Deed[], one: string): Step[] {
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

export const endingsSeen = (statements: readonly Deed[], one: string): string[] => [
  ...new Set(
    statements
      .filter((statement) => did(statement, "completed") && statement.object.id === ids.case(one))
      .map((statement) => statement.result?.response ?? ""),
  ),
];

export const alreadySet = (statements: readonly Deed[], made: Deed): boolean =>
  statements.some(
    (statement) =>
      statement.object.id === made.object.id && same(statement.result?.response, made.result?.response),
  );

/**
 * What is read, whether from this browser or from a file, is looked at piece by piece: a value that makes no
 * sense costs itself alone. Nothing here knows the items of the course; a page that shows one looks at its response too.
 */

import { isPoints } from "./fraction.ts";
import {
  CARDS,
  EDITION,
  FORM,
  LOG,
  OUTCOMES,
  REPLACES,
  SURE,
  agent,
  ids,
  verbId,
  verbOf,
} from "./statements.ts";
import type { Statement, Verb } from "./statements.ts";
import type { Response, Shape } from "../item/respond.ts";

type Plain = Record<string, unknown>;

export const isPlain = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isFlag = (value: unknown) => typeof value === "boolean";
const isText = (value: unknown): value is string => typeof value === "string";
const areTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
/**
 * No number of a record goes further, up or down: places in the log, turns of drafts, counts. One statement a second for
 * thirty years comes to less, so what lies beyond is a fault. Were it taken in, whatever is counted on from it would soon
 * leave the integers that a number holds exactly, and be a fault itself at every later visit.
 */
export const MOST = 1e9;
export const isNumber = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(value as number) <= MOST;
const isCount = (value: unknown): value is number => isNumber(value) && value >= 0;
export const isShare = (value: unknown): value is number =>
  typeof value === "number" && value >= 0 && value <= 1;
const every = (value: unknown, test: (one: unknown) => boolean): boolean =>
  isPlain(value) && Object.values(value).every(test);

const VERBS: Verb[] = ["answered", "commented", "completed", "experienced", "interacted", "initialized"];
const OURS = "urn:counteroffer:";
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Marks of an outcome: two numbers in version 1, three since. */
const areMarks = (value: unknown) =>
  Array.isArray(value) &&
  (value.length === 2 || value.length === 3) &&
  value.every((one) => typeof one === "number" && one >= 0 && one <= MOST);

const isScore = (value: unknown) =>
  isPlain(value) &&
  isShare(value.scaled) &&
  (value.raw === undefined ? value.max === undefined : isPoints([value.raw, value.max]));

type Test = (part: unknown, name: string) => boolean;

type Check = (part: unknown) => boolean;
type Tests = ReadonlyMap<string, Check>;

const RESULT: Tests = new Map<string, Check>([
  ["score", isScore],
  ["success", isFlag],
  ["completion", isFlag],
  ["duration", isText],
]);
const RESULT_MORE: Tests = new Map<string, Check>([
  [SURE, isShare],
  [FORM, areTexts],
  [CARDS, areTexts],
]);
const CONTEXT: Tests = new Map<string, Check>([
  ["registration", isText],
  ["contextActivities", isPlain],
]);
const isPlace = (value: unknown) =>
  isPlain(value) && isText(value.device) && isNumber(value.seq) && isText(value.edition);
const CONTEXT_MORE: Tests = new Map<string, Check>([
  [LOG, isPlace],
  [EDITION, isText],
  [REPLACES, areTexts],
]);

/** What is named there is tested; what else there is stays. */
const known =
  (tests: Tests): Test =>
  (part, name) =>
    tests.get(name)?.(part) ?? true;

const plain = (value: unknown): Plain => (isPlain(value) ? value : {});

/** A statement without the parts that make no sense, and how many those were; none where nothing of it can be used. */
export function soundStatement(value: unknown): { statement?: Statement; faults: number } {
  const { id, actor, verb, object, result, context, timestamp } = plain(value);
  const done = VERBS.find((one) => plain(verb).id === verbId(one));
  const about = plain(object);
  // The response is what such a statement is about.
  const { response = "" } = plain(result);
  const usable =
    isText(id) &&
    UUID.test(id) &&
    isText(about.id) &&
    about.id.startsWith(OURS) &&
    isText(timestamp) &&
    !Number.isNaN(Date.parse(timestamp)) &&
    isText(response);
  if (!done || !usable) return { faults: 1 };
  let faults = 0;

  /** A copy of the parts that pass. */
  function sound(whole: unknown, test: Test): Plain | undefined {
    if (isPlain(whole)) {
      const parts = Object.entries(whole).filter(([name, part]) => test(part, name) || !++faults);
      return Object.fromEntries(parts);
    }
    if (whole !== undefined) faults += 1;
    return undefined;
  }

  /** The same of one part of a copy. */
  function within(whole: unknown, name: string, test: Test): void {
    if (!isPlain(whole)) return;
    const part = sound(whole[name], test);
    if (part) whole[name] = part;
    else delete whole[name];
  }

  const { name } = plain(plain(actor).account);
  if (!isText(name)) faults += 1;
  const soundResult = sound(result, known(RESULT));
  within(soundResult, "extensions", known(RESULT_MORE));
  within(soundResult?.extensions, OUTCOMES, areMarks);
  const soundContext = sound(context, known(CONTEXT));
  within(soundContext, "extensions", known(CONTEXT_MORE));
  const statement: Statement = {
    id,
    actor: agent(isText(name) ? name : ""),
    verb: verbOf(done),
    object: about as unknown as Statement["object"],
    ...(soundResult && { result: soundResult }),
    ...(soundContext && { context: soundContext }),
    timestamp,
  };
  return { statement, faults };
}

/** The statements of a list that can be used, and how many values could not. */
export function soundStatements(all: unknown): { statements: Statement[]; faults: number } {
  if (!Array.isArray(all)) return { statements: [], faults: 1 };
  const found = all.map(soundStatement);
  return {
    statements: found.flatMap(({ statement }) => statement ?? []),
    faults: found.reduce((sum, { faults }) => sum + faults, 0),
  };
}

const isResponse = (value: unknown) =>
  isText(value) || areTexts(value) || every(value, (one) => isText(one) || isCount(one));

/** What may be kept between two statements, by the activity it belongs to (after `urn:counteroffer:`). */
const DRAFTS: [activity: RegExp, test: (value: unknown) => boolean][] = [
  [/:item:[^:]+$/, (value) => value === null || isResponse(value)],
  [/:item:[^:]+:sure$/, isShare],
  [/^unit:[^:]+:note$/, isText],
  [/^case:[^:]+$/, (value) => isPlain(value) && isText(value.decision) && areTexts(value.cards)],
  [/^case:[^:]+:written$/, (value) => every(value, (one) => isPlain(one) && isText(one.text))],
  [/^explorer:[^:]+$/, (value) => every(value, (one) => isText(one) || every(one, isText))],
  [/^exam:[^:]+:seconds$/, isCount],
  [/^exam:[^:]+:flags$/, areTexts],
  [/^settings:[^:]+$/, isFlag],
];

export const soundDraft = (activity: string, value: unknown): boolean =>
  activity.startsWith(OURS) &&
  DRAFTS.some(([pattern, test]) => pattern.test(activity.slice(OURS.length)) && test(value));

/** Whether a response is one that an item of this shape can be given. */
export const fits = (response: unknown, shape: Shape): response is Response =>
  shape === "one"
    ? isText(response)
    : shape === "list"
      ? areTexts(response)
      : every(response, shape === "pairs" ? isText : isCount);

/** The activity whose statements settle a draft: an item, a case, a unit, an explorer, a form. */
export const settledBy = (draft: string): string => draft.replace(/:(sure|note|seconds|flags|written)$/, "");

/** What was written at the decisions of a case outlives them; only a new attempt ends it. */
export const isWritten = (draft: string): boolean =>
  draft.startsWith(ids.case("")) && draft.endsWith(":written");

export const isNote = (draft: string): boolean => draft.startsWith(ids.unit("")) && draft.endsWith(":note");

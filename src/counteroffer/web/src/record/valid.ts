/**
 * What is read, whether from this browser or from a file, is looked at piece by piece: a value that makes no
 * sense costs itself alone. Nothing here knows the items of the course; a page that shows one looks at its response too.
 */

import { isPoints } from "./fraction.ts";
import { ADL, CARDS, EDITION, FORM, LOG, OUTCOMES, REPLACES, SURE, ids } from "./statements.ts";
import type { Context, Result, Statement } from "./statements.ts";
import type { Response, Shape } from "../item/respond.ts";

type Plain = Record<string, unknown>;

export const isPlain = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);
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

const VERBS = ["answered", "commented", "completed", "experienced", "interacted", "initialized"];
const OURS = "urn:counteroffer:";
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Marks of an outcome: two numbers in version 1, three since. */
const areMarks = (value: unknown) =>
  Array.isArray(value) &&
  (value.length === 2 || value.length === 3) &&
  value.every((one) => typeof one === "number" && one >= 0 && one <= MOST);

const RESULT: Record<string, (value: unknown) => boolean> = {
  [SURE]: isShare,
  [FORM]: areTexts,
  [CARDS]: areTexts,
};
const CONTEXT: Record<string, (value: unknown) => boolean> = {
  [LOG]: (value) => isPlain(value) && isText(value.device) && isNumber(value.seq) && isText(value.edition),
  [EDITION]: isText,
  [REPLACES]: areTexts,
};

/** A statement without the parts that make no sense, and how many those were; none where nothing of it can be used. */
export function soundStatement(value: unknown): { statement?: Statement; faults: number } {
  const lost = { faults: 1 };
  if (!isPlain(value) || !isPlain(value.verb) || !isPlain(value.object)) return lost;
  const { id, actor, verb, object, result, context, timestamp } = value;
  const known =
    isText(id) &&
    UUID.test(id) &&
    VERBS.some((name) => verb.id === `${ADL}verbs/${name}`) &&
    isText(object.id) &&
    object.id.startsWith(OURS) &&
    isText(timestamp) &&
    !Number.isNaN(Date.parse(timestamp));
  if (!known) return lost;
  // The response is what such a statement is about.
  if (isPlain(result) && result.response !== undefined && !isText(result.response)) return lost;
  let faults = 0;
  const fault = <T>(): T | undefined => {
    faults += 1;
    return undefined;
  };
  const account = isPlain(actor) && isPlain(actor.account) ? actor.account : {};
  const name = isText(account.name) ? account.name : (fault<string>() ?? "");
  const soundResult = result === undefined ? undefined : isPlain(result) ? partsOf(result) : fault<Result>();
  const soundContext =
    context === undefined ? undefined : isPlain(context) ? around(context) : fault<Context>();
  const verbName = verb.id as string;
  const statement: Statement = {
    id,
    actor: { objectType: "Agent", account: { homePage: "urn:counteroffer:device", name } },
    verb: { id: verbName, display: { en: verbName.slice(verbName.lastIndexOf("/") + 1) } },
    object: object as unknown as Statement["object"],
    ...(soundResult && { result: soundResult }),
    ...(soundContext && { context: soundContext }),
    timestamp,
  };
  return { statement, faults };

  function partsOf({ score, extensions, duration, success, completion, response }: Plain): Result {
    const marked = isPlain(score) ? score : {};
    const { scaled, raw, max } = marked;
    const fits = isShare(scaled) && (raw === undefined ? max === undefined : isPoints([raw, max]));
    if (score !== undefined && !fits) fault();
    const own = isPlain(extensions) ? { ...extensions } : {};
    if (extensions !== undefined && !isPlain(extensions)) fault();
    for (const [key, test] of Object.entries(RESULT)) if (key in own && !test(own[key])) drop(own, key);
    if (OUTCOMES in own) {
      if (!isPlain(own[OUTCOMES])) drop(own, OUTCOMES);
      else {
        const marks = { ...own[OUTCOMES] };
        for (const [key, mark] of Object.entries(marks)) if (!areMarks(mark)) drop(marks, key);
        own[OUTCOMES] = marks;
      }
    }
    return {
      ...(isText(response) && { response }),
      ...(fits && { score: { scaled, ...(raw !== undefined && { raw: Number(raw), max: Number(max) }) } }),
      ...(typeof success === "boolean" && { success }),
      ...(typeof completion === "boolean" && { completion }),
      ...(isText(duration) && { duration }),
      ...(Object.keys(own).length && { extensions: own }),
    };
  }

  function around({ registration, contextActivities, extensions }: Plain): Context {
    const own = isPlain(extensions) ? { ...extensions } : {};
    for (const [key, test] of Object.entries(CONTEXT)) if (key in own && !test(own[key])) drop(own, key);
    return {
      ...(isText(registration) && { registration }),
      ...(isPlain(contextActivities) && {
        contextActivities: contextActivities as unknown as Context["contextActivities"],
      }),
      ...(Object.keys(own).length && { extensions: own }),
    };
  }

  function drop(from: Plain, key: string): void {
    delete from[key];
    faults += 1;
  }
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
  [/^settings:[^:]+$/, (value) => typeof value === "boolean"],
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

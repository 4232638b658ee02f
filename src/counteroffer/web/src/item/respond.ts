/** Responses of a learner, and their text form in a statement (cmi.interaction of xAPI). */

export type Ratings = Record<string, number>;
export type Pairs = Record<string, string>;
export type Response = string | string[] | Pairs | Ratings;

/** How a kind of item answers: one option, a list of them, pairs, or ratings of options. */
export type Shape = "one" | "list" | "pairs" | "ratings";

export function encode(response: Response): string {
  if (typeof response === "string") return response;
  const parts = Array.isArray(response)
    ? response
    : Object.entries(response).map(([left, right]) => `${left}[.]${right}`);
  return parts.join("[,]");
}

export function decode(text: string, shape: Shape): Response {
  if (shape === "one") return text;
  const parts = text ? text.split("[,]") : [];
  if (shape === "list") return parts;
  const pairs = parts.map((part): [string, string] => {
    const [left = "", right = ""] = part.split("[.]");
    return [left, right];
  });
  return Object.fromEntries(
    shape === "pairs" ? pairs : pairs.map(([option, rating]) => [option, Number(rating)]),
  ) as Pairs | Ratings;
}

export function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

/** Equal for equal responses, whatever the order in which a record's entries were made. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

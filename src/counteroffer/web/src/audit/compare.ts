/** Where ours is behind: steps between two marks, and the widest of them, as models/audit.py has them. */

/** A step from 0 to 4; undefined where the side is not known. */
export type Step = number | undefined;

/** Steps by which theirs is ahead; undefined where a side is not known. */
export const gap = (theirs: Step, ours: Step): Step =>
  theirs === undefined || ours === undefined ? undefined : theirs - ours;

/** The places of at most `most` rows on which ours is behind, the widest gap first; equal gaps in the order of rows. */
export const widest = (gaps: Step[], most = 3): number[] =>
  gaps
    .map((steps, place) => ({ steps: steps ?? 0, place }))
    .filter(({ steps }) => steps > 0)
    .sort((one, other) => other.steps - one.steps || one.place - other.place)
    .slice(0, most)
    .map(({ place }) => place);

/** How sure a learner was against how often that was right. */

import { asShare } from "../item/points.ts";
import { mean } from "./fraction.ts";
import type { Mark } from "./marks.ts";
import { LEVELS } from "../item/sure.ts";

export interface Level {
  /** What the learner said, from 0 to 1. */
  said: number;
  /** The mean mark of those answers, from 0 to 1. */
  was: number;
  answers: number;
}

/** One entry for each level of sureness that was used. */
export function calibration(marks: Mark[]): Level[] {
  return LEVELS.flatMap((said) => {
    const own = marks.filter(({ sure }) => sure === said);
    if (!own.length) return [];
    const was = asShare(mean(own.map(({ score }) => score)));
    return [{ said, was, answers: own.length }];
  });
}

/** How much surer the learner was than right, on average: above 0 is too sure, below 0 not sure enough. */
export function overconfidence(levels: Level[]): number {
  const answers = levels.reduce((sum, level) => sum + level.answers, 0);
  const excess = levels.reduce((sum, { said, was, answers: own }) => sum + (said - was) * own, 0);
  return answers ? excess / answers : 0;
}

/** What `items.js` tells the pages that practise and report: the items, what they serve, and the blueprint. */

import type { Points } from "../item/points.ts";
import { ownNames } from "../page/course.ts";

export interface ItemFacts {
  check: string;
  unit: string;
  objectives: string[];
  outcome: string;
  /** Asks for more than to remember and understand. */
  beyond: boolean;
  /** The mark that an answer at random can expect. */
  chance: Points;
  /** The section that helps, from the book's root. */
  url: string;
  edition?: string;
}
export interface Blueprint {
  items: number;
  minutes: number;
  pass_mark: number;
  outcomes: Record<string, number>;
  apply_or_analyse: number;
  set_items: number;
}
export interface Bank {
  outcomes: Record<string, string>;
  objectives: Record<string, { text: string; units: string[] }>;
  checks: Record<string, { title: string; set: boolean; probe: boolean }>;
  items: Record<string, ItemFacts>;
  /** Headings by the address of their section. */
  sections: Record<string, string>;
  endings: Record<string, Record<string, string>>;
  blueprint: Blueprint | null;
  /** Forms of the practice examination: places among the ids of all items, sorted. */
  forms: number[][];
}

declare global {
  interface Window {
    counterofferItems?: Bank;
  }
}

const NONE: Bank = {
  outcomes: {},
  objectives: {},
  checks: {},
  items: {},
  sections: {},
  endings: {},
  blueprint: null,
  forms: [],
};

export const bank = (): Bank => ownNames(window.counterofferItems ?? NONE);

/** Items that teach: those of a probe come before teaching and count for nothing. */
export const practiceItems = ({ items, checks }: Bank): [string, ItemFacts][] =>
  Object.entries(items).filter(([, { check }]) => !checks[check]?.probe);

export const editionOfItem = (item: string): string => bank().items[item]?.edition ?? "";

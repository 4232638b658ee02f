/** The sheet of the audit as it stands in the page: its rows, the learner's marks, and the codes beside them. */

import { gap, widest } from "./compare.ts";
import type { Step } from "./compare.ts";
import { all, byData, one, textOf } from "../page/dom.ts";

/** What the learner has put down; it stays on the device. A mark is "0" to "4" or "unknown". */
export interface Entries {
  name?: string;
  phase?: string;
  marks?: Record<string, string>;
}

/** A row in the phase that was chosen. */
export interface Row {
  id: string;
  number: number;
  label: string;
  marked: boolean;
  ours: Step;
  theirs: Step;
  promised: boolean;
  disputed: boolean;
  steps: Step;
  fieldset: HTMLElement;
}

export class Sheet {
  readonly root: HTMLElement;
  constructor(root: HTMLElement) {
    this.root = root;
  }

  get name(): HTMLInputElement {
    return one<HTMLInputElement>(this.root, ".co-name input")!;
  }

  /** The group of radio buttons for the phase, then one for each row. */
  get groups(): HTMLElement[] {
    return all(this.root, ".co-phase, .co-dimension");
  }

  get dimensions(): HTMLElement[] {
    return all(this.root, ".co-dimension");
  }

  /** The first group that is still without a mark. */
  get firstOpen(): HTMLElement {
    return this.groups.find((group) => chosen(group) === undefined) ?? this.root;
  }

  get phase(): string | undefined {
    return chosen(one(this.root, ".co-phase")!);
  }

  /** The words of the phase that was chosen. */
  get phaseLabel(): string {
    const label = one(this.root, ".co-phase input:checked + label b");
    return textOf(label).replace(/\.$/, "");
  }

  get scale(): string[] {
    return all(this.root, ".co-scale li").map(textOf);
  }

  entries(): Entries {
    const marks = this.dimensions.flatMap((row) => {
      const mark = chosen(row);
      return mark === undefined ? [] : [[row.dataset.dimension ?? "", mark]];
    });
    return { name: this.name.value, phase: this.phase, marks: Object.fromEntries(marks) };
  }

  /** Put down what was kept; whatever does not fit the sheet is left out. */
  fill({ name, phase, marks }: Entries): void {
    this.name.value = typeof name === "string" ? name.slice(0, this.name.maxLength) : "";
    for (const group of this.groups) {
      const value = group.dataset.dimension ? marks?.[group.dataset.dimension] : phase;
      for (const radio of radios(group)) radio.checked = radio.value === value;
    }
  }

  rows(): Row[] {
    const phase = this.phase ?? "";
    return this.dimensions.map((fieldset, place) => {
      const mark = chosen(fieldset);
      const code = byData(fieldset, "phase", phase)?.dataset ?? {};
      const ours = mark === undefined || mark === "unknown" ? undefined : Number(mark);
      const theirs = code.code === undefined ? undefined : Number(code.code);
      return {
        id: fieldset.dataset.dimension ?? "",
        number: place + 1,
        label: textOf(one(fieldset, ".co-label")),
        marked: mark !== undefined,
        ours,
        theirs,
        promised: code.basis === "promised",
        disputed: code.disputed !== undefined,
        steps: gap(theirs, ours),
        fieldset,
      };
    });
  }
}

/** The rows on which ours is furthest behind. */
export const furthest = (rows: Row[]): Row[] =>
  widest(rows.map(({ steps }) => steps)).flatMap((place) => rows[place] ?? []);

export const radios = (group: HTMLElement) => all<HTMLInputElement>(group, "input[type=radio]");

const chosen = (group: HTMLElement): string | undefined =>
  radios(group).find((radio) => radio.checked)?.value;

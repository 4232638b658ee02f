/** The parts of the page "My progress": each takes statements and gives a heading with what it found, or nothing. */

import { calibration } from "./calibration.ts";
import { calibrationPlot } from "./calibration-plot.ts";
import { course } from "../page/course.ts";
import { make } from "../page/dom.ts";
import { byItem, exams } from "../exam/practice-exams.ts";
import { bank, editionOfItem, practiceItems } from "../practice/bank.ts";
import { held } from "./held.ts";
import type { Held } from "./held.ts";
import { lastMarks, marks, present } from "./marks.ts";
import { mastery } from "./mastery.ts";
import type { ObjectiveStanding } from "./mastery.ts";
import { notes } from "../page/notes.ts";
import { commas, link, sectionLink } from "../page/places.ts";
import { percent } from "./fraction.ts";
import { checkStanding, isRead } from "./standing.ts";
import { attempt, endingsSeen, ids, isAbout, pathOf } from "./statements.ts";
import type { Statement } from "./statements.ts";
import { recordWords } from "../words/learning-words.ts";
import { workDays, workTime } from "./worktime.ts";

type Said = string | number | false;
type Part = (statements: readonly Statement[]) => HTMLElement[];

const part = (title: string, ...content: HTMLElement[]): HTMLElement[] =>
  content.length ? [make("h2", {}, title), ...content] : [];

/** Marks that count: of the questions as they are now. */
const now = (statements: readonly Statement[]) => present(marks(statements), editionOfItem);

/** The whole on one glance. */
export const summary: Part = (statements) => {
  const text = recordWords();
  const facts = bank();
  const { units, cases } = course();
  const last = lastMarks(now(statements));
  const items = practiceItems(facts);
  const standings = mastery(facts, last);
  const count = (all: unknown[], has: number) => text.of(has, all.length);
  const unitIds = Object.keys(units);
  const ended = Object.keys(cases).filter((id) => endingsSeen(statements, id).length);
  const lines: [string, string][] = [
    [text.unitsRead, count(unitIds, unitIds.filter((id) => isRead(statements, id)).length)],
    [text.itemsAnswered, count(items, items.filter(([id]) => last.has(id)).length)],
    [text.objectivesMastered, count(standings, standings.filter(({ state }) => state === "mastered").length)],
    [text.casesEnded, count(Object.keys(cases), ended.length)],
    [text.examsTaken, String(exams(statements).length)],
    [text.timeAtWork, text.time(Math.round(workTime(statements) / 60_000), workDays(statements))],
  ];
  const told = lines.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value)));
  return part(text.glance, make("dl", { class: "co-glance" }, ...told), make("p", {}, text.timeRule));
};

/** Objective by objective, with where to go again. */
export const objectives: Part = (statements) => {
  const text = recordWords();
  const facts = bank();
  const all = now(statements);
  const standings = mastery(facts, lastMarks(all));
  const late = held(all, (item) => facts.items[item]?.objectives ?? []);
  if (standings.every(({ state }) => state === "untried")) return [];
  const groups = Object.entries(facts.outcomes).map(([outcome, words]) => {
    const own = standings.filter(({ objective }) => objective.startsWith(`${outcome}.`));
    const done = own.filter(({ state }) => state === "mastered").length;
    const title = make(
      "summary",
      {},
      make("b", {}, outcome),
      ` ${words} `,
      make("span", {}, text.mastered(done, own.length)),
    );
    const details = make(
      "details",
      {},
      title,
      make(
        "ul",
        { class: "co-record-list" },
        ...own.map((one) => objectiveLine(one, late.get(one.objective))),
      ),
    );
    details.open = own.some(({ state }) => state === "practised");
    return details;
  });
  return part(text.objectives, make("p", {}, text.masteryRule), make("p", {}, text.heldRule), ...groups);
};

function objectiveLine(
  { objective, state, answered, items, score, revisit }: ObjectiveStanding,
  late: Held | undefined,
): HTMLElement {
  const text = recordWords();
  const { units } = course();
  const { text: words = "", units: teaching = [] } = bank().objectives[objective] ?? {};
  const told = answered ? `: ${text.answered(answered, items)}, ${text.score(percent(score))}` : "";
  const sections = revisit.map(sectionLink);
  const again = sections.length
    ? sections
    : state === "untried"
      ? teaching
          .filter((id) => !bank().checks[id]?.probe)
          .flatMap((id) => (units[id] ? [link(units[id].url, units[id].title)] : []))
          .slice(0, 2)
      : [];
  return make(
    "li",
    { "data-state": state },
    make("b", {}, text.states[state]),
    ` ${words}${told}.`,
    late ? ` ${text.held(late.answers, percent(late.score))}` : undefined,
    ...(again.length
      ? [
          make(
            "span",
            { class: "co-again" },
            ` ${sections.length ? text.revisit : text.begin} `,
            ...commas(again),
          ),
        ]
      : []),
  );
}

/** Units, cases, explorers, and what this edition of the course does not know. */
export const work: Part = (statements) => {
  const text = recordWords();
  const { units, cases, explorers } = course();
  const { endings } = bank();
  const about = (id: string) => statements.filter((statement) => isAbout(statement, id));
  const unitLines = Object.entries(units).map(([id, unit]) => {
    const { answered, score } = checkStanding(statements, id);
    return line(unit.url, unit.number ? `${unit.number} ${unit.title}` : unit.title, [
      isRead(statements, id) && text.read,
      answered && text.answered(answered, unit.items ?? answered),
      answered && !bank().checks[id]?.probe && text.score(percent(score)),
    ]);
  });
  const caseLines = Object.entries(cases).map(([id, one]) => {
    const decided = attempt(statements, ids.case(id)).length && pathOf(statements, id).length;
    const seen = endingsSeen(statements, id).map((ending) => endings[id]?.[ending] ?? ending);
    return line(one.url, one.title, [
      decided && text.decisions(decided),
      seen.length && `${text.endings(seen.length, one.endings)}: ${seen.join("; ")}`,
    ]);
  });
  const explorerLines = Object.entries(explorers).map(([id, explorer]) => {
    const count = about(ids.explorer(id)).length;
    return line(explorer.url, explorer.title, [count && text.settings(count)]);
  });
  return [
    ...list(text.units, unitLines),
    ...list(text.cases, caseLines),
    ...list(text.explorers, explorerLines),
    ...list(text.other, strangers(statements)),
  ];
};

function strangers(statements: readonly Statement[]): HTMLElement[] {
  const { units, cases, explorers } = course();
  const known = [
    ...Object.keys(units).map(ids.unit),
    ...[...Object.keys(units), ...Object.keys(bank().checks)].map(ids.check),
    ...Object.keys(cases).map(ids.case),
    ...Object.keys(explorers).map(ids.explorer),
    ids.exam("practice"),
    ids.review("five"),
  ];
  const other = statements.filter((statement) => !known.some((id) => isAbout(statement, id)));
  return [...new Set(other.map(({ object }) => short(object.id)))].map((id) => make("li", {}, id));
}

export const short = (id: string): string => id.replace(/^urn:counteroffer:/, "").replaceAll(":", " ");

function line(url: string, title: string, said: Said[]) {
  const told = said.filter(Boolean);
  return told.length ? make("li", {}, link(url, title), `: ${told.join(", ")}`) : undefined;
}

function list(title: string, lines: (HTMLElement | undefined)[]): HTMLElement[] {
  const full = lines.filter((one) => one !== undefined);
  return full.length ? part(title, make("ul", { class: "co-record-list" }, ...full)) : [];
}

/** Each practice examination that was handed in. */
export const history: Part = (statements) => {
  const text = recordWords();
  const taken = exams(statements).map(({ at, score, passed, seconds, outcomes }) => {
    const parts = Object.entries(outcomes).map(([name, mark]) => `${name} ${text.of(...byItem(mark))}`);
    const minutes = text.minutes(Math.round(seconds / 60));
    const said = [text.score(percent(score)), passed ? text.passed : text.notPassed, minutes, ...parts];
    return make("li", {}, make("b", {}, when(at)), `: ${said.join(", ")}`);
  });
  return taken.length ? part(text.exams, make("ol", { class: "co-record-list" }, ...taken)) : [];
};

export const when = (timestamp: string): string =>
  new Date(timestamp).toLocaleString(document.documentElement.lang || "en", {
    dateStyle: "medium",
    timeStyle: "short",
  });

/** How sure, and how right. */
export const sureness: Part = (statements) => {
  const levels = calibration(marks(statements));
  return levels.length ? part(recordWords().sure, calibrationPlot(levels)) : [];
};

/** The learner's own notes, by unit. */
export const notesOn: Part = (statements) => {
  const { units } = course();
  const own = [...notes(statements)].map(([unit, words]) => {
    const known = units[unit];
    const title = known ? link(known.url, `${known.number ?? ""} ${known.title}`.trim()) : unit;
    return make("div", { class: "co-own-note" }, make("h3", {}, title), make("p", {}, words));
  });
  return part(recordWords().notes, ...own);
};

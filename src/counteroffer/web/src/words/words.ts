/**
 * Everything that the script says to people, by language of the page; English is the base.
 *
 * A second language stands beside `en` in each part. Each part is a function, marked as pure, so that a
 * bundle holds only the words of the parts that it uses.
 */

import { spoken } from "./spoken.ts";

export const checkWords = /* @__PURE__ */ spoken({
  en: {
    check: "Check answer",
    again: "Try again",
    choose: "Choose an answer first.",
    finish: "Answer every line first.",
    best: "Best answer.",
    notBest: "Not the best answer.",
    right: "Right.",
    partly: "Partly right.",
    notYet: "Not yet.",
    instead: "Not yet. The answer:",
    noted: "Noted.",
    lines: (right: number, all: number) => `${right} of ${all} right. Feedback stands under each line.`,
    below: "Feedback stands under each line.",
    feedback: "All feedback",
    done: (answered: number, right: number, partly: number) =>
      `You answered ${answered} of ${answered}; ${right} right, ${partly} partly.`,
    noted_all: (answered: number) => `You answered ${answered} of ${answered}. Your answers are noted.`,
    restart: "Start this check again",
    askRestart: "Start again? The answers shown here are cleared; they stay on your record.",
    keep: "Keep my answers",
    restarted: "The check starts again.",
    older: (when: string, percent: number | undefined) =>
      percent === undefined
        ? `This question was changed after you answered it on ${when}. Your answer stays on your record; here you can answer anew.`
        : `This question was changed after you answered it on ${when} (${percent} % right then). That answer stays on your record; here you can answer anew.`,
    cleared: "The answer is cleared.",
  },
});

export const adviceWords = /* @__PURE__ */ spoken({
  en: {
    takeFirst: "Units to take first",
    because: (places: number[]) =>
      places.length === 1
        ? `it takes up question ${places[0]}, which you answered otherwise than the course does.`
        : `it takes up questions ${places.join(", ")}, which you answered otherwise than the course does.`,
    anywhere: "You answered every question as the course does: begin where you like.",
  },
});

export const sureWords = /* @__PURE__ */ spoken({
  en: {
    ask: "How sure are you?",
    levels: ["A guess (25 %)", "Not very (50 %)", "Fairly (75 %)", "Sure (95 %)"],
  },
});

export const plotWords = /* @__PURE__ */ spoken({
  en: {
    plot: "Calibration: how sure you said you were, and how often you were right. The table below gives the numbers.",
    said: "You were sure",
    was: "You were right",
    answers: "Answers",
    verdict: (percent: number) =>
      Math.abs(percent) < 5
        ? "On the whole you were about as sure as you were right. Points on the line are well judged."
        : percent > 0
          ? `On the whole you were surer than right, by ${percent} points. Points below the line are too sure.`
          : `On the whole you were less sure than right, by ${-percent} points. Points above the line are not sure enough.`,
  },
});

export const orderingWords = /* @__PURE__ */ spoken({
  en: {
    up: "Move up",
    down: "Move down",
    moved: (text: string, place: number, all: number) => `${text} is now ${place} of ${all}.`,
  },
});

export const caseWords = /* @__PURE__ */ spoken({
  en: {
    decide: "Decide",
    goOn: "Go on",
    showOptions: "Show the options",
    withoutWriting: "Show them without writing",
    writeFirst: "Write a line first, or ask for the options without writing.",
    wrote: "Before you saw the options you wrote:",
    ourView: "Our view, and what speaks against it",
    choose: "Choose what to do first.",
    attention: (left: number) =>
      left === 1 ? "You have time to open 1 of these." : `You have time to open ${left} of these.`,
    more: (left: number) =>
      left === 1 ? "You have time to open 1 more of these." : `You have time to open ${left} more of these.`,
    spent: "You have no time left to open more here.",
    closed: "Not open to you here.",
    chose: "You chose",
    happens: "What happens then",
    heard: "What you hear:",
    value: (value: number) => `${value} of 10`,
    change: (label: string, before: number, after: number) =>
      after === before
        ? `${label} stays at ${after}.`
        : `${label} ${after > before ? "rose" : "fell"} from ${before} to ${after}.`,
    nothing: "None of what you can see changed.",
    soFar: (count: number) =>
      count === 1 ? "Your path so far (1 decision)" : `Your path so far (${count} decisions)`,
    replay: "Your path",
    besides: "Your path beside two others",
    alike: (count: number) =>
      count === 1 ? "The first decision is the same." : `The first ${count} decisions are the same.`,
    yourRoad: "Your path",
    otherRoad: (place: number) => `Another road (${place})`,
    notTaken: "The road not taken",
    closedThen: "(not open to you then)",
    seen: (titles: string, count: number, all: number) => `Endings seen: ${titles} (${count} of ${all}).`,
    playAgain: "Play again",
    askAgain: "Play again from the start? The endings that you have seen stay on your record.",
    goBack: "Return to decision",
    askBack:
      "Return to this decision? What you decided after it is undone. The endings that you have seen stay on your record.",
    stay: "Stay here",
    moved: "This case was played on in another window. You see where it stands now.",
    older:
      "This case was changed after you last played it. It begins anew; the endings that you saw stay on your record.",
    restarted: "The case starts again.",
    back: "You are back at this decision.",
  },
});

export const explorerWords = /* @__PURE__ */ spoken({
  en: { none: "There is no picture for this setting." },
});

export const auditWords = /* @__PURE__ */ spoken({
  en: {
    kept: "theirs, kept",
    promised: "theirs, a promise",
    ours: "ours, your mark",
    promise: "a promise",
    disputed: "disputed",
    // two words, set one above the other
    unknown: ["not", "known"] as [string, string],
    unmarked: "not marked yet",
    count: (marked: number, all: number) => `${marked} of ${all} rows marked.`,
    begin: "Choose a phase and mark a row, and the picture is drawn here.",
    choosePhase: "Marked. Choose a phase to compare.",
    behindOn: "Ours is behind on",
    behindNowhere: "Ours is behind on no row that can be compared.",
    levelOn: "Level on",
    aheadOn: "Ahead on",
    apart: "Not compared, since one side is not known:",
    blank: "Not marked yet:",
    pair: (label: string, theirs: string, ours: string) => `${label} (theirs ${theirs}; ours ${ours})`,
    steps: (steps: number) =>
      steps === 0
        ? "level"
        : `${steps > 0 ? "behind" : "ahead"} by ${Math.abs(steps)} ${Math.abs(steps) === 1 ? "step" : "steps"}`,
    notCompared: "not compared",
    heads: ["Row", "Ours", "Theirs", "Gap"],
    table: "The picture as a table",
    behind: (count: number) =>
      count === 1
        ? "Where our offer is behind"
        : `The ${count === 2 ? "two" : "three"} rows where our offer is furthest behind`,
    level: "On no row that can be compared is our offer behind",
    oursIs: "Ours:",
    theirsIs: "Theirs:",
    print: "Print the report",
    printBlank: "Print a blank sheet",
    clear: "Clear the sheet",
    askClear: "Clear every mark and the name? They cannot be brought back.",
    keep: "Keep the sheet",
    cleared: "The sheet is clear. Nothing of it is kept.",
    programme: "Programme",
    nameless: "(no name)",
    date: "Date",
    phase: "Phase",
    notes: [
      "What we stop this week:",
      "What we change, who does it, by when:",
      "Who could be harmed by it:",
      "The sign that stops it, and the day of the next look:",
    ],
    records: "The records of the sources stand in the bibliography of the course “Counteroffer”.",
  },
});

export const printWords = /* @__PURE__ */ spoken({
  en: {
    print: "Print",
    plain: "Without answers",
    answers: "With answers",
    key: "With a separate key",
    heading: "Key",
  },
});

/** What the pages of checks and cases say of the record. */
export const keepingWords = /* @__PURE__ */ spoken({
  en: {
    unkept: "This browser does not keep a record: what you do here is lost when you close the page.",
    notConnected: "Not connected: answers are not reaching Python. Run the cell again.",
    traceless: "You are reading without a trace: what you do here is gone when you close this tab.",
    apart:
      "From a folder, this browser keeps what you do on this page for this page alone: My progress and other pages will not see it. Open the folder in another browser, or read the course from a web server, before you begin.",
  },
});

/**
 * Everything that the script says to people, by language of the page; English is the base.
 *
 * A second language stands beside `en` in each part. Each part is a function, marked as pure, so that a
 * bundle holds only the words of the parts that it uses.
 */

const spoken =
  <Words>(languages: { en: Words } & Record<string, Words>) =>
  (): Words =>
    languages[document.documentElement.lang.split("-")[0] ?? "en"] ?? languages.en;

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
    surely: "Press again to start over",
    restarted: "The check starts again.",
    cleared: "The answer is cleared.",
  },
});

export const sureWords = /* @__PURE__ */ spoken({
  en: {
    ask: "How sure are you?",
    levels: ["A guess (25 %)", "Not very (50 %)", "Fairly (75 %)", "Sure (95 %)"],
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
    surely: "Press again to start over",
    goBack: "Return to decision",
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
    surely: "Press again to clear everything",
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

export const noteWords = /* @__PURE__ */ spoken({
  en: {
    title: "Your note on this unit",
    label: "What do you want to remember, ask or try?",
    where: "Only this browser keeps it, with your record. Write no names of people.",
    kept: "The note is kept.",
    unkept: "This browser does not keep the note: copy it before you close the page.",
  },
});

export const progressWords = /* @__PURE__ */ spoken({
  en: { read: "read", started: "started", done: "done" },
});

export const practiceWords = /* @__PURE__ */ spoken({
  en: {
    review: "Five from last week",
    reviewRule:
      "A question that you answered right comes back after 1 day, then after 3, 7, 14 and 30 (Leitner's boxes); after any other answer it starts again at 1. Five at a time, from different units where possible.",
    dueCount: (due: number) =>
      due === 0 ? "Nothing is due now." : due === 1 ? "1 question is due." : `${due} questions are due.`,
    dueNext: (when: string) => `The next one is due on ${when}.`,
    nothingAnswered: "Answer the check of a unit first: its questions come back here.",
    drawFive: (due: number) => (due < 5 ? `Practise ${due}` : "Practise five"),
    exam: "Practice examination",
    rules: (items: number, minutes: number, pass: number) =>
      `${items} questions from the practice bank, drawn by the same plan as the certification quiz; ${minutes} minutes; the pass mark is ${pass} %. You see no feedback before you hand in. The clock stands still while the page is closed, and nothing is cut off when the time is over.`,
    begin: "Draw a form and begin",
    drawAnother: "Draw another form",
    standing: (answered: number, all: number, minutes: number) =>
      `${answered} of ${all} answered · ${minutes > 0 ? `${minutes} min left` : "the time is over"}`,
    left: (minutes: number) => `${minutes} minutes are left.`,
    over: "The time is over. You can still go on and hand in.",
    handIn: "Hand in",
    surely: "Press again to hand in",
    unanswered: (count: number) =>
      count === 0
        ? "Every question is answered. Press again to hand in."
        : `${count} ${count === 1 ? "question is" : "questions are"} not answered. Press again to hand in.`,
    result: "Your result",
    above: (percent: number, pass: number) => `${percent} %: you reach the pass mark of ${pass} %.`,
    below: (percent: number, pass: number) => `${percent} %: you do not reach the pass mark of ${pass} %.`,
    certifiesNothing: "This is practice and certifies nothing.",
    outcome: (name: string, earned: number, of: number) => `${name}: ${earned} of ${of}.`,
    revisit: "Revisit:",
    settings: "Setting",
    asksSure: "At every question of the course, ask me how sure I am",
    notLoaded: "The questions could not be loaded. Is the folder of the course complete?",
  },
});

/** What the pages of checks and cases say of the record. */
export const keepingWords = /* @__PURE__ */ spoken({
  en: {
    unkept: "This browser does not keep a record: what you do here is lost when you close the page.",
  },
});

export const fileWords = /* @__PURE__ */ spoken({
  en: {
    takeIn: "Take in a record that you exported (JSON):",
    taken: (news: number, known: number) =>
      `Taken in: ${news} new ${news === 1 ? "statement" : "statements"}; ${known} stood here already.`,
    notJson: "This file is not JSON, so it is no exported record. Nothing was taken in.",
    foreign:
      "This file is not a record of this course. Choose a file that this page exported. Nothing was taken in.",
    newer:
      "This record was written by a later edition of the course. Take it in there. Nothing was taken in.",
    damaged: (place: number) =>
      `Entry ${place} of this file is not a statement of this course, so the file was changed or cut short. Nothing was taken in.`,
  },
});

export const recordWords = /* @__PURE__ */ spoken({
  en: {
    glance: "At a glance",
    of: (some: number, all: number) => `${some} of ${all}`,
    unitsRead: "Units read",
    itemsAnswered: "Practice questions answered",
    objectivesMastered: "Objectives mastered",
    casesEnded: "Cases played to an ending",
    examsTaken: "Practice examinations",
    timeAtWork: "Time at work",
    time: (minutes: number, days: number) =>
      `about ${minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`} on ${days} ${days === 1 ? "day" : "days"}`,
    timeRule:
      "Time is reckoned from when you did things; a gap of more than 15 minutes counts as a break, so reading alone is not counted in full.",
    minutes: (minutes: number) => `${minutes} min`,
    objectives: "What you have mastered",
    masteryRule:
      "An objective counts as mastered when you have answered at least two of its practice questions (or its only one) and your last answers to them come to 80 % or more.",
    mastered: (some: number, all: number) => `(${some} of ${all} mastered)`,
    states: { untried: "Not tried yet.", practised: "Practised.", mastered: "Mastered." },
    revisit: "Revisit:",
    begin: "Taught in:",
    kept: "Your record is kept in this browser, on this device, and nowhere else. It goes nowhere unless you export it.",
    unkept:
      "This browser does not keep a record: what you do here is lost when you close the page. Export it first.",
    damaged:
      "A part of an earlier record could not be read. What could be read is used; the whole text is still kept in this browser, under the key counteroffer:damaged.",
    storage: "What is stored, and where",
    key: "In the browser's storage for this site it stands under the key counteroffer: a random name for this device, what you did and when, answers not yet checked, your notes and your settings. No name, no address, no place.",
    empty: "Nothing is recorded yet.",
    count: (count: number, kilobytes: number) =>
      count === 1
        ? `1 statement is stored, ${kilobytes} kB.`
        : `${count} statements are stored, ${kilobytes} kB.`,
    units: "Units",
    cases: "Cases",
    explorers: "Explorers",
    other: "Other work",
    exams: "Practice examinations",
    passed: "pass mark reached",
    notPassed: "pass mark not reached",
    sure: "How sure you were, and how right",
    notes: "Your notes",
    read: "read",
    answered: (answered: number, items: number) => `answered ${answered} of ${items}`,
    score: (percent: number) => `score ${percent} %`,
    decisions: (count: number) => (count === 1 ? "1 decision made" : `${count} decisions made`),
    endings: (seen: number, all: number) => `endings seen ${seen} of ${all}`,
    settings: (count: number) => (count === 1 ? "1 setting looked at" : `${count} settings looked at`),
    print: "Print this summary",
    exportIt: "Export (JSON)",
    exported: "The record was handed to your browser as a file.",
    every: "See every statement",
    table: "Every statement",
    when: "When",
    what: "What",
    result: "Result",
    wipe: "Wipe",
    surely: "Press again to wipe everything",
    wiped: "The record is wiped.",
    unwiped: "The browser did not let the record be wiped.",
    partly: "partly right",
    right: "right",
    notYet: "not yet",
  },
});

/** What the pages of one's own say: progress, practice, notes, the record as a file. See words.ts. */

import { spoken } from "./spoken.ts";

export const noteWords = /* @__PURE__ */ spoken({
  en: {
    title: "Your note on this unit",
    label: "What do you want to remember, ask or try?",
    where: "Only this browser keeps it, with your record. Write no names of people.",
    kept: "The note is kept.",
    unkept: "This browser does not keep the note: copy it before you close the page.",
    both: "This note was also written in another window. Both texts stand here now.",
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
    goOn: "Go on answering",
    askHandIn: (open: number, halves: number[]) =>
      [
        "Hand in? A form is handed in once.",
        open === 0
          ? "Every question is answered."
          : `${open} ${open === 1 ? "question is" : "questions are"} not answered.`,
        halves.length === 0
          ? ""
          : `Half made, and not counted: ${halves.length === 1 ? "question" : "questions"} ${halves.join(", ")}.`,
      ]
        .filter(Boolean)
        .join(" "),
    result: "Your result",
    above: (percent: number, pass: number) => `${percent} %: you reach the pass mark of ${pass} %.`,
    below: (percent: number, pass: number) => `${percent} %: you do not reach the pass mark of ${pass} %.`,
    byChance: (percent: number) => `Answers given at random would come to about ${percent} % on this form.`,
    certifiesNothing: "This is practice and certifies nothing.",
    outcome: (name: string, earned: number, of: number) => `${name}: ${earned} of ${of}.`,
    revisit: "Revisit:",
    settings: "Setting",
    asksSure: "At every question of the course, ask me how sure I am",
    notLoaded:
      "The questions could not be loaded, and nothing was recorded. Is the folder of the course complete, or the line down?",
    tryAgain: "Try again",
    noRoom: "This browser does not keep answers now: a form that you begin is lost when you close the page.",
  },
});

export const itemPageWords = /* @__PURE__ */ spoken({
  en: {
    questions: "Questions",
    open: "not answered",
    half: "half made",
    answered: "answered",
    place: (number: number, standing: string, flagged: boolean) =>
      flagged ? `Question ${number}: ${standing}, flagged` : `Question ${number}: ${standing}`,
    flag: "Flag for review",
    review: "Review",
    before: "Before you hand in",
    notAnswered: "Not answered:",
    halfMade: "Half made, and not counted:",
    flagged: "Flagged:",
    none: "none",
    saved: "All answers are kept.",
    pending: "Some answers are not kept yet. Do not close this page.",
  },
});

export const fileWords = /* @__PURE__ */ spoken({
  en: {
    takeIn: "Take in a record that you exported (JSON):",
    taken: (news: number, known: number) =>
      `Taken in: ${news} new ${news === 1 ? "statement" : "statements"}; ${known} stood here already.`,
    leftOut: (faults: number) =>
      `${faults} ${faults === 1 ? "value" : "values"} of the file made no sense and ${faults === 1 ? "was" : "were"} left out.`,
    notKept: (news: number) =>
      `The file holds ${news} new ${news === 1 ? "statement" : "statements"}, but this browser has no room to keep them: they are lost when you close the page.`,
    large: (size: number, most: number) =>
      `This file has ${size} MB, and a record has ${most} MB at most. Nothing was taken in.`,
    notJson: "This file is not JSON, so it is no exported record. Nothing was taken in.",
    foreign:
      "This file is not a record of this course. Choose a file that this page exported. Nothing was taken in.",
    newer:
      "This record was written by a later edition of the course. Take it in there. Nothing was taken in.",
  },
});

export const traceWords = /* @__PURE__ */ spoken({
  en: {
    traceless:
      "You are reading without a trace: what you do is kept in this tab alone and is gone when you close it. A browser that opens closed tabs again may bring it back once.",
    withoutTrace: "Read without a trace",
    withTrace: "Keep a record again",
    traceNote:
      "Nothing is then kept beyond this tab: no record, no notes. The browser’s own history still lists the pages.",
  },
});

export const readerWords = /* @__PURE__ */ spoken({
  en: {
    readers: "Who reads on this device",
    otherPerson: "Another person uses this device",
    word: "A word that opens your own record",
    open: "Open",
    closeOwn: "Close this record",
    ownNote:
      "This record opens with your word alone, in this tab. It stands apart from others, but is not locked: who searches the browser’s storage can read it. Nobody can tell you the word again.",
    wordNote:
      "The word is not stored, only a name made from it. With it this browser keeps a record of your own, apart from others; no page lists it. If you forget the word, the record stays and cannot be opened.",
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
    apart:
      "From a folder, this browser keeps what you do on each page for that page alone, so what you did elsewhere cannot be seen here. Open the folder in another browser, or read the course from a web server.",
    faults: (count: number) =>
      count === 1
        ? "1 value of the record could not be used and is left as it is; everything else is used."
        : `${count} values of the record could not be used and are left as they are; everything else is used.`,
    remind: (count: number) =>
      count === 1
        ? "1 statement came since your last export. Some browsers empty what they keep for a site after some days without a visit: export now and then."
        : `${count} statements came since your last export. Some browsers empty what they keep for a site after some days without a visit: export now and then.`,
    storage: "What is stored, and where",
    key: "In the browser’s storage for this site it stands under names that begin with counteroffer: a random name for this device, what you did and when, answers not yet checked, your notes and your settings. No name of yours, no address, no place.",
    exportNote:
      "An export holds all of it, the marks of an audit too, but not the name of the programme that you audited.",
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
    askWipe: "Wipe the whole record of this browser: answers, cases, notes? It cannot be brought back.",
    keep: "Keep it",
    noted: "noted",
    wiped: "The record is wiped.",
    unwiped: "The browser did not let the record be wiped.",
    partly: "partly right",
    right: "right",
    notYet: "not yet",
  },
});

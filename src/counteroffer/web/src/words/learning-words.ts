/** What the pages of one's own say: progress, practice, notes, the record as a file. See words.ts. */

import { _, ngettext, spoken } from "./spoken.ts";

export const noteWords = /* @__PURE__ */ spoken(() => ({
  title: _("Your note on this unit"),
  label: _("What do you want to remember, ask or try?"),
  where: _("Only this browser keeps it, with your record. Write no names of people."),
  kept: _("The note is kept."),
  unkept: _("This browser does not keep the note: copy it before you close the page."),
  both: _("This note was also written in another window. Both texts stand here now."),
}));

export const progressWords = /* @__PURE__ */ spoken(() => ({
  read: _("read"),
  started: _("started"),
  done: _("done"),
}));

export const reviewWords = /* @__PURE__ */ spoken(() => ({
  review: _("Five from last week"),
  reviewRule: _(
    "What you answered right comes back after 1 day, then after 3, 7, 14 and 30 (Leitner's boxes), each time with another question on the same objective, from checks that you have begun. Two thirds right keeps the interval; less starts again at 1 day. Five at a time, mixed; at one of them you are asked how sure you are.",
  ),
  dueCount: (due: number) =>
    due === 0
      ? _("Nothing is due now.")
      : ngettext("{count} question is due.", "{count} questions are due.", due),
  dueNext: (when: string) => _("The next one is due on {when}.", { when }),
  nothingAnswered: _("Answer the check of a unit first: its questions come back here."),
  drawFive: (due: number) => (due < 5 ? _("Practise {due}", { due }) : _("Practise five")),
  settings: _("Setting"),
  asksSure: _("At every question of the course, ask me how sure I am"),
}));

/** What is said where the items of a form do not come. */
export const loadWords = /* @__PURE__ */ spoken(() => ({
  notLoaded: _(
    "The questions could not be loaded, and nothing was recorded. Is the folder of the course complete, or the line down?",
  ),
  tryAgain: _("Try again"),
}));

export const examWords = /* @__PURE__ */ spoken(() => ({
  exam: _("Practice examination"),
  rules: (items: number, minutes: number, pass: number) =>
    _(
      "{items} questions from the practice bank, drawn by the same plan as the certification quiz; {minutes} minutes; the pass mark is {pass} %. You see no feedback before you hand in. The clock stands still while the page is closed, and nothing is cut off when the time is over.",
      { items, minutes, pass },
    ),
  begin: _("Draw a form and begin"),
  drawAnother: _("Draw another form"),
  standing: (answered: number, all: number, minutes: number) =>
    minutes > 0
      ? _("{answered} of {all} answered · {minutes} min left", { answered, all, minutes })
      : _("{answered} of {all} answered · the time is over", { answered, all }),
  left: (minutes: number) => ngettext("{count} minute is left.", "{count} minutes are left.", minutes),
  over: _("The time is over. You can still go on and hand in."),
  handIn: _("Hand in"),
  goOn: _("Go on answering"),
  askHandIn: (open: number, halves: number[]) =>
    [
      _("Hand in? A form is handed in once."),
      open === 0
        ? _("Every question is answered.")
        : ngettext("{count} question is not answered.", "{count} questions are not answered.", open),
      halves.length === 0 ? "" : _("Half made, and not counted: {places}.", { places: halves.join(_(", ")) }),
    ]
      .filter(Boolean)
      .join(" "),
  result: _("Your result"),
  above: (percent: number, pass: number) =>
    _("{percent} %: you reach the pass mark of {pass} %.", { percent, pass }),
  below: (percent: number, pass: number) =>
    _("{percent} %: you do not reach the pass mark of {pass} %.", { percent, pass }),
  certifiesNothing: _("This is practice and certifies nothing."),
  byChance: (percent: number) =>
    _("Answers given at random would come to about {percent} % on this form.", { percent }),
  outcome: (name: string, earned: number, of: number) => _("{name}: {earned} of {of}.", { name, earned, of }),
  revisit: _("Revisit:"),
  noRoom: _("This browser does not keep answers now: a form that you begin is lost when you close the page."),
}));

export const itemPageWords = /* @__PURE__ */ spoken(() => ({
  questions: _("Questions"),
  open: _("not answered"),
  half: _("half made"),
  answered: _("answered"),
  place: (number: number, standing: string, flagged: boolean) =>
    flagged
      ? _("Question {number}: {standing}, flagged", { number, standing })
      : _("Question {number}: {standing}", { number, standing }),
  flag: _("Flag for review"),
  review: _("Review"),
  before: _("Before you hand in"),
  notAnswered: _("Not answered:"),
  halfMade: _("Half made, and not counted:"),
  flagged: _("Flagged:"),
  none: _("none"),
  saved: _("All answers are kept."),
  pending: _("Some answers are not kept yet. Do not close this page."),
}));

export const sittingWords = /* @__PURE__ */ spoken(() => ({
  left: (minutes: number) => ngettext("{count} minute is left.", "{count} minutes are left.", minutes),
  hide: _("Hide the time"),
  show: _("Show the time"),
  newer: _("This question was answered on another device or in another window. That answer stands here now."),
}));

export const fileWords = /* @__PURE__ */ spoken(() => ({
  takeIn: _("Take in a record that you exported (JSON):"),
  taken: (news: number, known: number) =>
    ngettext(
      "Taken in: {count} new statement; {known} stood here already.",
      "Taken in: {count} new statements; {known} stood here already.",
      news,
      { known },
    ),
  leftOut: (faults: number) =>
    ngettext(
      "{count} value of the file made no sense and was left out.",
      "{count} values of the file made no sense and were left out.",
      faults,
    ),
  notKept: (news: number) =>
    ngettext(
      "The file holds {count} new statement, but this browser has no room to keep them: they are lost when you close the page.",
      "The file holds {count} new statements, but this browser has no room to keep them: they are lost when you close the page.",
      news,
    ),
  large: (size: number, most: number) =>
    _("This file has {size} MB, and a record has {most} MB at most. Nothing was taken in.", { size, most }),
  notJson: _("This file is not JSON, so it is no exported record. Nothing was taken in."),
  foreign: _(
    "This file is not a record of this course. Choose a file that this page exported. Nothing was taken in.",
  ),
  newer: _(
    "This record was written by a later edition of the course. Take it in there. Nothing was taken in.",
  ),
}));

export const traceWords = /* @__PURE__ */ spoken(() => ({
  traceless: _(
    "You are reading without a trace: what you do is kept in this tab alone and is gone when you close it. A browser that opens closed tabs again may bring it back once.",
  ),
  apart: _(
    "From a folder, this browser keeps each page by itself, so reading without a trace would hold for one page alone. Open the folder in another browser, or in a private window.",
  ),
  withoutTrace: _("Read without a trace"),
  withTrace: _("Keep a record again"),
  traceNote: _(
    "Nothing is then kept beyond this tab: no record, no notes. The browser’s own history still lists the pages.",
  ),
}));

export const readerWords = /* @__PURE__ */ spoken(() => ({
  readers: _("Who reads on this device"),
  otherPerson: _("Another person uses this device"),
  word: _("A word that opens your own record"),
  open: _("Open"),
  closeOwn: _("Close this record"),
  ownNote: _(
    "This record opens with your word alone, in this tab. It stands apart from others, but is not locked: who searches the browser’s storage can read it. Nobody can tell you the word again.",
  ),
  wordNote: _(
    "The word is not stored, only a name made from it. With it this browser keeps a record of your own, apart from others; no page lists it. If you forget the word, the record stays and cannot be opened.",
  ),
}));

export const recordWords = /* @__PURE__ */ spoken(() => ({
  glance: _("At a glance"),
  of: (some: number, all: number) => _("{some} of {all}", { some, all }),
  unitsRead: _("Units read"),
  itemsAnswered: _("Practice questions answered"),
  objectivesMastered: _("Objectives mastered"),
  casesEnded: _("Cases played to an ending"),
  examsTaken: _("Practice examinations"),
  timeAtWork: _("Time at work"),
  time: (minutes: number, days: number) =>
    ngettext("about {time} on {count} day", "about {time} on {count} days", days, {
      time:
        minutes < 60
          ? _("{minutes} min", { minutes })
          : _("{hours} h {minutes} min", { hours: Math.floor(minutes / 60), minutes: minutes % 60 }),
    }),
  timeRule: _(
    "Time is reckoned from when you did things; a gap of more than 15 minutes counts as a break, so reading alone is not counted in full.",
  ),
  minutes: (minutes: number) => _("{minutes} min", { minutes }),
  objectives: _("What you have mastered"),
  masteryRule: _(
    "An objective counts as mastered when you have answered at least two of its practice questions (or its only one) and your last answers to them come to 80 % or more.",
  ),
  heldRule: _(
    "What you answer right a week later has held. So each objective also says how you did on questions that came a week or more after the one before.",
  ),
  held: (answers: number, score: number) =>
    ngettext(
      "After a week or more: {count} answer, {percent} %.",
      "After a week or more: {count} answers, {percent} %.",
      answers,
      { percent: score },
    ),
  mastered: (some: number, all: number) => _("({some} of {all} mastered)", { some, all }),
  states: { untried: _("Not tried yet."), practised: _("Practised."), mastered: _("Mastered.") },
  revisit: _("Revisit:"),
  begin: _("Taught in:"),
  kept: _(
    "Your record is kept in this browser, on this device, and nowhere else. It goes nowhere unless you export it.",
  ),
  unkept: _(
    "This browser does not keep a record: what you do here is lost when you close the page. Export it first.",
  ),
  apart: _(
    "From a folder, this browser keeps what you do on each page for that page alone, so what you did elsewhere cannot be seen here until you export it there and take it in here. Open the folder in another browser, or read the course from a web server, and one record serves all pages.",
  ),
  faults: (count: number) =>
    ngettext(
      "{count} value of the record could not be used and is left as it is; everything else is used.",
      "{count} values of the record could not be used and are left as they are; everything else is used.",
      count,
    ),
  remind: (count: number) =>
    ngettext(
      "{count} statement came since your last export. Some browsers empty what they keep for a site after some days without a visit: export now and then.",
      "{count} statements came since your last export. Some browsers empty what they keep for a site after some days without a visit: export now and then.",
      count,
    ),
  storage: _("What is stored, and where"),
  key: _(
    "In the browser’s storage for this site it stands under names that begin with counteroffer: a random name for this device, what you did and when, answers not yet checked, your notes and your settings. No name of yours, no address, no place.",
  ),
  exportNote: _(
    "An export holds all of it, the marks of an audit too, but not the name of the programme that you audited.",
  ),
  empty: _("Nothing is recorded yet."),
  count: (count: number, kilobytes: number) =>
    ngettext(
      "{count} statement is stored, {kilobytes} kB.",
      "{count} statements are stored, {kilobytes} kB.",
      count,
      {
        kilobytes,
      },
    ),
  units: _("Units"),
  cases: _("Cases"),
  explorers: _("Explorers"),
  other: _("Other work"),
  exams: _("Practice examinations"),
  passed: _("pass mark reached"),
  notPassed: _("pass mark not reached"),
  sure: _("How sure you were, and how right"),
  notes: _("Your notes"),
  read: _("read"),
  answered: (answered: number, items: number) => _("answered {answered} of {items}", { answered, items }),
  score: (percent: number) => _("score {percent} %", { percent }),
  decisions: (count: number) => ngettext("{count} decision made", "{count} decisions made", count),
  endings: (seen: number, all: number) => _("endings seen {seen} of {all}", { seen, all }),
  settings: (count: number) => ngettext("{count} setting looked at", "{count} settings looked at", count),
  print: _("Print this summary"),
  exportIt: _("Export (JSON)"),
  exported: _("The record was handed to your browser as a file."),
  every: _("See every statement"),
  table: _("Every statement"),
  when: _("When"),
  what: _("What"),
  result: _("Result"),
  wipe: _("Wipe"),
  askWipe: _("Wipe the whole record of this browser: answers, cases, notes? It cannot be brought back."),
  askWipeHere: _(
    "Wipe what this page keeps? It cannot be brought back. What other pages keep for themselves stays; the settings of your browser can empty it.",
  ),
  keep: _("Keep it"),
  noted: _("noted"),
  wiped: _("The record is wiped."),
  unwiped: _("The browser did not let the record be wiped."),
  partly: _("partly right"),
  right: _("right"),
  notYet: _("not yet"),
}));

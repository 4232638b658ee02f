/**
 * Everything that the script says to people, in English; gettext finds it here, and `spoken.ts` says it in
 * the language of the page. Each part is a function, marked as pure, so that a bundle holds only the words
 * of the parts that it uses.
 */

import { _, ngettext, spoken } from "./spoken.ts";

/** What one item says, wherever it stands. */
export const itemWords = /* @__PURE__ */ spoken(() => ({
  check: _("Check answer"),
  again: _("Try again"),
  choose: _("Choose an answer first."),
  finish: _("Answer every line first."),
  best: _("Best answer."),
  notBest: _("Not the best answer."),
  right: _("Right."),
  partly: _("Partly right."),
  notYet: _("Not yet."),
  instead: _("Not yet. The answer:"),
  noted: _("Noted."),
  lines: (right: number, all: number) =>
    _("{right} of {all} right. Feedback stands under each line.", { right, all }),
  below: _("Feedback stands under each line."),
  feedback: _("All feedback"),
}));

/** What a check says of its items together. */
export const checkWords = /* @__PURE__ */ spoken(() => ({
  done: (answered: number, right: number, partly: number) =>
    _("You answered {answered} of {answered}; {right} right, {partly} partly.", { answered, right, partly }),
  noted_all: (answered: number) =>
    _("You answered {answered} of {answered}. Your answers are noted.", { answered }),
  restart: _("Start this check again"),
  askRestart: _("Start again? The answers shown here are cleared; they stay on your record."),
  keep: _("Keep my answers"),
  restarted: _("The check starts again."),
  older: (when: string, percent: number | undefined) =>
    percent === undefined
      ? _(
          "This question was changed after you answered it on {when}. Your answer stays on your record; here you can answer anew.",
          { when },
        )
      : _(
          "This question was changed after you answered it on {when} ({percent} % right then). That answer stays on your record; here you can answer anew.",
          { when, percent },
        ),
}));

export const adviceWords = /* @__PURE__ */ spoken(() => ({
  takeFirst: _("Units to take first"),
  because: (places: number[]) =>
    ngettext(
      "it takes up question {places}, which you answered otherwise than the course does.",
      "it takes up questions {places}, which you answered otherwise than the course does.",
      places.length,
      { places: places.join(_(", ")) },
    ),
  anywhere: _("You answered every question as the course does: begin where you like."),
}));

export const sureWords = /* @__PURE__ */ spoken(() => ({
  ask: _("How sure are you?"),
  levels: [_("A guess (25 %)"), _("Not very (50 %)"), _("Fairly (75 %)"), _("Sure (95 %)")],
}));

export const plotWords = /* @__PURE__ */ spoken(() => ({
  plot: _(
    "Calibration: how sure you said you were, and how often you were right. The table below gives the numbers.",
  ),
  said: _("You were sure"),
  was: _("You were right"),
  answers: _("Answers"),
  verdict: (percent: number) =>
    Math.abs(percent) < 5
      ? _("On the whole you were about as sure as you were right. Points on the line are well judged.")
      : percent > 0
        ? _(
            "On the whole you were surer than right, by {percent} points. Points below the line are too sure.",
            {
              percent,
            },
          )
        : _(
            "On the whole you were less sure than right, by {percent} points. Points above the line are not sure enough.",
            { percent: -percent },
          ),
}));

export const orderingWords = /* @__PURE__ */ spoken(() => ({
  up: _("Move up"),
  down: _("Move down"),
  moved: (text: string, place: number, all: number) =>
    _("{text} is now {place} of {all}.", { text, place, all }),
}));

export const caseWords = /* @__PURE__ */ spoken(() => ({
  decide: _("Decide"),
  goOn: _("Go on"),
  showOptions: _("Show the options"),
  withoutWriting: _("Show them without writing"),
  writeFirst: _("Write a line first, or ask for the options without writing."),
  wrote: _("Before you saw the options you wrote:"),
  ourView: _("Our view, and what speaks against it"),
  choose: _("Choose what to do first."),
  attention: (left: number) =>
    ngettext("You have time to open {count} of these.", "You have time to open {count} of these.", left),
  more: (left: number) =>
    ngettext(
      "You have time to open {count} more of these.",
      "You have time to open {count} more of these.",
      left,
    ),
  spent: _("You have no time left to open more here."),
  closed: _("Not open to you here."),
  chose: _("You chose"),
  happens: _("What happens then"),
  heard: _("What you hear:"),
  value: (value: number) => _("{value} of 10", { value }),
  change: (label: string, before: number, after: number) =>
    after === before
      ? _("{label} stays at {after}.", { label, after })
      : after > before
        ? _("{label} rose from {before} to {after}.", { label, before, after })
        : _("{label} fell from {before} to {after}.", { label, before, after }),
  nothing: _("None of what you can see changed."),
  soFar: (count: number) =>
    ngettext("Your path so far ({count} decision)", "Your path so far ({count} decisions)", count),
  replay: _("Your path"),
  besides: _("Your path beside two others"),
  alike: (count: number) =>
    ngettext("The first decision is the same.", "The first {count} decisions are the same.", count),
  yourRoad: _("Your path"),
  otherRoad: (place: number) => _("Another road ({place})", { place }),
  notTaken: _("The road not taken"),
  closedThen: _("(not open to you then)"),
  seen: (titles: string, count: number, all: number) =>
    _("Endings seen: {titles} ({count} of {all}).", { titles, count, all }),
  playAgain: _("Play again"),
  askAgain: _("Play again from the start? The endings that you have seen stay on your record."),
  goBack: _("Return to decision"),
  askBack: _(
    "Return to this decision? What you decided after it is undone. The endings that you have seen stay on your record.",
  ),
  stay: _("Stay here"),
  moved: _("This case was played on in another window. You see where it stands now."),
  older: _(
    "This case was changed after you last played it. It begins anew; the endings that you saw stay on your record.",
  ),
  restarted: _("The case starts again."),
  back: _("You are back at this decision."),
}));

export const explorerWords = /* @__PURE__ */ spoken(() => ({
  none: _("There is no picture for this setting."),
}));

export const auditWords = /* @__PURE__ */ spoken(() => ({
  kept: _("theirs, kept"),
  promised: _("theirs, a promise"),
  ours: _("ours, your mark"),
  promise: _("a promise"),
  disputed: _("disputed"),
  // two words, set one above the other
  unknown: _("not known").split(/ (.*)/, 2) as [string, string],
  unmarked: _("not marked yet"),
  count: (marked: number, all: number) => _("{marked} of {all} rows marked.", { marked, all }),
  begin: _("Choose a phase and mark a row, and the picture is drawn here."),
  choosePhase: _("Marked. Choose a phase to compare."),
  behindOn: _("Ours is behind on"),
  behindNowhere: _("Ours is behind on no row that can be compared."),
  levelOn: _("Level on"),
  aheadOn: _("Ahead on"),
  apart: _("Not compared, since one side is not known:"),
  blank: _("Not marked yet:"),
  pair: (label: string, theirs: string, ours: string) =>
    _("{label} (theirs {theirs}; ours {ours})", { label, theirs, ours }),
  steps: (steps: number) =>
    steps === 0
      ? _("level")
      : steps > 0
        ? ngettext("behind by {count} step", "behind by {count} steps", steps)
        : ngettext("ahead by {count} step", "ahead by {count} steps", -steps),
  notCompared: _("not compared"),
  heads: [_("Row"), _("Ours"), _("Theirs"), _("Gap")],
  table: _("The picture as a table"),
  behind: (count: number) =>
    count === 1
      ? _("Where our offer is behind")
      : count === 2
        ? _("The two rows where our offer is furthest behind")
        : _("The three rows where our offer is furthest behind"),
  level: _("On no row that can be compared is our offer behind"),
  oursIs: _("Ours:"),
  theirsIs: _("Theirs:"),
  print: _("Print the report"),
  printBlank: _("Print a blank sheet"),
  clear: _("Clear the sheet"),
  askClear: _("Clear every mark and the name? They cannot be brought back."),
  keep: _("Keep the sheet"),
  cleared: _("The sheet is clear. Nothing of it is kept."),
  programme: _("Programme"),
  nameless: _("(no name)"),
  date: _("Date"),
  phase: _("Phase"),
  notes: [
    _("What we stop this week:"),
    _("What we change, who does it, by when:"),
    _("Who could be harmed by it:"),
    _("The sign that stops it, and the day of the next look:"),
  ],
  records: _("The records of the sources stand in the bibliography of the course “Counteroffer”."),
}));

export const searchWords = /* @__PURE__ */ spoken(() => ({
  found: (count: number, shown: number) =>
    count > shown
      ? _("{count} places found; the best {shown} are listed.", { count, shown })
      : ngettext("{count} place found.", "{count} places found.", count),
  none: (query: string) => _("Nothing found for “{query}”. Try one word, or its beginning.", { query }),
  missing: _("The texts to search could not be loaded. Is the folder of the course complete?"),
}));

export const printWords = /* @__PURE__ */ spoken(() => ({
  print: _("Print"),
  heading: _("Key"),
}));

export const checkPaperWords = /* @__PURE__ */ spoken(() => ({
  ways: {
    plain: _("Without answers"),
    answers: _("With answers"),
    key: _("With a separate key"),
  },
  sheet: _(
    "On a screen the options may stand in another order. The letters below, and those of the key, are this sheet's.",
  ),
}));

export const casePaperWords = /* @__PURE__ */ spoken(() => ({
  ways: {
    plain: _("Decisions only"),
    answers: _("With what follows"),
    key: _("With what follows on separate pages"),
  },
}));

/** What the pages of checks and cases say of the record. */
export const keepingWords = /* @__PURE__ */ spoken(() => ({
  unkept: _("This browser does not keep a record: what you do here is lost when you close the page."),
  traceless: _("You are reading without a trace: what you do here is gone when you close this tab."),
  apart: _(
    "From a folder, this browser keeps what you do on this page for this page alone: My progress and other pages will not see it. Open the folder in another browser or read the course from a web server before you begin, or export here what this page keeps and take it in on My progress.",
  ),
  exportIt: _("Export (JSON)"),
}));

/** What a widget in a notebook says when no kernel answers it. */
export const kernelWords = /* @__PURE__ */ spoken(() => ({
  notConnected: _("Not connected: answers are not reaching Python. Run the cell again."),
}));

"""Kinds of fault in values that fit each alone and not together, in files of which the small course has only some."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.course.faults import ARABIC, AUDIT, CASE, CHECK, MAP, PLAN, SECOND, UNIT, WHOLE, Deed, Fault, append, both, delete, swap, write

EVERY = Path(__file__).parents[1] / "every"
SESSION, NOTE, AGENDA = "workshop/sessions/first-unit.yml", "workshop/notes/small-case.yml", "workshop/agendas/one-morning.yml"
OFFERS, INSTRUMENTS, DRAWN = (f"assets/figures/{name}.yml" for name in ("competing-offers", "instruments", "timeline"))
REGIONS, CAMPS, DAYS = "assets/figures/affiliates.yml", "assets/figures/camps-and-detention.yml", "assets/timeline.yml"


def every(root: Path) -> None:
    """A course with a file of each sort."""
    shutil.copytree(EVERY, root, dirs_exist_ok=True)


def wider(file: str, old: str, new: str) -> Deed:
    return both(every, swap(file, old, new))


def mapless(root: Path) -> None:
    """A course with a chart, and without the map that gives charts their phases."""
    for page in (UNIT, ARABIC):
        swap(page, "```{explorer} phase-map\n```\n", "")(root)
    both(delete(MAP), delete(AUDIT), append(SECOND, "\n```{chart} affiliates\n```\n"))(root)
    write(REGIONS, (EVERY / REGIONS).read_text(encoding="utf-8").replace("fact-03", "fact-02"))(root)


VALUES = [
    # items
    Fault("two right sides alike", swap(CHECK, "right_id: two, right: Two", "right_id: two, right: One"), "content-shape", CHECK, 33, "Word one of them otherwise"),
    Fault("acts that do not differ", both(swap(CHECK, "Ask, defensibility: 4", "Ask, defensibility: 2"), swap(CHECK, "Publish, defensibility: 1", "Publish, defensibility: 2")), "content-shape", CHECK, 44, "Let the acts differ"),
    Fault("every option keyed", swap(CHECK, "text: The second, feedback", "text: The second, key: true, feedback"), "content-shape", CHECK, 15, "but not at every one"),
    Fault("an option's id that is its place", swap(CHECK, "{id: this-one,", "{id: a,"), "content-shape", CHECK, 12, "Name it after a word or two"),
    Fault("an option's id twice", swap(CHECK, "{id: that-one,", "{id: this-one,"), "content-shape", CHECK, 4, "Give one of the two another"),
    # cases
    Fault("a consequence without evidence", swap(CASE, "    cite: [fact-01]\n    then: step-2", "    then: step-2"), "content-shape", CASE, 32, "Add `cite`, or write `confidence: judgement`"),
    Fault("a view that argues for nothing", swap(CASE, "argued: speak-1", "argued: speak-9"), "content-shape", CASE, 42, "Name one of `wait-1`, `speak-1`"),
    # the audit, the blueprint
    Fault("a basis without a code", swap(AUDIT, "{code: null, note: Nothing found on safety.}", "{code: null, basis: kept, note: Nothing.}"), "content-shape", AUDIT, 22, "Take `basis` and `contested` out"),
    Fault("a dimension twice", swap(AUDIT, "- id: income", "- id: safety"), "content-shape", AUDIT, 24, "Give one of the two another `id`"),
    Fault("outcomes that do not add up", swap(PLAN, "items: 3", "items: 4"), "content-shape", PLAN, 4, "add up to `items`"),
    Fault("an outcome that stands empty", swap(PLAN, "{CO1: 3}", "{CO1: 3, CO2: 0}"), "content-shape", PLAN, 4, "Ask for one item or more"),
    # explorers and charts
    Fault("a code without a citation", wider(OFFERS, "{code: 0, why: So promised., cite: [fact-01]}", "{code: 0, why: So promised.}"), "content-shape", OFFERS, 12, "Add `cite`"),
    Fault("a cell twice", swap(MAP, "people:\n", "people:\n- {phase: one, audience: police, weight: 1, cite: [fact-01], note: Again.}\n"), "content-shape", MAP, 18, "Take one of the two out"),
    Fault("a chart without the phase map", mapless, "phase-map-missing", REGIONS, WHOLE, "Add that file"),
    Fault("an instrument that is none", wider(INSTRUMENTS, "instrument: pardon, weakness: pay", "instrument: pardn, weakness: pay"), "instrument-unknown", INSTRUMENTS, 10, "Did you mean `pardon`"),
    Fault("a weakness that no tie leads to", wider(INSTRUMENTS, "instrument: pardon, weakness: care", "instrument: pardon, weakness: pay"), "content-shape", INSTRUMENTS, 8, "Add a tie"),
    Fault("a dimension of no group", wider(OFFERS, "groups: {meets: What meets, holds: What holds}", "groups: {meets: What meets}"), "content-shape", OFFERS, 41, "Add `holds:`"),
    Fault("a kind of event without words", wider(DRAWN, ", turn: Turns", ""), "content-shape", DRAWN, 7, "Add `turn:`"),
    Fault("a phase without years", both(every, swap(MAP, "phase: four, label: Fourth years", "phase: one, label: Fourth years")), "phase-without-years", DRAWN, WHOLE, "Add one to `episodes`"),
    Fault("a chart without affiliates", wider(REGIONS, "affiliates:\n", "affiliates: []\nothers:\n"), "content-shape", REGIONS, 6, "Add what is missing"),
    Fault("counts that begin without a date", wider(CAMPS, "since: ", "since: undated # "), "content-shape", CAMPS, 13, "`since` before `until`"),
    Fault("a chart that no page shows", wider("chapters/reference/figures.md", "```{chart} affiliates\n```\n", ""), "chart-without-page", REGIONS, WHOLE, "Place it on a page"),
    Fault("a day that is none", wider(DAYS, "2015-03-02", "2015-02-29"), "content-shape", DAYS, 6, "a day of the calendar"),
    # the workshop
    Fault("more at least than at most", wider(SESSION, "least: 3, most: 5", "least: 6, most: 5"), "content-shape", SESSION, 8, "the longer in `most`"),
    Fault("an exercise of a minute", wider(SESSION, "least: 9, most: 20", "least: 1, most: 20"), "content-shape", SESSION, 9, "more minutes in `least`"),
    Fault("a step twice", wider(SESSION, "- {id: look,", "- {id: work,"), "content-shape", SESSION, 10, "another `id`"),
    Fault("a session of which nothing is dropped", wider(SESSION, "drop: 1, ", ""), "content-shape", SESSION, 7, "Write `drop: 1`"),
    Fault("a session without end", both(wider(SESSION, "least: 9, most: 20", "least: 60, most: 60"), swap(SESSION, "least: 3, most: 5", "least: 30, most: 30")), "content-shape", SESSION, 7, "Shorten"),
    Fault("a session that is a lecture", wider(SESSION, "most: 5, does: facilitator", "most: 60, does: facilitator"), "content-shape", SESSION, 7, "Give more minutes"),
    Fault("no unwelcome answer", wider(SESSION, "next: What would be better?, unwelcome: true", "next: What would be better?"), "content-shape", SESSION, 13, "Add the one that a room fears"),
    Fault("a decision that is fast and slow", wider(NOTE, "slow: [step-5, step-6]", "slow: [step-5, step-1]"), "content-shape", NOTE, 17, "Name it once"),
    Fault("a decision neither fast nor slow", wider(NOTE, "fast: [step-1, step-2, ", "fast: [step-2, "), "content-shape", NOTE, 21, "Name each decision once"),
    Fault("a part that says not how", wider(AGENDA, "how: Read them aloud., ", ""), "content-shape", AGENDA, 11, "Add `how`"),
    Fault("more minutes of participants than there are", wider(AGENDA, "participants: 5", "participants: 50"), "content-shape", AGENDA, 11, "at most the minutes"),
    Fault("a part twice in an agenda", wider(AGENDA, "{id: tea,", "{id: limits,"), "content-shape", AGENDA, 7, "another `id`"),
]  # fmt: skip

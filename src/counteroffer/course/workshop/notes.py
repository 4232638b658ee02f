"""The teaching note of a case. What a machine can know of the case (chances, open options, roads, ways on) is not written here."""

from __future__ import annotations

from datetime import date

from pydantic import Field, model_validator

from counteroffer.course.base import Cites, Model, Slug, Words, repeated, wrong
from counteroffer.course.cases import TellingCard
from counteroffer.course.workshop.scripts import Documented, Misreading, Question


class Standing(Model):
    """How far a note can be trusted: how many rooms were run from it, who wrote and who read it, and when somebody looks again."""

    runs: int = Field(ge=0)
    written_by: Words
    read_by: Words
    look_again: date


class Preparation(Model):
    """What a facilitator does beforehand, and how long it takes."""

    minutes: int = Field(ge=10, le=180)
    steps: list[Words] = Field(min_length=3)


class Lengths(Model):
    """Minutes of the usual, the long and the short form, with the decisions of the short one; it runs on the run sheet's own road."""

    usual: int = Field(ge=60, le=90)
    long: int = Field(ge=75, le=150)
    short: int = Field(ge=30, le=60)
    short_decisions: list[Slug] = Field(min_length=3, max_length=5)


class DecisionNote(Model):
    """How one decision goes in a room.

    `expect` is a guess until rooms have been logged; `watch` is a notice or a closed option to mind; `danger` is what may come up that a plenary must not hold.
    """

    decision: Slug
    expect: Words
    question: Question
    misreading: Misreading | None = None
    watch: Words | None = None
    danger: Words | None = None


class DebriefQuestion(Model):
    """Likely answers to one of the case's own debrief questions, and how to take it further."""

    answers: list[Words] = Field(min_length=2, max_length=4)
    further: Words


class Note(Model):
    """The file `workshop/notes/<case>.yml`."""

    note: Slug
    standing: Standing
    in_two_lines: Words = Field(max_length=400)
    use_for: list[str] = Field(min_length=1, description="Objectives that the case serves first.")
    also_for: list[str] = []
    after: list[Slug] = Field(min_length=1, description="Units that must come before.")
    best_with: list[Slug] = []
    not_for: list[Words] = Field(min_length=1)
    content_note: Words
    may_be_present: Words
    invented: Words
    documented: list[Documented] = Field(min_length=2)
    prepare: Preparation
    lengths: Lengths
    fast: list[Slug] = Field(min_length=1)
    slow: list[Slug] = Field(min_length=2, max_length=4)
    board: Words
    opening_question: Words
    decisions: list[DecisionNote]
    roads_share: Words
    cards: list[TellingCard] = Field(min_length=3)
    debrief: list[DebriefQuestion] = Field(
        min_length=3, max_length=3, description="One for each of the case's three questions, in their order."
    )
    do_not_let_stand: list[Words] = Field(min_length=2)
    close: Words
    if_shaken: Words
    cite: Cites = []

    @model_validator(mode="after")
    def _each_once(self) -> Note:
        named = [*self.fast, *self.slow]
        if twice := repeated(named):
            raise wrong(f"the decision `{twice[1]}` is named twice as fast or slow", "Name it once, in `fast` or in `slow`.", "fast")
        noted = [one.decision for one in self.decisions]
        if sorted(noted) != sorted(named):
            lost = sorted(set(named) ^ set(noted)) or ["one of them, twice"]
            said = f"`decisions` and those that are fast or slow are not the same: {', '.join(lost)}"
            raise wrong(said, "Name each decision once in `fast` or `slow`, and give each one entry in `decisions`.", "decisions")
        return self

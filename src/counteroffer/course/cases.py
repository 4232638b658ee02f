"""Cases: decisions, evidence cards, meters, the rules of the background, endings and the debrief, as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from counteroffer.course.base import Cites, Model, Slug, Words, wrong

HIGHEST = 10


class Condition(Model):
    """Holds when every part of it holds; an empty one always does. Meters run from 0 to 10."""

    has: list[Slug] = []
    lacks: list[Slug] = []
    at_least: dict[Slug, int] = {}
    at_most: dict[Slug, int] = {}

    def flags(self) -> list[str]:
        """Flags that it asks about."""
        return [*self.has, *self.lacks]

    def meters(self) -> list[str]:
        """Meters that it asks about."""
        return [*self.at_least, *self.at_most]


class Conditional(Model):
    """Something that may depend on a condition, written `if` in the file."""

    condition: Condition = Field(default=Condition(), alias="if")


class Meter(Model):
    """A quantity from 0 to 10 that decisions move. A hidden one is disclosed in the debrief."""

    id: Slug
    label: Words
    means: Words
    start: int = Field(ge=0, le=HIGHEST)
    low: Words
    high: Words
    hidden: bool = False


class Card(Model):
    """A piece of evidence that takes time to open."""

    id: Slug
    title: Words
    form: Literal["document", "testimony", "data", "rumour", "visit"]
    reliability: Literal["firm", "fair", "weak"]
    text: Words
    cite: Cites


class Paragraph(Conditional):
    """A paragraph of a decision or an ending, shown when its condition holds."""

    text: Words


class Then(Conditional):
    """Where the case goes on."""

    go: Slug


def _as_paragraphs(value: Any) -> Any:
    parts = value if isinstance(value, list) else [value]
    return [{"text": part} if isinstance(part, str) else part for part in parts]


def _as_thens(value: Any) -> Any:
    return [{"go": value}] if isinstance(value, str) else value


Paragraphs = Annotated[list[Paragraph], BeforeValidator(_as_paragraphs), Field(min_length=1)]


class Choice(Conditional):
    """An option of a decision: what it costs, what it leads to, and the evidence for saying so."""

    id: Slug
    text: Words
    objectives: list[str] = []
    effects: dict[Slug, int] = {}
    sets: list[Slug] = []
    consequence: Words
    confidence: Literal["stated", "corroborated", "contested", "judgement"]
    cite: Cites = []
    then: Annotated[list[Then], BeforeValidator(_as_thens), Field(min_length=1)]

    @model_validator(mode="after")
    def _last_always_holds(self) -> Choice:
        if self.then[-1].condition != Condition():
            said = "the last entry of `then` must have no `if`, so that the case always goes on"
            raise wrong(said, "Take its `if` out, or add a last entry that goes on in all other states.", "then")
        if self.confidence != "judgement" and not self.cite:
            said = "a consequence that rests on evidence must cite it"
            raise wrong(said, "Add `cite`, or write `confidence: judgement`.", "confidence")
        return self


class View(Model):
    """The course's own view of a decision, labelled as ours: the option argued for, why, and the strongest dissent."""

    argued: Slug
    because: Words
    dissent: Words
    cite: Cites = []


class Decision(Model):
    """A moment at which the learner must choose. What leads here (and so opens or closes the whole scene) are the `then` of other decisions."""

    id: Slug
    title: Words
    time: Words
    attention: int = Field(ge=0, le=6, description="How many cards can be opened here.")
    cards: list[Slug] = []
    text: Paragraphs
    cite: Cites = Field(default=[], description="What the text above the question rests on.")
    question: Words
    commit: bool = Field(default=False, description="The learner writes what they would do, and why, before the options are shown.")
    options: list[Choice] = Field(min_length=2, max_length=4)
    view: View | None = None

    @model_validator(mode="after")
    def _argues_for_an_option(self) -> Decision:
        if self.view and self.view.argued not in {choice.id for choice in self.options}:
            said = f"`view` argues for `{self.view.argued}`, which is no option of this decision"
            raise wrong(said, f"Name one of {', '.join(f'`{choice.id}`' for choice in self.options)}.", "view", "argued")
        return self


class Rule(Conditional):
    """What the competing offer, or the world, does after a decision when the condition holds."""

    id: Slug
    effects: dict[Slug, int] = {}
    sets: list[Slug] = []
    once: bool = False
    notice: Words | None = None
    explains: Words
    cite: Cites = []


class Ending(Model):
    """Where a path can end: for whom that is better, and for whom worse."""

    id: Slug
    title: Words
    kind: Words
    text: Paragraphs
    better_for: Words
    worse_for: Words
    cite: Cites = []


class TellingCard(Model):
    """A card that would have changed the odds, and why."""

    card: Slug
    why: Words


class Happened(Model):
    """A paragraph of what really happened, from sources."""

    text: Words
    cite: Cites = Field(min_length=1)


class Debrief(Model):
    """What is said after the ending."""

    simplified: list[Words] = Field(min_length=1)
    cards_that_mattered: list[TellingCard] = Field(min_length=1)
    questions: list[Words] = Field(min_length=3, max_length=3)


class Case(Model):
    """A composite case; its learner always sits in a practitioner's chair."""

    case: Slug
    title: Words
    seat: Words
    place: Words
    minutes: int = Field(gt=0, le=120)
    objectives: list[str] = Field(min_length=1)
    content_note: Words | None = None
    composite: Words
    rests_on: Cites = Field(min_length=1)
    brief: Words
    meters: list[Meter] = Field(min_length=2, max_length=6)
    evidence: list[Card] = Field(min_length=1)
    decisions: list[Decision] = Field(min_length=2)
    background: list[Rule] = []
    endings: list[Ending] = Field(min_length=3)
    debrief: Debrief
    what_happened: list[Happened] = Field(default=[], description="Part B: what really happened where the case is set.")

    def places(self) -> list[Decision | Ending]:
        """Where a path can stand: the decisions, then the endings."""
        return [*self.decisions, *self.endings]

    def choices(self) -> Iterator[tuple[Decision, Choice]]:
        """Every option with its decision."""
        for decision in self.decisions:
            for choice in decision.options:
                yield decision, choice

    def cites(self) -> Iterator[tuple[tuple[str | int, ...], list[str]]]:
        """Every list of citations with its place in the file."""
        yield ("rests_on",), self.rests_on
        yield from self.cited()

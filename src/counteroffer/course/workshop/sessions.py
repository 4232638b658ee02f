"""The session page of a unit: one page from which somebody can run it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from counteroffer.course.base import Model, Slug, Words, repeated, wrong
from counteroffer.course.workshop.scripts import Misreading, Question

# Shorter ones are over before a room has begun.
SHORTEST_EXERCISE = 5
LONGEST_SESSION = 90


class Step(Model):
    """A step of a session, in minutes at least and at most. What has `drop` is left out when time is short, the lowest number first.

    `does` says whose minutes they are. `item` is put to the vote: alone, talk, again; `explorer` is shown.
    `wall` is for everybody to read while the step lasts: the task or its questions, in a line or two, and no answer.
    """

    id: Slug
    title: Words = Field(max_length=60)
    least: int = Field(ge=1, le=60)
    most: int = Field(ge=1, le=60)
    does: Literal["participants", "facilitator"]
    text: Words
    say: Words | None = None
    wall: Words | None = Field(default=None, max_length=220)
    item: Slug | None = None
    explorer: Slug | None = None
    drop: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def _long_enough(self) -> Step:
        if self.most < self.least:
            raise wrong("`most` is less than `least`", "Write the shorter time in `least`, the longer in `most`.", "most")
        if self.does == "participants" and self.least < SHORTEST_EXERCISE:
            said = f"what participants do takes {SHORTEST_EXERCISE} minutes at least"
            raise wrong(said, "Give it more minutes in `least`, or join it to another step.", "least")
        return self


class Session(Model):
    """The file `workshop/sessions/<unit>.yml`. Its objectives are those of its unit.

    `risk` says what may hurt or expose somebody here, and what is done about it; `short` what is left when there is half the time;
    `without` how it goes without power or devices.
    """

    session: Slug
    aim: Annotated[Words, Field(max_length=220)]
    risk: Words
    room: Words
    materials: list[Words] = Field(min_length=1)
    prepare: list[Words] = Field(min_length=1, max_length=5)
    steps: list[Step] = Field(min_length=3, max_length=7)
    questions: list[Question] = Field(min_length=2, max_length=4)
    misreadings: list[Misreading] = Field(min_length=2, max_length=4)
    do_not_let_stand: list[Words] = Field(min_length=1, max_length=4)
    short: Words
    without: Words
    close: Words

    @model_validator(mode="after")
    def _runs(self) -> Session:
        if twice := repeated([step.id for step in self.steps]):
            i, name = twice
            raise wrong(f"the step `{name}` stands twice", "Give one of the two another `id`.", "steps", i, "id")
        if not any(step.drop for step in self.steps):
            raise wrong("no step says that it is dropped first", "Write `drop: 1` at the step that the session misses least.", "steps")
        if self.least > LONGEST_SESSION:
            said = f"the session takes {self.least} minutes at least, more than {LONGEST_SESSION}"
            raise wrong(said, "Shorten the `least` of its steps, or take one out.", "steps")
        if 2 * self.participants < self.most:
            said = f"participants have {self.participants} of {self.most} minutes, less than half"
            raise wrong(said, "Give more minutes (`most`) to steps that participants do, or fewer to the others.", "steps")
        return self

    @property
    def least(self) -> int:
        """Minutes when all is short and nothing is dropped."""
        return sum(step.least for step in self.steps)

    @property
    def most(self) -> int:
        """Minutes when all takes long."""
        return sum(step.most for step in self.steps)

    @property
    def participants(self) -> int:
        """Of the most minutes, those that belong to participants."""
        return sum(step.most for step in self.steps if step.does == "participants")

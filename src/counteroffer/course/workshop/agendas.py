"""Agendas: what happens when, what is dropped first, and whose minutes they are."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from counteroffer.course.base import Model, Slug, Words, repeated, wrong

Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Part = Literal["opening", "session", "case", "explorer", "audit", "practise", "measure", "talk", "closing", "break"]


class Row(Model):
    """A part of a day. `participants` are the minutes of it that are theirs; `drop` numbers what goes first when time is short.

    `instead` says what is left of a dropped part.
    """

    id: Slug
    minutes: int = Field(ge=5, le=120)
    part: Part
    title: Words = Field(max_length=80)
    how: Words | None = None
    units: list[Slug] = []
    items: list[Slug] = []
    case: Slug | None = None
    explorers: list[Slug] = []
    participants: int = Field(default=0, ge=0)
    drop: int | None = Field(default=None, ge=1)
    instead: Words | None = None

    @model_validator(mode="after")
    def _says_how(self) -> Row:
        if self.part != "break" and not self.how:
            raise wrong("a part that is no break says how it goes", "Add `how`, or make it `part: break`.")
        if self.participants > self.minutes:
            said = f"participants have {self.participants} of {self.minutes} minutes"
            raise wrong(said, "Write at most the minutes of the part.", "participants")
        if self.drop and not self.instead:
            raise wrong("a part that may be dropped says what is left of it", "Add `instead`, or take `drop` out.", "drop")
        return self


class Day(Model):
    """A day, with the hour at which it begins."""

    title: Words = Field(max_length=80)
    begins: Clock
    rows: list[Row] = Field(min_length=3)


class Agenda(Model):
    """The file `workshop/agendas/<name>.yml`. `for_whom` says for which room, `why` argues the order."""

    agenda: Slug
    title: Words = Field(max_length=60)
    for_whom: Words
    people: tuple[int, int]
    why: Words
    swap: Words | None = None
    remote: bool = False
    days: list[Day] = Field(min_length=1, max_length=6)

    @model_validator(mode="after")
    def _belongs_to_the_room(self) -> Agenda:
        if twice := repeated([row.id for row in self.rows]):
            raise wrong(f"the part `{twice[1]}` stands twice", "Give one of the two another `id`.", "days")
        drops = sorted(row.drop for row in self.rows if row.drop)
        if not drops:
            raise wrong(
                "no part says that it is dropped first", "Write `drop: 1` at the part that is missed least, with `instead`.", "days"
            )
        if drops != list(range(1, len(drops) + 1)):
            said = f"`drop` counts 1, 2, 3 and so on, and here it is {', '.join(map(str, drops))}"
            raise wrong(said, "Number the parts anew in the order in which they are dropped.", "days")
        if 2 * self.participants < self.working:
            said = f"participants have {self.participants} of {self.working} minutes, less than half"
            raise wrong(said, "Give them more `participants` minutes, or shorten the parts that are not theirs.", "days")
        return self

    @property
    def rows(self) -> list[Row]:
        """Every part of every day."""
        return [row for day in self.days for row in day.rows]

    @property
    def working(self) -> int:
        """Minutes without breaks."""
        return sum(row.minutes for row in self.rows if row.part != "break")

    @property
    def participants(self) -> int:
        """Of them, those that belong to participants."""
        return sum(row.participants for row in self.rows)


def clock(day: Day) -> list[str]:
    """At which hour each part of a day begins, and at the end the hour at which the day does."""
    hours, minutes = map(int, day.begins.split(":"))
    now, found = 60 * hours + minutes, []
    for row in day.rows:
        found.append(now)
        now += row.minutes
    return [f"{one // 60:02}:{one % 60:02}" for one in (*found, now)]

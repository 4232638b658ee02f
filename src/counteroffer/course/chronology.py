"""The timeline's events: dated as the facts date them, with phase, place and theme to sort by."""

from __future__ import annotations

from calendar import monthrange
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from counteroffer.course.base import Cites, Model, Slug, Words, wrong


def _of_the_calendar(text: str) -> str:
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    if day > monthrange(year, month)[1]:
        raise wrong(f"there is no day {text}", "Write a day of the calendar.")
    return text


Date = Annotated[str, StringConstraints(pattern=r"^20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"), AfterValidator(_of_the_calendar)]


class Entry(Model):
    """One event. `date` is a year, a month or a day, as exact as the cited facts are; `until` ends a span."""

    date: Date
    until: Date | None = None
    label: Words = Field(max_length=90)
    phase: Slug | None = Field(default=None, description="A phase of the phase map; none where no evidence ties the event to one.")
    place: Slug
    theme: Slug
    cite: Cites = Field(min_length=1)


class Chronology(Model):
    """The file `assets/timeline.yml`."""

    places: dict[Slug, Words]
    themes: dict[Slug, Words]
    events: list[Entry] = Field(min_length=1)

    @model_validator(mode="after")
    def _known(self) -> Chronology:
        for name, listed in (("place", self.places), ("theme", self.themes)):
            used = {getattr(event, name) for event in self.events}
            if odd := used ^ set(listed):
                where = next(
                    (("events", i, name) for i, event in enumerate(self.events) if getattr(event, name) in odd), (f"{name}s", min(odd))
                )
                raise wrong(f"the {name} `{min(odd)}` is not both listed and used", "List it and use it, or take it out.", *where)
        for i, (before, event) in enumerate(zip(self.events, self.events[1:], strict=False), 1):
            if event.date < before.date:
                said = f"the event of {event.date}, “{event.label}”, stands after one of {before.date}"
                raise wrong(said, "Put events in order of time.", "events", i, "date")
        for i, event in enumerate(self.events):
            if event.until and event.until <= event.date:
                raise wrong(
                    f"the event of {event.date}, “{event.label}”, ends before it begins", "Correct its dates.", "events", i, "until"
                )
        return self

"""The timeline's events: dated as the facts date them, with phase, place and theme to sort by."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from counteroffer.course.base import Cites, Model, Slug, Words

Date = Annotated[str, StringConstraints(pattern=r"^20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")]


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
            if wrong := used ^ set(listed):
                raise ValueError(f"the {name} `{min(wrong)}` is not both listed and used")
        for before, event in zip(self.events, self.events[1:], strict=False):
            if event.date < before.date:
                raise ValueError(
                    f"the event of {event.date}, “{event.label}”, stands after one of {before.date}; put them in order of time"
                )
        for event in self.events:
            if event.until and event.until <= event.date:
                raise ValueError(f"the event of {event.date}, “{event.label}”, ends before it begins")
        return self

"""The coding behind the explorer `phase-map`: who is sought, and with what, in each phase, source by source."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from counteroffer.course.base import Cites, Model, Slug, Words, wrong
from counteroffer.course.explorer_data import ExplorerData

# The two sets of rows that the picture has.
VIEWS = ("people", "means")


class Phase(Model):
    """A phase of the campaign."""

    id: Slug
    label: Words
    plain: Words


class Row(Model):
    """An audience or an instrument: a row of the picture."""

    id: Slug
    label: Words = Field(max_length=26)


class Cell(Model):
    """What the evidence says of one row in one phase: weight 2 first, 1 also."""

    phase: Slug
    weight: Literal[1, 2]
    cite: Cites = Field(min_length=1)
    note: Words
    contested: bool = False


class PeopleCell(Cell):
    """Who is sought."""

    audience: Slug


class MeansCell(Cell):
    """With what."""

    instrument: Slug


class Episode(Model):
    """Years of the timeline that belong to a phase."""

    first: int = Field(alias="from", ge=2003, le=2030)
    last: int = Field(alias="to", ge=2003, le=2030)
    phase: Slug
    label: Words
    place: Words
    cite: Cites = Field(min_length=1)


class PhaseMap(ExplorerData):
    """`phase-map.yml`."""

    explorer: Literal["phase-map"]
    reading: Words
    coding: Words
    phases: list[Phase] = Field(min_length=4, max_length=4)
    audiences: list[Row]
    instruments: list[Row]
    people: list[PeopleCell]
    means: list[MeansCell]
    episodes: list[Episode]
    leaves_out: list[Words]

    def offered(self) -> dict[str, list[str]]:
        """The ids of the phases, and the two sets of rows."""
        return {"phase": [phase.id for phase in self.phases], "view": list(VIEWS)}

    @model_validator(mode="after")
    def _known(self) -> PhaseMap:
        phases = {phase.id for phase in self.phases}
        rows = {row.id for row in (*self.audiences, *self.instruments)}
        used = [(cell.phase, cell.audience, "people", i) for i, cell in enumerate(self.people)]
        used += [(cell.phase, cell.instrument, "means", i) for i, cell in enumerate(self.means)]
        seen = set()
        for phase, row, field, i in used:
            if phase not in phases or row not in rows:
                said = f"the cell of phase `{phase}` and row `{row}` names something that is not listed"
                raise wrong(said, "Name a phase and a row of this file.", field, i)
            if (phase, row) in seen:
                raise wrong(f"the cell of phase `{phase}` and row `{row}` is coded twice", "Take one of the two out.", field, i)
            seen.add((phase, row))
        for i, episode in enumerate(self.episodes):
            if episode.phase not in phases:
                raise wrong(f"`{episode.phase}` is not listed", "Name a phase of this file.", "episodes", i, "phase")
        return self

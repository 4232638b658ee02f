"""People as squares, one for each: the plainest way to show a share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counteroffer.figures.charts.sheet import Role, Sheet


@dataclass(frozen=True)
class Part:
    """Some of the people, drawn alike: a colour, and filled or hollow so that no part is told by colour alone."""

    people: int
    colour: Role
    hollow: bool = False


def draw_people(sheet: Sheet, left: float, top: float, parts: Sequence[Part], columns: int, pitch: float, side: float) -> None:
    """The parts one after another in rows of `columns` squares; the first square's corner is at (left, top)."""
    at = 0
    for part in parts:
        end = at + part.people
        rows = []
        while at < end:
            row, column = divmod(at, columns)
            count = min(end - at, columns - column)
            rows.append((left + side / 2 + column * pitch, top + side / 2 + row * pitch, count))
            at += count
        if rows:
            sheet.squares(rows, pitch, side, part.colour, hollow=part.hollow)

"""People as marks, one for each: the plainest way to show a share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from counteroffer.figures.charts.canvas import Role, Sheet

# Told apart by shape on a copy without greys: a full square, a hollow one, a circle, a small dot, a cross.
Look = Literal["full", "hollow", "round", "dot", "cross"]


@dataclass(frozen=True)
class Part:
    """Some of the people, drawn alike."""

    people: int
    colour: Role
    look: Look = "full"

    def draw(self, sheet: Sheet, rows: Sequence[tuple[float, float, int]], pitch: float, side: float) -> None:
        """Rows of this part's marks: the middle of the first of each, and how many."""
        if self.look == "cross":
            sheet.dots([(x + one * pitch, y) for x, y, count in rows for one in range(count)], 0.4 * side, self.colour, self.colour, "x")
        elif self.look in ("round", "dot"):
            sheet.rounds(rows, pitch, 1.08 * side if self.look == "round" else 0.36 * side, self.colour)
        else:
            sheet.squares(rows, pitch, side, self.colour, hollow=self.look == "hollow")


def draw_people(sheet: Sheet, left: float, top: float, parts: Sequence[Part], columns: int, pitch: float, side: float) -> None:
    """The parts one after another in rows of `columns` marks; the first mark's corner is at (left, top)."""
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
            part.draw(sheet, rows, pitch, side)

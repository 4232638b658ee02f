"""What a room is asked, what a ballot says, and what may be shown of many ballots."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from counteroffer.course.base import Model

# With fewer voters than these no split is shown or written anywhere.
LEAST = 5
# With fewer alike than these no option is called the one that most chose.
LEAST_ALIKE = 3
CHOICE, PASS = "choice", "-"
Cells = dict[str, str]
Counts = dict[str, dict[str, int]]


class Question(Model):
    """Rows, each of which a ballot gives one of the columns.

    A `choice` has the one row `choice`, and `PASS` among its columns; an `order` gives each row a place of its own; `marks` may leave rows out.
    """

    kind: Literal["choice", "order", "marks"]
    rows: list[str]
    columns: list[str]

    def read(self, cells: Mapping[str, str]) -> Cells:
        """A ballot as it is kept: a column for each row. Raises ValueError for one that this question cannot have."""
        given = {row: cells[row] for row in self.rows if cells.get(row)}
        if not given or not set(cells) <= set(self.rows) or not set(given.values()) <= set(self.columns):
            raise ValueError("the question has no such answer")
        if self.kind == "order" and (len(given) < len(self.rows) or len(set(given.values())) < len(given)):
            raise ValueError("an order gives each row a place of its own")
        return given

    def count(self, ballots: Iterable[Mapping[str, str]]) -> Counts:
        """How many ballots give each row each column."""
        found = self.none()
        for cells in ballots:
            for row, column in cells.items():
                found[row][column] += 1
        return found

    def none(self) -> Counts:
        """No ballots at all."""
        return {row: dict.fromkeys(self.columns, 0) for row in self.rows}

    def readable(self, counts: Mapping[str, Mapping[str, int]]) -> Counts:
        """Counts from paper, whole. Raises ValueError where they name what this question has not, or are no counts."""
        found = self.none()
        for row, columns in counts.items():
            if row not in found or not set(columns) <= set(self.columns) or any(number < 0 for number in columns.values()):
                raise ValueError("the question has no such answer")
            found[row] |= dict(columns)
        return found


def choice(options: Iterable[str], *, may_pass: bool = True) -> Question:
    """One of `options`, or a pass."""
    return Question(kind="choice", rows=[CHOICE], columns=[*options, *([PASS] if may_pass else [])])


def together(one: Counts, other: Counts) -> Counts:
    """Two counts of the same question as one."""
    return {row: {column: number + other.get(row, {}).get(column, 0) for column, number in columns.items()} for row, columns in one.items()}


def voters(columns: Mapping[str, int]) -> int:
    """How many said something in a row; who passes is not counted."""
    return sum(number for column, number in columns.items() if column != PASS)


def ballots(counts: Counts) -> int:
    """How many ballots there were at least, passes included."""
    return max((sum(columns.values()) for columns in counts.values()), default=0)


def split(counts: Counts) -> Counts:
    """What may be shown: only rows in which at least five said something."""
    return {row: columns for row, columns in counts.items() if voters(columns) >= LEAST}


def leading(columns: Mapping[str, int]) -> list[str]:
    """The columns that most chose; none where fewer than three chose one, for then it would tell what single people voted."""
    most = max((number for column, number in columns.items() if column != PASS), default=0)
    return [column for column, number in columns.items() if column != PASS and number == most >= LEAST_ALIKE]


def hat(columns: Mapping[str, int]) -> dict[str, int]:
    """The votes among which one may be drawn, by column: in a tie those for the tied columns, else all. None of fewer than five."""
    if voters(columns) < LEAST:
        return {}
    cast = {column: number for column, number in columns.items() if column != PASS and number}
    tied = {column: number for column, number in cast.items() if number == max(cast.values())}
    return tied if len(tied) > 1 else cast

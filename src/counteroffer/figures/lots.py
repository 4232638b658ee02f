"""What a lot may lead to: every draw there is, so that no single one is taken for luck itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from counteroffer.figures.words import who

if TYPE_CHECKING:
    from counteroffer.figures.charts.sheet import Sheet

Counts = NDArray[np.int64]
_LEFT, _RIGHT, _TALL = 20, 322, 34


def middle(counts: Counts) -> int:
    """The count that half of the draws stay at or below."""
    return int(np.sort(counts)[(len(counts) - 1) // 2])


def spread(counts: Counts, number: int, people: int) -> str:
    """The draws in words: how many there are, the range and the middle."""
    least, most = int(counts.min()), int(counts.max())
    ways = f"{number} of {people} can be drawn by lot in {len(counts):,} ways."
    if least == most:
        return f"{ways} In each of them {who(least)} {'goes' if least == 1 else 'go'} along."
    half = f"in half of the draws {middle(counts)} or fewer"
    if np.mean(counts == most) >= 0.5:
        half = f"in {np.count_nonzero(counts == most):,} of the draws it is {most}"
    return f"{ways} Between {who(least)} and {most} go along; {half}."


def compared(counts: Counts, moved: int) -> str:
    """How draws by lot do beside a choice after which `moved` go along."""
    more, fewer = int((counts > moved).sum()), int((counts < moved).sum())
    if not more and not fewer:
        return "Any draw by lot would lead to the same."
    return f"Of {len(counts):,} draws by lot, {who(more)} would let more go along, and {who(fewer)} fewer."


def draw_lots(sheet: Sheet, top: float, people: int, number: int, counts: Counts, moved: int) -> None:
    """A bar for each number of people who go along, as high as draws lead to it, and a mark where this setting stands."""
    words = f"All {len(counts):,} draws by lot of {number}: how many go along" if number else "Nobody is drawn or protected"
    sheet.text(8, top, words, 11, bold=True)
    bottom = top + 16 + _TALL

    def x(count: int) -> float:
        return _LEFT + (_RIGHT - _LEFT) * count / people

    found, often = np.unique(counts, return_counts=True)
    for count, share in zip(found.tolist(), often / often.max(), strict=True):
        # at least a line, so that the rarest draw is seen
        tall = max(_TALL * float(share), 1.5)
        sides = (x(count) - 3, x(count) + 3)
        sheet.area([sides[0], sides[1], sides[1], sides[0]], [bottom, bottom, bottom - tall, bottom - tall], "muted")
    sheet.line((_LEFT - 5, _RIGHT + 5), (bottom, bottom), "grid", 0.8)
    sheet.dots([(x(moved), bottom + 8)], 5, "accent2", "accent2", "^")
    for count in range(0, people + 1, 9):
        sheet.text(x(count), bottom + 23, str(count), 11, "muted", "center")
    sheet.dots([(16, bottom + 39)], 5, "accent2", "accent2", "^")
    sheet.text(28, bottom + 39, "the town above", 11)
    if number:
        said = f"from {counts.min()} to {counts.max()}, middle draw {middle(counts)}"
        sheet.text(_RIGHT + 12, bottom + 39, said, 11, align="right")

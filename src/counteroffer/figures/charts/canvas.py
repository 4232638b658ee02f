"""A sheet to draw on: units are those of the SVG (a phone shows them about 1:1), y runs down, colours go by role."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal

import matplotlib
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, PathPatch
from matplotlib.path import Path

from counteroffer.figures.colours import ACCENT, ACCENT2, GRID, INK, MUTED, PAPER
from counteroffer.figures.palette import STYLE
from counteroffer.language import ENGLISH, Language

Role = Literal["ink", "muted", "accent", "accent2", "grid", "paper", "none"]
Shape = Literal["o", "s", "D", "x", "^", ">"]
# The middle of the first of a row, and how many there are.
Row = tuple[float, float, int]
Link = tuple[tuple[float, float], tuple[float, float]]
WIDTH = 342.0
SMALLEST = 8.5
# as short as a line can be and still have round ends
_POINT = 0.02
_COLOURS: dict[Role, str] = {
    "ink": INK,
    "muted": MUTED,
    "accent": ACCENT,
    "accent2": ACCENT2,
    "grid": GRID,
    "paper": PAPER,
    "none": "none",
}


class Sheet:
    """Draws texts, dots, lines and boxes at places given in units from the upper left corner.

    A mirrored sheet has its places counted from the right, for a language from right to left; its texts begin at their right end.
    """

    def __init__(self, height: float, *, mirrored: bool = False) -> None:
        self.figure = Figure(figsize=(WIDTH / 72, height / 72))
        self._axes = self.figure.add_axes((0, 0, 1, 1))
        self._axes.set(xlim=(WIDTH, 0) if mirrored else (0, WIDTH), ylim=(height, 0))
        self._axes.set_axis_off()

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float = 9.5,
        colour: Role = "ink",
        align: Literal["left", "center", "right"] = "left",
        *,
        bold: bool = False,
    ) -> None:
        """One line of text, its middle at `y`. Raises ValueError for text too small to read on a phone."""
        if size < SMALLEST:
            raise ValueError(f"text of {size} units is too small")
        weight = "bold" if bold else "normal"
        self._axes.text(x, y, words, fontsize=size, color=_COLOURS[colour], ha=align, va="center_baseline", weight=weight)

    def dot(self, x: float, y: float, radius: float, fill: Role = "accent", edge: Role | None = None, shape: Shape = "o") -> None:
        """A mark with its middle at (x, y)."""
        colour = _COLOURS[edge or fill]
        self._axes.plot([x], [y], shape, markersize=2 * radius, markerfacecolor=_COLOURS[fill], markeredgecolor=colour, markeredgewidth=1.6)

    def dots(self, places: Sequence[tuple[float, float]], radius: float, fill: Role, edge: Role, shape: Shape = "o") -> None:
        """Marks of one kind with their middles at `places`."""
        if places:
            x, y = zip(*places, strict=True)
            self._axes.plot(
                x,
                y,
                shape,
                linestyle="none",
                markersize=2 * radius,
                markerfacecolor=_COLOURS[fill],
                markeredgecolor=_COLOURS[edge],
                markeredgewidth=1.4,
                clip_on=False,
            )

    def squares(self, rows: Sequence[Row], pitch: float, side: float, fill: Role, *, hollow: bool = False) -> None:
        """Rows of squares, `pitch` from one to the next: the middle of the first and how many. One dashed shape, however many there are."""
        for size, colour in ((side, _COLOURS[fill]), *(((side - 2.2, PAPER),) if hollow else ())):
            ends = [((x - size / 2, y), (x + (count - 1) * pitch + size / 2, y)) for x, y, count in rows]
            self._links(ends, colour, size, (0, (1, (pitch - size) / size)))

    def rounds(self, rows: Sequence[Row], pitch: float, side: float, fill: Role) -> None:
        """Rows of filled circles, as `squares` has them."""
        ends = [((x, y), (x + (count - 1) * pitch + _POINT, y)) for x, y, count in rows]
        self._links(ends, _COLOURS[fill], side, (0, (_POINT / side, (pitch - _POINT) / side)), "round")

    def bars(self, x: float, y: float, width: float, height: float, fill: Role) -> None:
        """A box filled with upright bars, which stay apart on a bad copy however low the box is."""
        self._links([((x, y + height / 2), (x + width, y + height / 2))], _COLOURS[fill], height, (0, (2 / height, 2 / height)))

    def rules(self, x: float, y: float, width: float, height: float, fill: Role) -> None:
        """A box filled with level lines."""
        count = int(height // 4)
        self.links([((x, y + 4 * one), (x + width, y + 4 * one)) for one in range(1, count + 1)], fill, 1)

    def area(self, x: Sequence[float], y: Sequence[float], fill: Role, *, faint: bool = False) -> None:
        """A filled shape through points."""
        self._axes.fill(x, y, facecolor=_COLOURS[fill], edgecolor="none", alpha=0.35 if faint else 1, clip_on=False)

    def line(
        self, x: Sequence[float], y: Sequence[float], colour: Role = "grid", width: float = 1, *, dashed: bool = False, faint: bool = False
    ) -> None:
        """A line through points."""
        style = (0, (3, 2.5)) if dashed else "solid"
        self._axes.plot(x, y, color=_COLOURS[colour], linewidth=width, linestyle=style, alpha=0.75 if faint else 1, solid_capstyle="round")

    def links(self, ends: Sequence[Link], colour: Role, width: float) -> None:
        """Straight lines between pairs of points, as one shape."""
        self._links(ends, _COLOURS[colour], width, "solid")

    def _links(self, ends: Sequence[Link], colour: str, width: float, style: Any, cap: Any = "butt") -> None:
        if not ends:
            return
        gap = (float("nan"), float("nan"))
        x, y = zip(*(point for start, end in ends for point in (start, end, gap)), strict=True)
        self._axes.plot(x, y, color=colour, linewidth=width, linestyle=style, dash_capstyle=cap, solid_capstyle="round", clip_on=False)

    def curve(self, start: tuple[float, float], end: tuple[float, float], colour: Role, width: float, *, dashed: bool = False) -> None:
        """A line that leaves and arrives level."""
        middle = (start[0] + end[0]) / 2
        path = Path([start, (middle, start[1]), (middle, end[1]), end], [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4])
        style = (0, (3, 2.5)) if dashed else "solid"
        self._axes.add_patch(PathPatch(path, facecolor="none", edgecolor=_COLOURS[colour], linewidth=width, linestyle=style))

    def box(
        self, x: float, y: float, width: float, height: float, fill: Role = "none", edge: Role = "none", *, dashed: bool = False
    ) -> None:
        """A box with softened corners whose upper left corner is at (x, y)."""
        self._axes.add_patch(
            FancyBboxPatch(
                (x, y),
                width,
                height,
                boxstyle="round,pad=0,rounding_size=3",
                facecolor=_COLOURS[fill],
                edgecolor=_COLOURS[edge],
                linewidth=1,
                linestyle=(0, (3, 2.5)) if dashed else "solid",
            )
        )


def figure_of(height: float, paint: Callable[[Sheet], None], language: Language = ENGLISH) -> Figure:
    """The figure that `paint` draws on a sheet, mirrored in a language from right to left."""
    with matplotlib.rc_context(STYLE):
        sheet = Sheet(height, mirrored=language.direction == "rtl")
        paint(sheet)
        return sheet.figure

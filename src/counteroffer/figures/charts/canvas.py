"""A sheet to draw on: units are those of the SVG (a phone shows them about 1:1), y runs down, colours go by role."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Literal

from matplotlib.backend_bases import RendererBase
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, PathPatch, Polygon
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

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
_DASHED = (0, (3, 2.5))
# from the line that letters stand on to the middle of a tall one (DejaVu Sans), in shares of the size
_MIDDLE = 0.38
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
        self.figure = Figure(figsize=(WIDTH / 72, height / 72), facecolor="none")
        # axes would look after limits, ticks and units, which costs more than all that is drawn here
        across, begin = (-1, WIDTH) if mirrored else (1, 0)
        self._units = Affine2D().scale(across, -1).translate(begin, height).scale(1 / 72) + self.figure.dpi_scale_trans

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
        self.figure.add_artist(
            _Words(x, y, words, color=_COLOURS[colour], ha=align, fontproperties=_font(size, bold), transform=self._units)
        )

    def dot(self, x: float, y: float, radius: float, fill: Role = "accent", edge: Role | None = None, shape: Shape = "o") -> None:
        """A mark with its middle at (x, y)."""
        self._marks([(x, y)], radius, fill, edge or fill, shape, 1.6)

    def dots(self, places: Sequence[tuple[float, float]], radius: float, fill: Role, edge: Role, shape: Shape = "o") -> None:
        """Marks of one kind with their middles at `places`."""
        if places:
            self._marks(places, radius, fill, edge, shape, 1.4)

    def _marks(self, places: Sequence[tuple[float, float]], radius: float, fill: Role, edge: Role, shape: Shape, width: float) -> None:
        x, y = zip(*places, strict=True)
        self.figure.add_artist(
            Line2D(
                x,
                y,
                linestyle="none",
                marker=shape,
                markersize=2 * radius,
                markerfacecolor=_COLOURS[fill],
                markeredgecolor=_COLOURS[edge],
                markeredgewidth=width,
                transform=self._units,
            )
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
        points = [*zip(x, y, strict=True)]
        self.figure.add_artist(
            Polygon(points, facecolor=_COLOURS[fill], edgecolor="none", alpha=0.35 if faint else 1, transform=self._units)
        )

    def line(
        self, x: Sequence[float], y: Sequence[float], colour: Role = "grid", width: float = 1, *, dashed: bool = False, faint: bool = False
    ) -> None:
        """A line through points."""
        self._stroke(Path([*zip(x, y, strict=True)]), _COLOURS[colour], width, _DASHED if dashed else "solid", alpha=0.75 if faint else 1)

    def links(self, ends: Sequence[Link], colour: Role, width: float) -> None:
        """Straight lines between pairs of points, as one shape."""
        self._links(ends, _COLOURS[colour], width, "solid")

    def _links(self, ends: Sequence[Link], colour: str, width: float, style: Any, cap: Any = "butt") -> None:
        if not ends:
            return
        path = Path([point for link in ends for point in link], [Path.MOVETO, Path.LINETO] * len(ends))
        self._stroke(path, colour, width, style, cap)

    def curve(self, start: tuple[float, float], end: tuple[float, float], colour: Role, width: float, *, dashed: bool = False) -> None:
        """A line that leaves and arrives level."""
        middle = (start[0] + end[0]) / 2
        path = Path([start, (middle, start[1]), (middle, end[1]), end], [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4])
        self._path(path, _COLOURS[colour], width, _DASHED if dashed else "solid", zorder=1)

    def box(
        self, x: float, y: float, width: float, height: float, fill: Role = "none", edge: Role = "none", *, dashed: bool = False
    ) -> None:
        """A box with softened corners whose upper left corner is at (x, y)."""
        self.figure.add_artist(
            FancyBboxPatch(
                (x, y),
                width,
                height,
                boxstyle="round,pad=0,rounding_size=3",
                facecolor=_COLOURS[fill],
                edgecolor=_COLOURS[edge],
                linewidth=1,
                linestyle=_DASHED if dashed else "solid",
                transform=self._units,
            )
        )

    def _stroke(self, path: Path, colour: str, width: float, style: Any, cap: Any = "butt", alpha: float = 1) -> None:
        """A line that lies above areas and boxes; one without dashes has round ends."""
        cap = "round" if style == "solid" else cap
        self._path(path, colour, width, style, capstyle=cap, joinstyle="round", alpha=alpha, zorder=2)

    def _path(self, path: Path, colour: str, width: float, style: Any, **how: Any) -> None:
        self.figure.add_artist(
            PathPatch(path, facecolor="none", edgecolor=colour, linewidth=width, linestyle=style, transform=self._units, **how)
        )


class _Words(Text):
    """A text for an SVG, which is laid out by who shows it: it is measured only where somebody asks how much room it takes."""

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, va="center_baseline", **how)

    def draw(self, renderer: RendererBase) -> None:
        """Let an SVG's renderer write it from its anchor, with the middle of its letters at its place."""
        font = self.get_fontproperties()
        x, y = self.get_transform().transform(self.get_position())
        gc = renderer.new_gc()
        gc.set_foreground(self.get_color())
        _wide, tall = renderer.get_canvas_width_height()
        renderer.draw_text(gc, x, tall - y + _MIDDLE * font.get_size_in_points(), self.get_text(), font, self.get_rotation(), mtext=self)
        gc.restore()


@lru_cache
def _font(size: float, bold: bool) -> FontProperties:
    return FontProperties(family=STYLE["font.family"], size=size, weight="bold" if bold else "normal")


def figure_of(height: float, paint: Callable[[Sheet], None], language: Language = ENGLISH) -> Figure:
    """The figure that `paint` draws on a sheet, mirrored in a language from right to left."""
    sheet = Sheet(height, mirrored=language.direction == "rtl")
    paint(sheet)
    return sheet.figure

"""The graph of a case, for its authors: decisions from left to right as paths meet them, endings at the right."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from typing import TYPE_CHECKING

from counteroffer.course.case_walk import Walk
from counteroffer.course.cases import Case, Condition
from counteroffer.course.items import letters
from counteroffer.figures.colours import ACCENT, ACCENT2, GRID, INK, MUTED, PAPER

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_WIDE, _HIGH = 2.0, 0.9
_STEP_X, _STEP_Y = 2.9, 1.5

Place = tuple[float, float]


def case_graph(case: Case, found: Walk) -> Figure:
    """Boxes for decisions and endings with the share of random plays that comes to each; arrows lettered by the options that lead there.

    A letter with a question mark is an option, or a way on, that depends on a condition; such an arrow is dashed.
    """
    from matplotlib.figure import Figure

    places = _places(case)
    width, height = max(x for x, _ in places.values()) + _WIDE, max(y for _, y in places.values()) + _HIGH
    figure = Figure(figsize=(width + 0.4, height + 0.4))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(-0.2, width + 0.2), ylim=(height + 0.2, -0.2))
    axes.axis("off")
    for start, ends in _arrows(case).items():
        for end, marks in ends.items():
            _arrow(axes, places[start], places[end], ", ".join(dict.fromkeys(marks)))
    for decision in case.decisions:
        _box(axes, places[decision.id], decision.title, found.met[decision.id], ACCENT)
    for ending in case.endings:
        _box(axes, places[ending.id], ending.title, found.shares[ending.id], ACCENT2)
    return figure


def _arrows(case: Case) -> dict[str, dict[str, list[str]]]:
    """For each decision the places that it leads to, each with the letters of the options that do."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for decision in case.decisions:
        for letter, choice in zip(letters(len(decision.options)), decision.options, strict=True):
            for then in choice.then:
                asks = choice.condition != Condition() or len(choice.then) > 1
                found[decision.id][then.go].append(letter.upper() + ("?" if asks else ""))
    return found


def _places(case: Case) -> dict[str, Place]:
    """Where each box stands: as far right as the longest path to it, endings last; in each column beside what leads to it."""
    arrows = _arrows(case)
    depth = {decision.id: 0 for decision in case.decisions}
    for _ in case.decisions:
        for start, ends in arrows.items():
            for end in ends:
                if end in depth:
                    depth[end] = max(depth[end], depth[start] + 1)
    last = max(depth.values()) + 1
    columns: dict[int, list[str]] = defaultdict(list)
    for name, column in [*depth.items(), *((ending.id, last) for ending in case.endings)]:
        columns[column].append(name)
    tallest = max(map(len, columns.values()))
    rows: dict[str, float] = {}
    for column in sorted(columns):
        before = {name: [rows[start] for start, ends in arrows.items() if name in ends and start in rows] for name in columns[column]}
        names = sorted(columns[column], key=lambda name: sum(before[name]) / len(before[name]) if before[name] else 0)
        for row, name in enumerate(names):
            rows[name] = row + (tallest - len(names)) / 2
    return {name: (column * _STEP_X, rows[name] * _STEP_Y) for column, names in columns.items() for name in names}


def _box(axes: Axes, place: Place, title: str, share: float, colour: str) -> None:
    from matplotlib.patches import FancyBboxPatch

    x, y = place
    axes.add_patch(
        FancyBboxPatch((x, y), _WIDE, _HIGH, boxstyle="round,pad=0,rounding_size=0.08", facecolor=PAPER, edgecolor=colour, linewidth=1.4)
    )
    axes.text(x + _WIDE / 2, y + 0.36, textwrap.fill(title, 22, max_lines=2), ha="center", va="center", fontsize=9, color=INK)
    axes.text(x + _WIDE / 2, y + 0.76, f"{share:.0%}", ha="center", va="center", fontsize=8, color=MUTED)


def _arrow(axes: Axes, start: Place, end: Place, label: str) -> None:
    from matplotlib.patches import FancyArrowPatch

    tail, head = (start[0] + _WIDE, start[1] + _HIGH / 2), (end[0], end[1] + _HIGH / 2)
    style = "dashed" if "?" in label else "solid"
    # an arrow over another column bows round the boxes that stand there
    bow = "arc3,rad=-0.3" if head[0] - tail[0] > _STEP_X else "arc3"
    axes.add_patch(
        FancyArrowPatch(
            tail, head, connectionstyle=bow, arrowstyle="-|>", mutation_scale=9, color=MUTED, linestyle=style, linewidth=0.9, zorder=0
        )
    )
    # near its start, where arrows have not met yet
    x, y = (tail[0] + 0.22 * (head[0] - tail[0]), tail[1] + 0.22 * (head[1] - tail[1]))
    axes.text(
        x, y - 0.02, label, fontsize=8, color=MUTED, ha="center", va="bottom", bbox={"facecolor": PAPER, "edgecolor": GRID, "pad": 0.8}
    )

"""The explorer `phase-map`: who is sought, and with what, in each phase, with the years in which it was so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counteroffer.course.phase_map import Cell, Episode, PhaseMap, Row
from counteroffer.figures.explorer import Control, Explorer, Note, Remark, Setting
from counteroffer.figures.roles import ACCENT, ACCENT2, GRID, INK, MUTED, PAPER

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_VIEWS = (("people", "Who is sought"), ("means", "With what"))
_SAID = {
    "people": {2: "Sought first:", 1: "Also sought:", 0: "No fact found:"},
    "means": {2: "Reported by two sources or more:", 1: "Reported by one source:", 0: "No fact found:"},
}
_FIRST_YEAR, _LAST_YEAR = 2003, 2026
# how many years wide a letter is that stands above them
_YEARS_A_LETTER = 0.46


class PhaseMapExplorer(Explorer):
    """Dots for what the evidence says of each phase, the chosen phase in colour, and its episodes on a line of years."""

    id = "phase-map"

    def __init__(self, coding: PhaseMap) -> None:
        self.coding = coding
        self.title, self.question = coding.title, coding.question
        self.notes = (
            Note("How to read it", (Remark(coding.reading),)),
            Note("What it leaves out", tuple(map(Remark, coding.leaves_out))),
            Note("How it was coded", (Remark(coding.coding),)),
        )
        phases = tuple((phase.id, phase.label) for phase in coding.phases)
        self.controls = (
            Control("phase", "Phase", phases, start=phases[0][0]),
            Control("view", "Show", _VIEWS, start=_VIEWS[0][0]),
        )

    def state(self) -> str:
        """The coding as JSON."""
        return self.coding.model_dump_json()

    def rows(self, setting: Setting) -> list[tuple[Row, dict[str, Cell]]]:
        """The rows of a view, each with its cells by phase."""
        coding = self.coding
        if setting["view"] == "people":
            return [(row, {cell.phase: cell for cell in coding.people if cell.audience == row.id}) for row in coding.audiences]
        return [(row, {cell.phase: cell for cell in coding.means if cell.instrument == row.id}) for row in coding.instruments]

    def episodes(self, setting: Setting) -> list[Episode]:
        """The episodes of the chosen phase, in order of time."""
        return sorted((one for one in self.coding.episodes if one.phase == setting["phase"]), key=lambda one: (one.first, one.last))

    def draw(self, setting: Setting) -> Figure:
        """A matrix of rows and phases above the years of the chosen phase. About 340 units wide: text reads 1:1 on a phone."""
        from matplotlib.figure import Figure

        rows = self.rows(setting)
        most = max(sum(one.phase == phase.id for one in self.coding.episodes) for phase in self.coding.phases)
        height_top, height_bottom = 0.31 * len(rows) + 0.75, 0.36 * most + 0.55
        height = height_top + height_bottom
        figure = Figure(figsize=(4.75, height))
        top = figure.add_axes((0.465, (height_bottom + 0.35) / height, 0.525, (height_top - 0.85) / height))
        bottom = figure.add_axes((0.02, 0.3 / height, 0.96, (height_bottom - 0.45) / height))
        self._matrix(top, rows, setting)
        strong, light = ("first", "also") if setting["view"] == "people" else ("two sources", "one source")
        legend = f"●  {strong}    ○  {light}    ?  disputed"
        figure.text(0.985, (height_bottom + 0.08) / height, legend, fontsize=11, color=MUTED, ha="right")
        self._draw_years(bottom, self.episodes(setting), most)
        return figure

    def _matrix(self, axes: Axes, rows: list[tuple[Row, dict[str, Cell]]], setting: Setting) -> None:
        from matplotlib.patches import Rectangle

        phases = [phase.id for phase in self.coding.phases]
        chosen = phases.index(setting["phase"])
        axes.add_patch(Rectangle((chosen - 0.5, -0.5), 1, len(rows), facecolor=GRID, alpha=0.55, edgecolor="none"))
        for y, (_, cells) in enumerate(rows):
            for phase, cell in cells.items():
                x = phases.index(phase)
                colour = ACCENT if x == chosen else MUTED
                face = colour if cell.weight == 2 else PAPER
                axes.plot([x], [y], "o", markersize=11, markerfacecolor=face, markeredgecolor=colour, markeredgewidth=1.6)
                if cell.contested:
                    axes.text(
                        x + 0.27,
                        y - 0.2,
                        "?",
                        fontsize=11,
                        color=ACCENT2 if x == chosen else MUTED,
                        ha="center",
                        va="center",
                        weight="bold",
                    )
        axes.set(xlim=(-0.5, len(phases) - 0.5), ylim=(len(rows) - 0.5, -0.5))
        axes.set_yticks(range(len(rows)), [row.label for row, _ in rows], fontsize=11)
        axes.set_xticks(range(len(phases)), [_two_lines(phase.label) for phase in self.coding.phases], fontsize=9)
        axes.xaxis.tick_top()
        for label, x in zip(axes.get_xticklabels(), range(len(phases)), strict=True):
            label.set_color(ACCENT if x == chosen else MUTED)
            label.set_fontweight("bold" if x == chosen else "normal")
        for y in range(len(rows) + 1):
            axes.axhline(y - 0.5, color=GRID, linewidth=0.6)
        axes.tick_params(length=0)
        for spine in axes.spines.values():
            spine.set_visible(False)

    def _draw_years(self, axes: Axes, episodes: list[Episode], most: int) -> None:
        from matplotlib.patches import Rectangle

        for y, one in enumerate(episodes):
            axes.add_patch(Rectangle((one.first, y + 0.12), one.last - one.first + 1, 0.2, facecolor=ACCENT, edgecolor="none"))
            said = f"{_years(one)}  {one.label}"
            # above the start of its bar, or as far left of it as the words need
            start = min(one.first, _LAST_YEAR + 1 - len(said) * _YEARS_A_LETTER)
            axes.text(
                max(start, _FIRST_YEAR),
                y - 0.02,
                said,
                fontsize=11,
                color=INK,
                ha="left",
                va="bottom",
            )
        axes.set(xlim=(_FIRST_YEAR, _LAST_YEAR + 1), ylim=(most - 0.4, -0.65))
        axes.set_xticks([2005, 2010, 2015, 2020, 2025])
        axes.set_xticklabels(["2005", "2010", "2015", "2020", "2025"], fontsize=11)
        axes.set_yticks([])
        axes.grid(axis="x", color=GRID, linewidth=0.6)
        axes.set_axisbelow(True)
        axes.tick_params(length=0)
        for name, spine in axes.spines.items():
            spine.set_visible(name == "bottom")

    def sentence(self, setting: Setting) -> str:
        """The rows of the chosen phase in words, strongest first, then its episodes."""
        told: dict[int, list[str]] = {2: [], 1: [], 0: []}
        disputed = []
        for row, cells in self.rows(setting):
            cell = cells.get(setting["phase"])
            told[cell.weight if cell else 0].append(row.label.lower())
            if cell and cell.contested:
                disputed.append(row.label.lower())
        starts = _SAID[setting["view"]]
        parts = [f"{start} {'; '.join(told[weight])}." for weight, start in starts.items() if told[weight]]
        if disputed:
            parts.append(f"Sources disagree on {'; '.join(disputed)}.")
        shown = "; ".join(f"{_years(one)} {one.label} ({one.place})" for one in self.episodes(setting))
        return " ".join([*parts, f"Episodes: {shown}." if shown else ""]).strip()


def _years(one: Episode) -> str:
    return str(one.first) if one.first == one.last else f"{one.first}–{one.last}"


def _two_lines(label: str) -> str:
    first, _, rest = label.partition(" ")
    return f"{first}\n{rest}" if rest else label

"""The explorer `phase-map`: who is sought, and with what, in each phase, with the years in which it was so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from counteroffer.course.phase_map import Cell, Episode, PhaseMap, Row
from counteroffer.figures.explorer import Control, Explorer, Note, Remark, Setting
from counteroffer.figures.roles import ACCENT, ACCENT2, GRID, INK, MUTED, PAPER
from counteroffer.language import ENGLISH, Language, message

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_VIEWS = {"people": message("Who is sought"), "means": message("With what")}
_NOTHING = message("No fact found:")
_SAID = {
    "people": {2: message("Sought first:"), 1: message("Also sought:"), 0: _NOTHING},
    "means": {2: message("Reported by two sources or more:"), 1: message("Reported by one source:"), 0: _NOTHING},
}
_FIRST_YEAR, _LAST_YEAR = 2003, 2026
# how many years wide a letter is that stands above them
_YEARS_A_LETTER = 0.46


class PhaseMapExplorer(Explorer):
    """Dots for what the evidence says of each phase, the chosen phase in colour, and its episodes on a line of years."""

    id = "phase-map"

    def __init__(self, coding: PhaseMap, language: Language = ENGLISH) -> None:
        self.coding, self.language = coding, language
        _ = language.gettext
        self.title, self.question = coding.title, coding.question
        self.notes = (
            Note(_("How to read it"), (Remark(coding.reading),)),
            Note(_("What it leaves out"), tuple(map(Remark, coding.leaves_out))),
            Note(_("How it was coded"), (Remark(coding.coding),)),
        )
        phases = tuple((phase.id, phase.label) for phase in coding.phases)
        self.controls = (
            Control("phase", _("Phase"), phases, start=phases[0][0]),
            Control("view", _("Show"), tuple((view, language.say(label)) for view, label in _VIEWS.items()), start="people"),
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
        top = figure.add_axes((0.01 if self._mirrored else 0.465, (height_bottom + 0.35) / height, 0.525, (height_top - 0.85) / height))
        bottom = figure.add_axes((0.02, 0.3 / height, 0.96, (height_bottom - 0.45) / height))
        self._matrix(top, rows, setting)
        _ = self.language.gettext
        strong, light = (_("first"), _("also")) if setting["view"] == "people" else (_("two sources"), _("one source"))
        legend = _("●  {strong}    ○  {light}    ?  disputed", strong=strong, light=light)
        figure.text(0.015 if self._mirrored else 0.985, (height_bottom + 0.08) / height, legend, fontsize=11, color=MUTED, ha="right")
        self._draw_years(bottom, self.episodes(setting), most)
        return figure

    @property
    def _mirrored(self) -> bool:
        return self.language.direction == "rtl"

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
        sides = (len(phases) - 0.5, -0.5) if self._mirrored else (-0.5, len(phases) - 0.5)
        axes.set(xlim=sides, ylim=(len(rows) - 0.5, -0.5))
        axes.set_yticks(range(len(rows)), [row.label for row, _ in rows], fontsize=11)
        axes.set_xticks([])
        if self._mirrored:
            # a text from right to left ends at the axes
            axes.yaxis.tick_right()
            for label in axes.get_yticklabels():
                label.set_horizontalalignment("right")
        for x, one in enumerate(self.coding.phases):
            colour, weight = (ACCENT, "bold") if x == chosen else (MUTED, "normal")
            # the second line stands on the axes, the first above it
            for line, words in enumerate(reversed(one.label.split(" ", 1))):
                axes.annotate(
                    words,
                    (x, 1),
                    xytext=(0, 5 + 11.5 * line),
                    xycoords=axes.get_xaxis_transform(),
                    textcoords="offset points",
                    fontsize=9,
                    color=colour,
                    weight=weight,
                    ha="center",
                    va="bottom",
                )
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
        years = (_FIRST_YEAR, _LAST_YEAR + 1)
        axes.set(xlim=years[::-1] if self._mirrored else years, ylim=(most - 0.4, -0.65))
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
        _ = self.language.gettext

        def listed(rows: Iterable[str]) -> str:
            return _("; ").join(rows)

        starts = {weight: self.language.say(start) for weight, start in _SAID[setting["view"]].items()}
        parts = [f"{start} {listed(told[weight])}." for weight, start in starts.items() if told[weight]]
        if disputed:
            parts.append(_("Sources disagree on {rows}.", rows=listed(disputed)))
        shown = listed(f"{_years(one)} {one.label} ({one.place})" for one in self.episodes(setting))
        return " ".join([*parts, *([_("Episodes: {episodes}.", episodes=shown)] if shown else [])])


def _years(one: Episode) -> str:
    return str(one.first) if one.first == one.last else f"{one.first}–{one.last}"

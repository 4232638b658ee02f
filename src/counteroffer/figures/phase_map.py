"""The explorer `phase-map`: who is sought, and with what, in each phase, with the years in which it was so."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import TYPE_CHECKING

from counteroffer.course.phase_map import Cell, Episode, PhaseMap, Row
from counteroffer.figures.explorer import Control, Explorer, Note, Remark, Setting
from counteroffer.language import ENGLISH, Language, message

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from counteroffer.figures.charts.canvas import Role, Sheet

_VIEWS = {"people": message("Who is sought"), "means": message("With what")}
_NAMED = {"people": message("who is sought"), "means": message("with what")}
_NOTHING = message("No report found:")
_SAID = {
    "people": {2: message("Sought first:"), 1: message("Also sought:"), 0: _NOTHING},
    "means": {2: message("Reported by two sources or more:"), 1: message("Reported by one source:"), 0: _NOTHING},
}
_KEY = {
    "people": {2: message("sought first"), 1: message("also sought")},
    "means": {2: message("two sources or more"), 1: message("one source")},
}
# how wide the words of the key are
_KEY_STEPS = {"people": {2: 94, 1: 94}, "means": {2: 132, 1: 86}}
# the matrix: below its heads, the height of a row, the middle of the first column, and from one column to the next
_TOP, _ROW, _FIRST, _STEP = 36, 22, 172, 45
# the years: the height of a line, the ends of the axis, and after which year a bar has its years on the left
_EPISODE, _AXIS, _END, _MIDDLE = 21, 180, 336, 2014
_FIRST_YEAR, _LAST_YEAR = 2003, 2026


class PhaseMapExplorer(Explorer):
    """Dots for what the evidence says of each phase, the chosen phase in a frame, and its episodes on a line of years."""

    id = "phase-map"
    wide = True

    def __init__(self, coding: PhaseMap, language: Language = ENGLISH) -> None:
        self.coding, self.language = coding, language
        _ = language.gettext
        self.title, self.question = coding.title, coding.question
        self.caution = _("The dots say what sources report. They count no people, and an empty place does not mean safety.")
        self.notes = (
            Note(_("How to read it"), (Remark(coding.reading),)),
            Note(_("What it leaves out"), tuple(map(Remark, coding.leaves_out))),
            Note(_("How it was coded"), (Remark(coding.coding),)),
        )
        self.wall = ((0, _TOP + _ROW * max(len(coding.audiences), len(coding.instruments)) + 34),)
        phases = tuple((phase.id, phase.label) for phase in coding.phases)
        self.controls = (
            Control("phase", _("Phase"), phases, start=phases[0][0]),
            Control("view", _("Show"), tuple((view, language.say(label)) for view, label in _VIEWS.items()), start="people"),
        )

    def state(self) -> str:
        """The coding as JSON."""
        return self.coding.model_dump_json(exclude={"frames"})

    def rows(self, setting: Setting) -> list[tuple[Row, dict[str, Cell]]]:
        """The rows of a view, each with its cells by phase."""
        coding = self.coding
        if setting["view"] == "people":
            return [(row, {cell.phase: cell for cell in coding.people if cell.audience == row.id}) for row in coding.audiences]
        return [(row, {cell.phase: cell for cell in coding.means if cell.instrument == row.id}) for row in coding.instruments]

    def episodes(self, setting: Setting) -> list[Episode]:
        """The episodes of the chosen phase, in order of time."""
        return sorted((one for one in self.coding.episodes if one.phase == setting["phase"]), key=lambda one: (one.first, one.last))

    def draw(self, setting: Setting, among: Sequence[Setting] | None = None) -> Figure:
        """A matrix of rows and phases above the years of the chosen phase."""
        from counteroffer.figures.charts.canvas import figure_of

        rows, episodes = self.rows(setting), self._most_episodes
        told = {one["phase"] for one in among or self.settings() if one["view"] == setting["view"]}

        def paint(sheet: Sheet) -> None:
            self._matrix(sheet, rows, setting["phase"], told)
            end = _TOP + _ROW * len(rows)
            self._key(sheet, end + 17, setting["view"], [cell for _, cells in rows for cell in cells.values() if cell.phase in told])
            self._years(sheet, end + 40, self.episodes(setting), episodes)

        return figure_of(_TOP + _ROW * len(rows) + 40 + _EPISODE * episodes + 24, paint, self.language)

    @property
    def _most_episodes(self) -> int:
        return max(sum(one.phase == phase.id for one in self.coding.episodes) for phase in self.coding.phases)

    def _matrix(self, sheet: Sheet, rows: list[tuple[Row, dict[str, Cell]]], chosen: str, told: Container[str]) -> None:
        """A mark for each cell of the phases that are told."""
        end = _TOP + _ROW * len(rows)
        for place, phase in enumerate(self.coding.phases):
            x, here = _FIRST + _STEP * place, phase.id == chosen
            if here:
                sheet.box(x - _STEP / 2 + 2, 1, _STEP - 4, end - 1, "none", "ink")
            for line, words in enumerate(phase.label.split(" ", 1)):
                sheet.text(x, 11 + 12 * line, words, 9, "ink" if here else "muted", "center")
        for index, (row, cells) in enumerate(rows):
            y = _TOP + _ROW * (index + 0.5)
            sheet.line((0, 338), (y - _ROW / 2, y - _ROW / 2), "grid", 0.6)
            sheet.text(0, y, row.label, 10.5)
            for place, phase in enumerate(self.coding.phases):
                if phase.id in told and (cell := cells.get(phase.id)):
                    colour: Role = "accent" if phase.id == chosen else "muted"
                    _dot(sheet, _FIRST + _STEP * place, y, cell.weight, colour)
                    if cell.contested:
                        _disputed(sheet, _FIRST + _STEP * place + 14, y - 4)
        sheet.line((0, 338), (end, end), "grid", 0.6)

    def _key(self, sheet: Sheet, y: float, view: str, shown: list[Cell]) -> None:
        """The marks that the picture has, in words."""
        x = 4.0
        for weight, words in _KEY[view].items():
            if any(cell.weight == weight for cell in shown):
                _dot(sheet, x + 4, y, weight, "accent")
                sheet.text(x + 15, y, self.language.say(words), 9.5)
                x += _KEY_STEPS[view][weight]
        if any(cell.contested for cell in shown):
            _disputed(sheet, x + 4, y)
            sheet.text(x + 13, y, self.language.gettext("sources disagree"), 9.5)

    def _years(self, sheet: Sheet, top: float, episodes: list[Episode], most: int) -> None:
        """A line for each episode: its name, and its years on an axis."""
        end = top + _EPISODE * most + 4
        for index, one in enumerate(episodes):
            y = top + _EPISODE * (index + 0.5)
            sheet.text(0, y, one.label, 10)
            sheet.area(*_box(_year(one.first), y - 4, _year(one.last + 1), y + 4), "accent")
            # beside the bar, on the side that has room
            late = one.last > _MIDDLE
            sheet.text(_year(one.first) - 4 if late else _year(one.last + 1) + 4, y, _span(one), 9, align="right" if late else "left")
        sheet.line((_year(_FIRST_YEAR), _year(_LAST_YEAR + 1)), (end, end), "muted", 0.8)
        for year in range(2005, _LAST_YEAR, 5):
            sheet.line((_year(year), _year(year)), (end, end + 4), "muted", 0.8)
            sheet.text(_year(year), end + 12, str(year), 9, "muted", "center")

    def name(self, setting: Setting) -> str:
        """The phase, and what is shown of it."""
        return self.language.gettext(
            "{phase}: {view}", phase=dict(self.controls[0].choices)[setting["phase"]], view=self.language.say(_NAMED[setting["view"]])
        )

    def brief(self, setting: Setting) -> str:
        """The rows of the chosen phase in words, strongest first."""
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
        return " ".join(parts)

    def more(self, setting: Setting) -> str:
        """The episodes of the chosen phase."""
        _ = self.language.gettext
        shown = _("; ").join(f"{_span(one)} {one.label} ({one.place})" for one in self.episodes(setting))
        return _("Episodes: {episodes}.", episodes=shown) if shown else ""


def _span(one: Episode) -> str:
    return str(one.first) if one.first == one.last else f"{one.first}–{one.last}"


def _year(year: int) -> float:
    """Where a year begins on the axis."""
    return _AXIS + (_END - _AXIS) * (year - _FIRST_YEAR) / (_LAST_YEAR + 1 - _FIRST_YEAR)


def _box(left: float, top: float, right: float, bottom: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
    return (left, right, right, left), (top, top, bottom, bottom)


def _dot(sheet: Sheet, x: float, y: float, weight: int, colour: Role) -> None:
    """A filled dot, or a ring."""
    sheet.dot(x, y, 5.5, colour if weight == 2 else "paper", colour)


def _disputed(sheet: Sheet, x: float, y: float) -> None:
    sheet.text(x, y, "?", 11, "accent2", "center", bold=True)

"""`who-is-sought`: all phases of the phase map at once, the people sought in most of them first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from counteroffer.course.chart_data import ChartData
from counteroffer.course.phase_map import PeopleCell, Row
from counteroffer.figures.charts.chart import Chart, Line
from counteroffer.language import message

if TYPE_CHECKING:
    from counteroffer.figures.charts.canvas import Sheet

_LEFT, _STEP, _TOP, _ROW = 168.0, 44.0, 46.0, 31.0
_HOW = {2: message("first"), 1: message("also")}


class SoughtChart(Chart[ChartData]):
    """A matrix of audiences and phases."""

    heads = (message("Who"), message("Phase"), message("How"), message("Why so coded"))

    def rows(self) -> list[tuple[Row, dict[str, PeopleCell]]]:
        """Audiences with their cells by phase: sought in most phases first, then most strongly, else as the phase map has them."""
        found = [(row, {cell.phase: cell for cell in self.coding.people if cell.audience == row.id}) for row in self.coding.audiences]
        return sorted(found, key=lambda pair: (-len(pair[1]), -sum(cell.weight for cell in pair[1].values())))

    def height(self) -> float:
        """A line for every audience, the counts and the key."""
        return _TOP + _ROW * len(self.coding.audiences) + 56

    def paint(self, sheet: Sheet) -> None:
        """Dots in columns of phases, and how many audiences each phase has."""
        _ = self.language.gettext
        rows, phases = self.rows(), self.coding.phases
        for number, phase in enumerate(phases):
            for line, word in enumerate(phase.label.split(" ", 1)):
                sheet.text(_LEFT + number * _STEP, 14 + 13 * line, word, 8.5, "muted", "center")
        for index, (row, cells) in enumerate(rows):
            y = _TOP + _ROW * (index + 0.5)
            sheet.line((0, 342), (y - _ROW / 2, y - _ROW / 2), "grid", 0.7)
            sheet.text(0, y, row.label, 9.5)
            for number, phase in enumerate(phases):
                self._cell(sheet, _LEFT + number * _STEP, y, cells.get(phase.id))
        end = _TOP + _ROW * len(rows)
        sheet.line((0, 342), (end, end), "muted", 0.8)
        sheet.text(0, end + 15, _("How many of them"), 9.5, "muted")
        for number, phase in enumerate(phases):
            count = sum(phase.id in cells for _, cells in rows)
            sheet.text(_LEFT + number * _STEP, end + 15, _("{some} of {all}", some=count, all=len(rows)), 9.5, "ink", "center", bold=True)
        y = end + 43
        sheet.dot(8, y, 7, "accent")
        sheet.text(20, y, _("sought first"), 9.5)
        sheet.dot(96, y, 4.5, "paper", "accent")
        sheet.text(106, y, _("also"), 9.5)
        sheet.text(146, y, "?", 10.5, "accent2", "center", bold=True)
        sheet.text(154, y, _("sources disagree"), 9.5)
        sheet.line((252, 260), (y, y), "muted", 1)
        sheet.text(265, y, _("nothing found"), 9.5)

    def _cell(self, sheet: Sheet, x: float, y: float, cell: PeopleCell | None) -> None:
        if cell is None:
            sheet.line((x - 4, x + 4), (y, y), "muted", 1)
            return
        if cell.weight == 2:
            sheet.dot(x, y, 8, "accent")
        else:
            sheet.dot(x, y, 4.5, "paper", "accent")
        if cell.contested:
            sheet.text(x + 14, y - 5, "?", 10.5, "accent2", "center", bold=True)

    def sentence(self) -> str:
        """Who is sought in how many phases, whom each phase seeks first, and how much is disputed."""
        _, phases, rows = self.language.gettext, self.coding.phases, self.rows()

        def named(found: Iterable[Row]) -> str:
            return _("; ").join(row.label.lower() for row in found)

        spread = [
            _(
                "in {some} of {all} phases: {rows}",
                some=count,
                all=len(phases),
                rows=named(row for row, cells in rows if len(cells) == count),
            )
            for count in sorted({len(cells) for _row, cells in rows}, reverse=True)
        ]
        firsts = [
            f"{phase.label}: {named(row for row, cells in rows if phase.id in cells and cells[phase.id].weight == 2)}." for phase in phases
        ]
        people = self.coding.people
        disputed = _("Sources disagree on {some} of {all} marks.", some=sum(cell.contested for cell in people), all=len(people))
        sought = _("Sought {spread}.", spread=_(", ").join(spread))
        return " ".join([sought, _("Sought first, by phase."), *firsts, disputed])

    def lines(self) -> list[Line]:
        """A line for each dot."""
        found = []
        for row, cells in self.rows():
            for phase in self.coding.phases:
                if cell := cells.get(phase.id):
                    how = self.language.say(_HOW[cell.weight])
                    if cell.contested:
                        how = self.language.gettext("{how}, sources disagree", how=how)
                    found.append(Line((row.label, phase.label, how, cell.note), tuple(cell.cite)))
        return found

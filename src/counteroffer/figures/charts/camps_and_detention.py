"""`camps-and-detention`: a row for each place, a column for each moment, a circle where a source gives a dated count."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from counteroffer.course.chart_data import CampsAndDetention, Count, Series
from counteroffer.figures.charts.chart import Chart, Line
from counteroffer.language import message

if TYPE_CHECKING:
    from counteroffer.figures.charts.canvas import Sheet

_TOP, _LEFT, _STEP, _LABEL = 30.0, 29.0, 56.8, 20.0
_LARGEST = 24.0  # the radius of 70,000 people


class CampsChart(Chart[CampsAndDetention]):
    """Counts as circles by area; dashes where there is no figure, and no line between counts."""

    heads = (message("Who"), message("When"), message("How many"), message("Said of it"))

    def height(self) -> float:
        """Every row is as tall as its largest circle needs."""
        return _TOP + sum(map(_tall, self.data.series)) + 26

    def paint(self, sheet: Sheet) -> None:
        """The moments, then row after row."""
        places = {name: _LEFT + _STEP * index for index, name in enumerate(self.data.moments)}
        for name, label in self.data.moments.items():
            sheet.text(places[name], 12, label, 9, "muted", "center")
        y = _TOP
        for one in self.data.series:
            sheet.line((0, 342), (y - 4, y - 4), "grid", 0.7)
            sheet.text(0, y + 8, one.label, 9.5, bold=True)
            counts = {count.moment: count for count in one.counts}
            middle = y + _LABEL + (_tall(one) - _LABEL - 17) / 2
            for name, x in places.items():
                if name in counts:
                    self._count(sheet, x, middle, counts[name])
                elif self._open(one, name):
                    sheet.line((x - 20, x + 20), (middle, middle), "muted", 0.9, dashed=True)
            y += _tall(one)
        sheet.line((2, 42), (y + 8, y + 8), "muted", 0.9, dashed=True)
        sheet.text(50, y + 8, self.language.gettext("no dated figure in our evidence"), 9.5, "muted")
        sheet.text(264, y + 8, self.language.gettext("~  about"), 9.5, "muted")

    def _open(self, one: Series, moment: str) -> bool:
        """Whether a count could stand here: the moment has a date, and lies between `since` and `until`."""
        order = [name for name in self.data.moments if name != "undated"]
        if moment not in order:
            return False
        since = order.index(one.since) if one.since else 0
        until = order.index(one.until) if one.until else len(order) - 1
        return since <= order.index(moment) <= until

    def _count(self, sheet: Sheet, x: float, y: float, count: Count) -> None:
        words = count.shown
        if count.people is None:
            sheet.dot(x, y, 4, "ink", shape="x")
            sheet.text(x, y + 13, words, 9, "ink", "center")
            return
        if count.upto:
            sheet.dot(x, y, _radius(count.upto), "paper", "accent")
        sheet.dot(x, y, _radius(count.people), "accent", "paper" if count.upto else "accent")
        sheet.text(x, y + _radius(count.upto or count.people) + 9, words, 9, "ink", "center")

    def sentence(self) -> str:
        """Every count with its moment, and how little can be compared."""
        _ = self.language.gettext
        parts = [
            f"{one.label}: {_(', ').join(f'{count.shown} ({self.data.moments[count.moment]})' for count in one.counts)}"
            for one in self.data.series
        ]
        single = _(
            "{some} of {all} rows have a single count, so they show no trend; a count marked ~ is about.",
            some=sum(len(one.counts) == 1 for one in self.data.series),
            all=len(self.data.series),
        )
        return f"{single} {_('; ').join(parts)}."

    def lines(self) -> list[Line]:
        """A line for each count."""
        return [
            Line((one.label, self.data.moments[count.moment], count.shown, count.comment), tuple(count.cite))
            for one in self.data.series
            for count in one.counts
        ]


def _radius(people: int) -> float:
    return _LARGEST * sqrt(people / 70_000)


def _tall(one: Series) -> float:
    largest = max(_radius(count.upto or count.people or 0) for count in one.counts)
    return _LABEL + 2 * max(largest, 4) + 23

"""`competing-offers`: ten dimensions, each with the group's promise, its practice and ours on a scale of five codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from counteroffer.course.chart_data import Coded, CompetingOffers, Dimension
from counteroffer.figures.charts.chart import Chart, Line
from counteroffer.language import Message, message

if TYPE_CHECKING:
    from counteroffer.figures.charts.canvas import Role, Shape, Sheet

_TOP, _ROW, _GROUP, _ZERO, _CODE, _NONE = 52.0, 33.0, 21.0, 184.0, 37.0, 145.0
_SIDES: Final[dict[str, tuple[Message, Shape, Role, Role, float]]] = {
    "promise": (message("group promises"), "o", "paper", "accent", 0.0),
    "practice": (message("group keeps"), "o", "accent", "accent", 0.0),
    "ours": (message("our programmes"), "s", "accent2", "accent2", 11.5),
}


class OffersChart(Chart[CompetingOffers]):
    """A dumbbell for promise and practice, a square for ours, and a place for what was not found."""

    heads = (message("Dimension"), message("Side"), message("Code"), message("Why"))

    def height(self) -> float:
        """A line for every dimension, a heading for every group, key and scale."""
        return _TOP + _ROW * len(self.data.dimensions) + _GROUP * len(self.data.groups) + 48

    def paint(self, sheet: Sheet) -> None:
        """Key, scale, then group after group."""
        for (side, shape, fill, edge, _), x in zip(_SIDES.values(), (8, 118, 215), strict=True):
            sheet.dot(x, 10, 4.5, fill, edge, shape)
            sheet.text(x + 9, 10, self.language.say(side), 9.5)
        end = self.height() - 44
        for code in range(5):
            level = _ZERO + _CODE * code
            sheet.line((level, level), (_TOP - 6, end), "grid", 0.8)
            sheet.text(level, _TOP - 15, str(code), 9.5, "muted", "center")
        for line, words in enumerate(self._not_found.split(" ", 1)):
            sheet.text(_NONE, _TOP - 21 + 10 * line, words, 8.5, "muted", "center")
        y = _TOP
        for group, label in self.data.groups.items():
            sheet.text(0, y + _GROUP / 2, label, 10, bold=True)
            y += _GROUP
            for one in self.data.dimensions:
                if one.group == group:
                    self._row(sheet, y, one)
                    y += _ROW
        told = [f"{code} {words}" for code, words in enumerate(self.data.scale)]
        for index, words in enumerate(told):
            sheet.text((0, 118, 236)[index % 3], end + 18 + 15 * (index // 3), words[0] + "  " + words[2:].lower(), 9, "muted")

    def _row(self, sheet: Sheet, y: float, one: Dimension) -> None:
        sheet.line((0, 342), (y, y), "grid", 0.7)
        sheet.text(0, y + _ROW / 2, one.label, 9.5)
        codes: dict[str, Coded] = {"promise": one.promise, "practice": one.practice, "ours": one.ours}
        if one.promise.code is not None and one.practice.code is not None:
            sheet.line((_at(one.practice), _at(one.promise)), (y + 10.5, y + 10.5), "accent", 2.4)
        for side, coded in codes.items():
            _, shape, fill, edge, lower = _SIDES[side]
            if coded.code is not None:
                sheet.dot(_at(coded), y + 10.5 + lower, 4.5, fill, edge, shape)
            else:
                shift = {"promise": -6, "practice": 6, "ours": 0}[side]
                sheet.dot(_NONE + shift, y + 10.5 + lower, 3, fill, edge, shape)

    def sentence(self) -> str:
        """The codes of every dimension, and where the group keeps less than it promises."""
        _, told = self.language.gettext, self.data.dimensions
        less = [one.label.lower() for one in told if _above(one.promise, one.practice)]
        ours = [one.label.lower() for one in told if _above(one.practice, one.ours)]
        codes = [f"{one.label.lower()} {_(', ').join(map(self._said, (one.promise, one.practice, one.ours)))}" for one in told]
        scale = _(
            "On a scale from 0 ({least}) to 4 ({most}), the group keeps less than it promises on: {rows}.",
            least=self.data.scale[0].lower(),
            most=self.data.scale[-1].lower(),
            rows=_("; ").join(less),
        )
        more = _("It does more than our programmes on: {rows}.", rows=_("; ").join(ours))
        return f"{scale} {more} {_('Codes of its promise, its practice and our practice: {rows}.', rows=_('; ').join(codes))}"

    def lines(self) -> list[Line]:
        """Three lines for each dimension."""
        _ = self.language.gettext
        sides = (_("The group's promise"), _("The group's practice"), _("Our practice"))
        return [
            Line((one.label, side, self._said(coded), coded.why), tuple(coded.cite))
            for one in self.data.dimensions
            for side, coded in zip(sides, (one.promise, one.practice, one.ours), strict=True)
        ]

    @property
    def _not_found(self) -> str:
        return self.language.gettext("not found")

    def _said(self, coded: Coded) -> str:
        return self._not_found if coded.code is None else str(coded.code)


def _at(coded: Coded) -> float:
    return _ZERO + _CODE * (coded.code or 0)


def _above(one: Coded, other: Coded) -> bool:
    return one.code is not None and other.code is not None and one.code > other.code

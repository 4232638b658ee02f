"""`instruments`: the group's instruments on the left, joined to the weaknesses of ours that they use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counteroffer.course.chart_data import Instruments, Tie
from counteroffer.figures.charts.chart import Chart, Line, wrapped
from counteroffer.language import message

if TYPE_CHECKING:
    from counteroffer.figures.charts.canvas import Sheet

_TOP, _LEFT, _RIGHT = 30.0, 112.0, 206.0
_BASIS = {"documented": message("a source joins them"), "reading": message("our reading")}


class InstrumentsChart(Chart[Instruments]):
    """Two columns and the ties between them."""

    heads = (message("Instrument"), message("Weakness of ours"), message("How we know"), message("What was seen"))

    def height(self) -> float:
        """Room for the longer column and the key."""
        return _TOP + 44 * len(self.coding.instruments) + 34

    def paint(self, sheet: Sheet) -> None:
        """Ties first, so that the names stand on top."""
        instruments = {row.id: row.label for row in self.coding.instruments}
        weaknesses = {one.id: one.label for one in self.data.weaknesses}
        room = 44.0 * len(instruments)
        left = {name: _TOP + room * (index + 0.5) / len(instruments) for index, name in enumerate(instruments)}
        right = {name: _TOP + room * (index + 0.5) / len(weaknesses) for index, name in enumerate(self._right())}
        for tie in self.data.ties:
            start, end = (_LEFT + 4, left[tie.instrument]), (_RIGHT - 8, right[tie.weakness])
            sheet.curve(start, end, "accent" if tie.basis == "documented" else "muted", 1.8, dashed=tie.basis == "reading")
        sheet.text(_LEFT - 4, 12, self.language.gettext("The group's instrument"), 9, "muted", "right")
        sheet.text(_RIGHT, 12, self.language.gettext("A weakness of ours"), 9, "muted")
        for names, places, x, dot, align in (
            (instruments, left, _LEFT - 4, _LEFT + 4, "right"),
            (weaknesses, right, _RIGHT, _RIGHT - 8, "left"),
        ):
            for name, y in places.items():
                told = wrapped(names[name], 19 if align == "right" else 23)
                for line, words in enumerate(told):
                    sheet.text(x, y + 13 * (line - (len(told) - 1) / 2), words, 10, "ink", align)  # type: ignore[arg-type]
                sheet.dot(dot, y, 3.2, "accent" if align == "right" else "accent2", shape="o" if align == "right" else "s")
        y = self.height() - 12
        sheet.line((2, 22), (y, y), "accent", 1.8)
        sheet.text(28, y, self.language.say(_BASIS["documented"]), 9.5)
        sheet.line((172, 192), (y, y), "muted", 1.8, dashed=True)
        sheet.text(198, y, self.language.say(_BASIS["reading"]), 9.5)

    def _right(self) -> list[str]:
        """The weaknesses in the order of the instruments that use them, so that ties cross little."""
        order = [row.id for row in self.coding.instruments]

        def middle(name: str) -> float:
            used = [order.index(tie.instrument) for tie in self.data.ties if tie.weakness == name]
            return sum(used) / len(used)

        return sorted((one.id for one in self.data.weaknesses), key=middle)

    def sentence(self) -> str:
        """Each instrument with the weaknesses that it uses."""
        _ = self.language.gettext
        weaknesses = {one.id: one.label.lower() for one in self.data.weaknesses}

        def said(tie: Tie) -> str:
            weakness = weaknesses[tie.weakness]
            return _("{weakness} (our reading)", weakness=weakness) if tie.basis == "reading" else weakness

        parts = [_("Each instrument and the weakness of ours that it uses.")]
        for row in self.coding.instruments:
            told = [said(tie) for tie in self.data.ties if tie.instrument == row.id]
            if told:
                parts.append(f"{row.label}: {self.language.listed(told)}.")
        return " ".join(parts)

    def lines(self) -> list[Line]:
        """A line for each tie, then one for each weakness as it is documented on our side."""
        instruments = {row.id: row.label for row in self.coding.instruments}
        weaknesses = {one.id: one.label for one in self.data.weaknesses}
        ties = [
            Line((instruments[tie.instrument], weaknesses[tie.weakness], self.language.say(_BASIS[tie.basis]), tie.why), tuple(tie.cite))
            for tie in self.data.ties
        ]
        _ = self.language.gettext
        ours = [Line(("—", one.label, _("on our side"), _("The weakness itself.")), tuple(one.cite)) for one in self.data.weaknesses]
        return ties + ours

"""`affiliates`: boxes placed roughly by region on a plain ground, with dots for what was taken over, changed, and failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counteroffer.course.chart_data import Affiliate, Affiliates, Trait
from counteroffer.figures.charts.chart import Chart, Line, wrapped
from counteroffer.language import message

if TYPE_CHECKING:
    from counteroffer.figures.charts.canvas import Sheet

_TOP, _WIDE, _TALL, _ACROSS, _DOWN = 26.0, 108.0, 92.0, 117.0, 102.0
_FATES = {"taken-over": message("taken over"), "changed": message("changed"), "failed": message("failed")}


class AffiliatesChart(Chart[Affiliates]):
    """A schematic, not a map: no coast, no border, no extent."""

    heads = (message("Where"), message("Fate"), message("What"), message("How sure"))

    def height(self) -> float:
        """The lowest row and the words under it."""
        return _TOP + _DOWN * max(one.row for one in self.data.affiliates) + _TALL + 4

    def paint(self, sheet: Sheet) -> None:
        """The key, then box after box."""
        _ = self.language.gettext
        sheet.dot(6, 10, 3.4, "accent")
        sheet.text(15, 10, _("one documented trait"), 9)
        sheet.dot(148, 10, 3.4, "paper", "accent2")
        sheet.text(157, 10, _("sources disagree"), 9)
        sheet.text(265, 10, "–", 10, "muted")
        sheet.text(275, 10, _("none found"), 9)
        for one in self.data.affiliates:
            self._box(sheet, _ACROSS * one.column, _TOP + _DOWN * one.row, one)

    def _box(self, sheet: Sheet, x: float, y: float, one: Affiliate) -> None:
        sheet.box(x + 0.5, y, _WIDE - 1, _TALL if one.traits else 46, "paper", "grid" if one.traits else "ink")
        sheet.text(x + 6, y + 12, one.label, 10, bold=True)
        for line, words in enumerate(wrapped(one.gist, 19)):
            sheet.text(x + 6, y + 26 + 11.5 * line, words, 8.5, "muted")
        if not one.traits:
            return
        for index, (fate, said) in enumerate(_FATES.items()):
            level = y + 55 + 14 * index
            sheet.text(x + 6, level, self.language.say(said), 8.5)
            traits = [trait for trait in one.traits if trait.fate == fate]
            for place, trait in enumerate(traits):
                contested = self._contested(trait)
                sheet.dot(x + 70 + 12 * place, level, 3.4, "paper" if contested else "accent", "accent2" if contested else "accent")
            if not traits:
                sheet.text(x + 66, level, "–", 10, "muted")

    def _contested(self, trait: Trait) -> bool:
        return self.grade(trait.cite) == "contested"

    def sentence(self) -> str:
        """Each affiliate in a few words with the number of its traits."""
        _ = self.language.gettext
        parts = []
        for one in self.data.affiliates:
            gist = f"{one.gist[:1].lower()}{one.gist[1:]}"
            counts = [f"{sum(trait.fate == fate for trait in one.traits)} {self.language.say(words)}" for fate, words in _FATES.items()]
            told = _("{place}: {gist} ({counts})", place=one.label, gist=gist, counts=self.language.listed(counts))
            parts.append(told if one.traits else _("{place}: {gist}", place=one.label, gist=gist))
        traits = [trait for one in self.data.affiliates for trait in one.traits]
        disputed = _("Sources disagree on {some} of {all} traits.", some=sum(map(self._contested, traits)), all=len(traits))
        return f"{_('; ').join(parts)}. {disputed}"

    def lines(self) -> list[Line]:
        """A line for each trait."""
        _ = self.language.gettext
        return [
            Line(
                (
                    one.label,
                    self.language.say(_FATES[trait.fate]),
                    trait.label,
                    _("sources disagree") if self._contested(trait) else _("as reported"),
                ),
                tuple(trait.cite),
            )
            for one in self.data.affiliates
            for trait in one.traits
        ]

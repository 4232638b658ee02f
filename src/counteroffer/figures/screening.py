"""The explorer `screening`: what a positive screening means when few are dangerous."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counteroffer.course.model_pages import Screening
from counteroffer.figures.explorer import Setting
from counteroffer.figures.model_page import ModelExplorer, control
from counteroffer.figures.squares import Part, draw_people
from counteroffer.figures.words import be, people
from counteroffer.models.people import whole
from counteroffer.models.screening import Screened, screen

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from counteroffer.figures.charts.sheet import Sheet

SCREENED = 1000


class ScreeningExplorer(ModelExplorer[Screening]):
    """A thousand people as squares: colour says whether they are flagged, filling whether they are dangerous."""

    def __init__(self, data: Screening) -> None:
        super().__init__(data)
        self.controls = (
            control("dangerous", data.dangerous),
            control("sensitivity", data.sensitivity),
            control("specificity", data.specificity),
        )

    def screened(self, setting: Setting) -> Screened:
        """The model's answer for a thousand people."""
        data = self.data
        return screen(
            SCREENED,
            data.dangerous.number(setting["dangerous"]) / SCREENED,
            data.sensitivity.number(setting["sensitivity"]) / 100,
            data.specificity.number(setting["specificity"]) / 100,
        )

    def count(self, setting: Setting) -> tuple[int, int, int, int]:
        """Whole people: found, wrongly flagged, missed, rightly passed."""
        screened = self.screened(setting)
        found, missed = whole([float(screened.found), float(screened.missed)])
        wrongly, rightly = whole([float(screened.wrongly_flagged), float(screened.rightly_passed)])
        return found, wrongly, missed, rightly

    def draw(self, setting: Setting) -> Figure:
        """All people above, counted below, and those who are flagged once more on a bar of their own."""
        from counteroffer.figures.charts.sheet import figure_of

        return figure_of(318, lambda sheet: self._paint(sheet, setting))

    def _paint(self, sheet: Sheet, setting: Setting) -> None:
        found, wrongly, missed, rightly = self.count(setting)
        parts = (
            (Part(found, "accent2"), "flagged, dangerous"),
            (Part(wrongly, "accent2", hollow=True), "flagged, not dangerous"),
            (Part(missed, "ink"), "passed, dangerous"),
            (Part(rightly, "muted", hollow=True), "passed, not dangerous"),
        )
        draw_people(sheet, 8, 6, [part for part, _ in parts], columns=50, pitch=6.54, side=5)
        for row, (part, words) in enumerate(parts):
            y = 152 + 19 * row
            sheet.squares([(14, y, 1)], 9, 9, part.colour, hollow=part.hollow)
            sheet.text(52, y, f"{part.people:,}", 11, bold=True, align="right")
            sheet.text(60, y, words, 11)
        flagged = found + wrongly
        sheet.text(8, 243, f"Of the {flagged} who are flagged, {found} {be(found)} dangerous", 11.5, bold=True)
        sheet.box(8, 256, 326, 26, "paper", "accent2")
        sheet.box(8, 256, 326 * float(self.screened(setting).meaning), 26, "accent2", "accent2")
        in_a_hundred = self.in_a_hundred(setting)
        sheet.text(8, 299, f"{in_a_hundred} in 100", 11)
        sheet.text(334, 299, f"{100 - in_a_hundred} in 100 are not dangerous", 11, "muted", "right")

    def in_a_hundred(self, setting: Setting) -> int:
        """How many of a hundred people flagged are dangerous."""
        return round(100 * float(self.screened(setting).meaning))

    def sentence(self, setting: Setting) -> str:
        """The four counts in words, and what a flag then means."""
        found, wrongly, missed, _ = self.count(setting)
        flagged, dangerous, share = found + wrongly, found + missed, self.in_a_hundred(setting)
        each = round(wrongly / found) if found else 0
        price = f"For each dangerous person whom it finds it flags {each} other{'s' if each > 1 else ''}. " if each else ""
        return (
            f"Of {SCREENED:,} people {dangerous} {be(dangerous)} dangerous. The screening flags {people(flagged)}: {found} of the dangerous and "
            f"{wrongly} who are not. It misses {missed}. So of 100 people flagged about {share} {be(share)} dangerous, "
            f"and {people(wrongly)} would be held by mistake if a flag were enough. {price}A rule that flags fewer people holds fewer by mistake, and misses more."
        )

"""The explorer `screening`: what a positive screening means when few are dangerous."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from counteroffer.course.model_pages import Screening
from counteroffer.figures.explorer import Setting
from counteroffer.figures.model_page import ModelExplorer, control
from counteroffer.figures.spoken_numbers import people
from counteroffer.figures.squares import Part, draw_people
from counteroffer.language import ENGLISH, Language
from counteroffer.models.screening import Screened, screen
from counteroffer.models.whole_people import whole

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from counteroffer.figures.charts.canvas import Sheet

SCREENED = 1000


class ScreeningExplorer(ModelExplorer[Screening]):
    """A thousand people, a mark each: a square is flagged and a circle is not; who is dangerous is filled, and others are light."""

    wall = ((0, 141), (141, 318))

    def __init__(self, data: Screening, language: Language = ENGLISH) -> None:
        super().__init__(data, language)
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

    def draw(self, setting: Setting, among: Sequence[Setting] | None = None) -> Figure:  # noqa: ARG002 (nothing stands beside it)
        """All people above, counted below, and those who are flagged once more on a bar of their own."""
        from counteroffer.figures.charts.canvas import figure_of

        return figure_of(318, lambda sheet: self._paint(sheet, setting), self.language)

    def _paint(self, sheet: Sheet, setting: Setting) -> None:
        _ = self.language.gettext
        found, wrongly, missed, rightly = self.count(setting)
        parts = (
            (Part(found, "accent2"), _("flagged, dangerous")),
            (Part(wrongly, "accent2", "hollow"), _("flagged, not dangerous")),
            (Part(missed, "ink", "round"), _("passed, dangerous")),
            (Part(rightly, "muted", "dot"), _("passed, not dangerous")),
        )
        draw_people(sheet, 8, 6, [part for part, _ in parts], columns=50, pitch=6.54, side=5)
        for row, (part, words) in enumerate(parts):
            y = 152 + 19 * row
            part.draw(sheet, [(14, y, 1)], 9, 9)
            sheet.text(56, y, self.language.number(part.people), 12, bold=True, align="right")
            sheet.text(64, y, words, 12)
        flagged = self.language.ngettext(
            "Of the {flagged} who are flagged, {count} is dangerous",
            "Of the {flagged} who are flagged, {count} are dangerous",
            found,
            flagged=found + wrongly,
        )
        sheet.text(8, 243, flagged, 12, bold=True)
        sheet.box(8, 256, 326, 26, "paper", "accent2")
        sheet.box(8, 256, 326 * float(self.screened(setting).meaning), 26, "accent2", "accent2")
        in_a_hundred = self.in_a_hundred(setting)
        sheet.text(8, 299, _("{number} in 100", number=in_a_hundred), 12, bold=True)
        sheet.text(334, 299, _("{number} in 100 are not dangerous", number=100 - in_a_hundred), 12, "ink", "right")

    def in_a_hundred(self, setting: Setting) -> int:
        """How many of a hundred people flagged are dangerous."""
        return round(100 * float(self.screened(setting).meaning))

    def brief(self, setting: Setting) -> str:
        """The four counts in words, and what a flag then means."""
        found, wrongly, missed, _passed = self.count(setting)
        _, ngettext, language = self.language.gettext, self.language.ngettext, self.language
        told = [
            ngettext(
                "Of {all} people {count} is dangerous.",
                "Of {all} people {count} are dangerous.",
                found + missed,
                all=language.number(SCREENED),
            ),
            _(
                "The screening flags {people}: {found} of the dangerous and {wrongly} who are not. It misses {missed}.",
                people=people(found + wrongly, language),
                found=found,
                wrongly=wrongly,
                missed=missed,
            ),
            ngettext(
                "So of 100 people flagged about {count} is dangerous.",
                "So of 100 people flagged about {count} are dangerous.",
                self.in_a_hundred(setting),
            ),
        ]
        return " ".join(told)

    def more(self, setting: Setting) -> str:
        """Who would be held by mistake, and what another rule would do."""
        found, wrongly, _missed, _passed = self.count(setting)
        _, ngettext, language = self.language.gettext, self.language.ngettext, self.language
        each = round(wrongly / found) if found else 0
        told = [
            _(
                "Of the {flagged} who are flagged, {people} would be held by mistake if a flag were enough.",
                flagged=language.number(found + wrongly),
                people=people(wrongly, language),
            ),
            ngettext(
                "For each dangerous person whom it finds it flags {count} other.",
                "For each dangerous person whom it finds it flags {count} others.",
                each,
            )
            if each
            else "",
            _("A rule that flags fewer people holds fewer by mistake, and misses more."),
        ]
        return " ".join(filter(None, told))

"""The explorer `window-design`: how long a window should be, given what the office can take in."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from counteroffer.course.model_pages import WindowDesign
from counteroffer.figures.explorer import Setting
from counteroffer.figures.model_page import ModelExplorer, control
from counteroffer.figures.words import how_long, people
from counteroffer.language import ENGLISH, Language
from counteroffer.models.people import whole
from counteroffer.models.window import Course, window

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from counteroffer.figures.charts.sheet import Role, Sheet

LAST_DAYS = 3
_LEFT, _RIGHT = 34, 334


class WindowExplorer(ModelExplorer[WindowDesign]):
    """Day by day: how many come, and how many wait; then what became of all."""

    def __init__(self, data: WindowDesign, language: Language = ENGLISH) -> None:
        super().__init__(data, language)
        self.controls = (control("days", data.days), control("intake", data.intake), control("people", data.people))

    def numbers(self, setting: Setting) -> tuple[int, int, int]:
        """People, days and intake a day of a setting."""
        data = self.data
        return (
            int(data.people.number(setting["people"])),
            int(data.days.number(setting["days"])),
            int(data.intake.number(setting["intake"])),
        )

    def course(self, setting: Setting) -> Course:
        """The window of a setting, day by day."""
        people, days, intake = self.numbers(setting)
        return _course(people, days, intake, self.data.patience)

    def count(self, setting: Setting) -> tuple[int, int, int]:
        """Of all who come, in whole people: taken in before the close, taken in after it, given up."""
        days, course = self.numbers(setting)[1], self.course(setting)
        in_time, at_last = float(course.taken_in[days]), float(course.taken_in[-1])
        before, after, gave_up = whole([in_time, at_last - in_time, float(course.gave_up[-1])])
        return before, after, gave_up

    def draw(self, setting: Setting) -> Figure:
        """Two plots over the same days, and a bar of everybody."""
        from counteroffer.figures.charts.sheet import figure_of

        return figure_of(352, lambda sheet: self._paint(sheet, setting), self.language)

    def _paint(self, sheet: Sheet, setting: Setting) -> None:
        (_everybody, days, intake), course = self.numbers(setting), self.course(setting)
        _ = self.language.gettext
        end = max(len(course.arrived) - 1, days + 2)
        scale = (_RIGHT - _LEFT) / end
        coming = np.diff(course.arrived)
        highest = max(float(coming.max()), float(intake))

        def plot(top: float, bottom: float, words: str, most: float) -> None:
            sheet.text(8, top - 16, words, 11, bold=True)
            sheet.line((_LEFT, _RIGHT), (bottom, bottom), "grid", 0.8)
            sheet.text(_LEFT - 5, top, f"{most:.0f}", 9.5, "muted", "right")
            sheet.text(_LEFT - 5, bottom, "0", 9.5, "muted", "right")
            close = _LEFT + days * scale
            sheet.line((close, close), (top - 6, bottom), "ink", 1, dashed=True)

        plot(32, 110, _("People who come, each day"), highest)
        # a stair: each day a step as wide as the day
        edges = [_LEFT + day * scale for day in range(days + 1)]
        heights = [110 - 78 * float(number) / highest for number in np.repeat(coming[:days], 2)]
        sheet.area([_LEFT, *np.repeat(edges, 2)[1:-1], edges[-1]], [110, *heights, 110], "accent")
        y = 110 - 78 * intake / highest
        sheet.line((_LEFT, _RIGHT), (y, y), "accent2", 1.6)
        sheet.line((206, 218), (16, 16), "accent2", 1.6)
        sheet.text(_RIGHT, 16, _("we take in {intake} a day", intake=intake), 10, "accent2", "right")

        longest = max(float(course.waiting.max()), 1.0)
        plot(158, 226, _("People who wait, at the end of each day"), longest)
        across = [_LEFT + day * scale for day in range(len(course.waiting))]
        levels = [226 - 68 * float(number) / longest for number in course.waiting]
        sheet.area([*across, across[-1]], [*levels, 226], "accent2")
        sheet.text(_LEFT, 239, _("opens"), 9.5, "muted")
        sheet.text(_LEFT + days * scale, 239, _("closes, day {day}", day=days), 9.5, "ink", "right" if days * scale > 90 else "left")
        self._bar(sheet, setting)

    def _bar(self, sheet: Sheet, setting: Setting) -> None:
        _, number_of = self.language.gettext, self.language.number
        before, after, gave_up = self.count(setting)
        sheet.text(8, 268, _("Of {number} who come", number=number_of(before + after + gave_up)), 11, bold=True)
        parts: tuple[tuple[int, Role, Role, str], ...] = (
            (before, "accent", "accent", _("taken in by the close")),
            (after, "paper", "accent", _("taken in after the close")),
            (gave_up, "accent2", "accent2", _("give up before their turn")),
        )
        left, scale = 8.0, 326 / (before + after + gave_up)
        for row, (number, fill, edge, words) in enumerate(parts):
            if number:
                sheet.box(left, 279, number * scale, 16, fill, edge)
                left += number * scale
            y = 309 + 16 * row
            sheet.box(8, y - 5, 10, 10, fill, edge)
            sheet.text(56, y, number_of(number), 10.5, bold=True, align="right")
            sheet.text(63, y, words, 10.5)

    def sentence(self, setting: Setting) -> str:
        """The rush at the end, who waits at the close, how long the office works on, and how many gave up."""
        (number, days, intake), course = self.numbers(setting), self.course(setting)
        late = round(float(course.arrived[days] - course.arrived[days - LAST_DAYS]))
        before, after, gave_up = self.count(setting)
        waiting = round(float(course.waiting[days]))
        more = len(course.arrived) - 1 - days
        _, ngettext = self.language.gettext, self.language.ngettext
        rush = _(
            "Of {people}, {late} come in the last {last} days of a window of {days} days.",
            people=people(number, self.language),
            late=late,
            last=LAST_DAYS,
            days=days,
        )
        if not waiting:
            calm = _(
                "At {intake} a day {before} are taken in by the close; nobody is left waiting, and {people} gave up on the way.",
                intake=intake,
                before=before,
                people=people(gave_up, self.language),
            )
            return f"{rush} {calm}"
        door = ngettext("{count} person is still waiting at the door", "{count} people are still waiting at the door", waiting)
        told = [
            rush,
            _("At {intake} a day {before} are taken in by the close; {waiting}.", intake=intake, before=before, waiting=door),
            _(
                "If the office works on, {after} of them get in, the last after {time}.",
                after=after or _("none"),
                time=how_long(more, self.language),
            ),
            ngettext("In all {count} person gives up before their turn.", "In all {count} people give up before their turn.", gave_up)
            if gave_up
            else _("In all nobody gives up before their turn."),
        ]
        return " ".join(told)


@lru_cache(maxsize=256)
def _course(people: int, days: int, intake: int, patience: float) -> Course:
    return window(people, days, intake, patience)

"""The explorer `window-design`: how long a window should be, and what its length costs."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from counteroffer.course.model_pages import WindowDesign
from counteroffer.figures.explorer import Setting
from counteroffer.figures.lengths import Length, best, draw_lengths
from counteroffer.figures.model_page import ModelExplorer, control
from counteroffer.figures.words import be, how_long, people, who
from counteroffer.models.people import whole
from counteroffer.models.window import Course, window

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from counteroffer.figures.charts.sheet import Sheet

LAST_DAYS = 3
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 334, 34, 96


class WindowExplorer(ModelExplorer[WindowDesign]):
    """How people come, day by day; then what this length and the others do to everybody, and what they cost."""

    def __init__(self, data: WindowDesign) -> None:
        super().__init__(data)
        self.controls = (control("days", data.days), control("intake", data.intake), control("patience", data.patience))

    def intake(self, setting: Setting) -> int:
        """People whom the office takes in, a day."""
        return int(self.data.intake.number(setting["intake"]))

    def course(self, setting: Setting) -> Course:
        """The window of a setting, day by day."""
        data = self.data
        days, patience = int(data.days.number(setting["days"])), data.patience.number(setting["patience"])
        return _course(data.people, days, self.intake(setting), patience, data.ready)

    def length(self, setting: Setting) -> Length:
        """What becomes of all people in a setting, in whole people, and what it costs."""
        course = self.course(setting)
        fates = [float(course.taken_in[-1]), float(course.gave_up[-1]), course.stopped_believing, course.too_late]
        let_in, gave_up, unbelief, late = whole(fates)
        paid = course.working_days * self.intake(setting) / self.data.served
        return Length(course.days, let_in, gave_up, unbelief, late, max(round(course.seen), 1), round(paid))

    def lengths(self, setting: Setting) -> list[Length]:
        """The same for each length, all else as in the setting."""
        return [self.length(setting | {"days": one.id}) for one in self.data.days.settings]

    def draw(self, setting: Setting) -> Figure:
        """A plot of the days, and a column for each length."""
        from counteroffer.figures.charts.sheet import figure_of

        return figure_of(470, lambda sheet: self._paint(sheet, setting))

    def _paint(self, sheet: Sheet, setting: Setting) -> None:
        self._rush(sheet, self.course(setting), self.intake(setting))
        draw_lengths(sheet, 134, self.data.people, self.lengths(setting), self.course(setting).days)

    def _rush(self, sheet: Sheet, course: Course, intake: int) -> None:
        coming = np.diff(course.arrived)[: course.days]
        highest = max(float(coming.max()), float(intake))
        scale = (_RIGHT - _LEFT) / course.days

        def y(number: float) -> float:
            return _BOTTOM - (_BOTTOM - _TOP) * number / highest

        sheet.text(8, 14, "Who comes, each day", 12, bold=True)
        sheet.text(_LEFT - 5, _TOP, f"{highest:.0f}", 11, "muted", "right")
        sheet.text(_LEFT - 5, _BOTTOM, "0", 11, "muted", "right")
        # a stair: each day a step as wide as the day
        edges = [_LEFT + day * scale for day in range(course.days + 1)]
        heights = [y(float(number)) for number in np.repeat(coming, 2)]
        sheet.area([_LEFT, *np.repeat(edges, 2)[1:-1], edges[-1]], [_BOTTOM, *heights, _BOTTOM], "accent")
        sheet.line((_LEFT, _RIGHT), (_BOTTOM, _BOTTOM), "grid", 0.8)
        sheet.line((_LEFT, _RIGHT), (y(intake), y(intake)), "accent2", 1.6)
        sheet.line((205, 217), (14, 14), "accent2", 1.6)
        sheet.text(_RIGHT, 14, f"we let in {intake} a day", 11, "accent2", "right")
        sheet.text(_LEFT, _BOTTOM + 13, "opens", 11, "muted")
        sheet.text(_RIGHT, _BOTTOM + 13, f"closes, day {course.days}", 11, "ink", "right")

    def sentence(self, setting: Setting) -> str:
        """What becomes of all, the rush and the queue at the close, what it costs, and which lengths would do better at what."""
        course, here, all_lengths = self.course(setting), self.length(setting), self.lengths(setting)
        late = round(float(course.arrived[course.days] - course.arrived[course.days - LAST_DAYS]))
        waiting = round(float(course.waiting[course.days]))
        return (
            f"Of {people(self.data.people)}, {who(here.let_in)} get in. Too late to hear of it or to be ready: {who(here.late)}. "
            f"Stopped believing the promise before their day: {who(here.unbelief)}. Gave up in the queue: {who(here.gave_up)}. "
            f"In the last {LAST_DAYS} of {here.days} days {people(late)} came, and at the close {people(waiting)} {be(waiting)} waiting. "
            f"The group can see those who come for {how_long(here.seen)} on average, and the office pays for {here.paid:,} days of work. {_others(here, all_lengths)}"
        )


def _others(here: Length, lengths: list[Length]) -> str:
    """Which lengths would let in more, leave people in sight for less time, or cost less."""
    most, least, cheapest = (best(lengths, name) for name in ("let_in", "seen", "paid"))
    more = f"{_days(most)} would let in {most.let_in}" if here.let_in < most.let_in else "No other of these lengths would let in more"
    costs = [(least, here.seen > least.seen, "leave people in sight for less time"), (cheapest, here.paid > cheapest.paid, "cost less")]
    better = [(one, words) for one, holds, words in costs if holds]
    if not better:
        return f"{more}; none leaves people in sight for less time, or costs less."
    if len(better) == 2 and least == cheapest:
        return f"{more}; {_days(least).lower()} would leave people in sight for less time, and cost less."
    return f"{more}; " + ", and ".join(f"{_days(one).lower()} would {words}" for one, words in better) + "."


def _days(one: Length) -> str:
    return f"A window of {one.days} days"


@lru_cache(maxsize=256)
def _course(people: int, days: int, intake: int, patience: float, ready: float) -> Course:
    return window(people, days, intake, patience, ready)

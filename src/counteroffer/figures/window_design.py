"""The explorer `window-design`: how long a window should be, and what its length costs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from counteroffer.course.model_pages import WindowDesign
from counteroffer.figures.explorer import Setting
from counteroffer.figures.lengths import Length, best, draw_lengths
from counteroffer.figures.model_page import ModelExplorer, control
from counteroffer.figures.spoken_numbers import how_long, people, who
from counteroffer.language import ENGLISH, Language
from counteroffer.models.whole_people import whole
from counteroffer.models.window import Course, window

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from counteroffer.figures.charts.canvas import Sheet

LAST_DAYS = 3
# between two numbers of people a day
_TICK = 60
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 334, 34, 112


class WindowExplorer(ModelExplorer[WindowDesign]):
    """How people come, day by day; then what this length and the others do to everybody, and what they cost."""

    wall = ((148, 396),)

    def __init__(self, data: WindowDesign, language: Language = ENGLISH) -> None:
        super().__init__(data, language)
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

    def draw(self, setting: Setting, among: Sequence[Setting] | None = None) -> Figure:
        """A plot of the days, and a column for each length."""
        from counteroffer.figures.charts.canvas import figure_of

        return figure_of(504, lambda sheet: self._paint(sheet, setting, among), self.language)

    def _paint(self, sheet: Sheet, setting: Setting, among: Sequence[Setting] | None) -> None:
        self._rush(sheet, self.course(setting), self.intake(setting))
        told = None if among is None else {self.course(one).days for one in among if one == setting | {"days": one["days"]}}
        draw_lengths(sheet, 156, self.data.people, self.lengths(setting), self.course(setting).days, told, self.language)

    @property
    def highest(self) -> float:
        """The most people that come on a day in any setting: all pictures have one scale, so that they can be compared."""
        data = self.data
        days = [(int(days.number), patience.number) for days in data.days.settings for patience in data.patience.settings]
        intake = int(data.intake.settings[-1].number)
        most = max(np.diff(_course(data.people, day, intake, hold, data.ready).arrived)[:day].max() for day, hold in days)
        return max(float(most), intake)

    def _rush(self, sheet: Sheet, course: Course, intake: int) -> None:
        _ = self.language.gettext
        coming = np.diff(course.arrived)[: course.days]
        highest = self.highest
        scale = (_RIGHT - _LEFT) / course.days

        def y(number: float) -> float:
            return _BOTTOM - (_BOTTOM - _TOP) * number / highest

        sheet.text(8, 14, _("Who comes, each day"), 12, bold=True)
        for number in range(0, int(highest) + 1, _TICK):
            sheet.line((_LEFT - 3, _LEFT), (y(number), y(number)), "muted", 0.8)
            sheet.text(_LEFT - 6, y(number), str(number), 11, "muted", "right")
        # a stair: each day a step as wide as the day
        edges = [_LEFT + day * scale for day in range(course.days + 1)]
        heights = [y(float(number)) for number in np.repeat(coming, 2)]
        sheet.area([_LEFT, *np.repeat(edges, 2)[1:-1], edges[-1]], [_BOTTOM, *heights, _BOTTOM], "accent")
        sheet.line((_LEFT, _RIGHT), (_BOTTOM, _BOTTOM), "muted", 0.8)
        # on a light ground, so that it is seen before the days as well
        sheet.line((_LEFT, _RIGHT), (y(intake), y(intake)), "paper", 3.4)
        sheet.line((_LEFT, _RIGHT), (y(intake), y(intake)), "accent2", 1.6, dashed=True)
        sheet.line((166, 186), (14, 14), "accent2", 1.6, dashed=True)
        sheet.text(192, 14, _("we let in {intake} a day", intake=intake), 11)
        sheet.text(_LEFT, _BOTTOM + 13, _("opens"), 11, "muted")
        sheet.text(_RIGHT, _BOTTOM + 13, _("closes, day {day}", day=course.days), 11, "ink", "right")

    def brief(self, setting: Setting) -> str:
        """What becomes of all."""
        here, _, language = self.length(setting), self.language.gettext, self.language
        told = [
            _("Of {people}, {let_in} get in.", people=people(self.data.people, language), let_in=who(here.let_in, language)),
            _("Too late to hear of it or to be ready: {late}.", late=who(here.late, language)),
            _("Stopped believing the promise before their day: {number}.", number=who(here.unbelief, language)),
            _("Gave up in the queue: {number}.", number=who(here.gave_up, language)),
        ]
        return " ".join(told)

    def more(self, setting: Setting) -> str:
        """The rush and the queue at the close, what it costs, and which lengths would do better at what."""
        course, here, language = self.course(setting), self.length(setting), self.language
        came = round(float(course.arrived[course.days] - course.arrived[course.days - LAST_DAYS]))
        told = [
            language.gettext(
                "In the last {last} of {days} days {people} came.", last=LAST_DAYS, days=here.days, people=people(came, language)
            ),
            self._queue(round(float(course.waiting[course.days]))),
            language.gettext(
                "The group can see those who come for {time} on average, and the office pays for {days} days of work.",
                time=how_long(here.seen, language),
                days=language.number(here.paid),
            ),
            _others(here, self.lengths(setting), language),
        ]
        return " ".join(told)

    def _queue(self, waiting: int) -> str:
        """Who waits at the close, and what becomes of them."""
        if not waiting:
            return self.language.gettext("At the close nobody is waiting.")
        return self.language.ngettext(
            "At the close {count} person is waiting, who is let in later or gives up.",
            "At the close {count} people are waiting, who are let in later or give up.",
            waiting,
        )


def _others(here: Length, lengths: list[Length], language: Language) -> str:
    """Which lengths would let in more, leave people in sight for less time, or cost less."""
    _ = language.gettext
    most, least, cheapest = (best(lengths, name) for name in ("let_in", "seen", "paid"))
    if here.let_in < most.let_in:
        more = _("A window of {days} days would let in {number}", days=most.days, number=most.let_in)
    else:
        more = _("No other of these lengths would let in more")
    sooner, cheaper = here.seen > least.seen, here.paid > cheapest.paid
    if sooner and cheaper and least == cheapest:
        return _("{more}; a window of {days} days would leave people in sight for less time, and cost less.", more=more, days=least.days)
    if sooner and cheaper:
        return _(
            "{more}; a window of {days} days would leave people in sight for less time, and a window of {other} days would cost less.",
            more=more,
            days=least.days,
            other=cheapest.days,
        )
    if sooner:
        return _("{more}; a window of {days} days would leave people in sight for less time.", more=more, days=least.days)
    if cheaper:
        return _("{more}; a window of {days} days would cost less.", more=more, days=cheapest.days)
    return _("{more}; none leaves people in sight for less time, or costs less.", more=more)


@lru_cache(maxsize=256)
def _course(people: int, days: int, intake: int, patience: float, ready: float) -> Course:
    return window(people, days, intake, patience, ready)

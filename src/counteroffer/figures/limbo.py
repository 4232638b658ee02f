"""The explorer `limbo`: what a backlog does to people who wait to come in, and why a short wait may be no good sign."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from counteroffer.course.model_pages import Limbo
from counteroffer.figures.explorer import Setting
from counteroffer.figures.model_page import ModelExplorer, control
from counteroffer.figures.spoken_numbers import how_long, people, who
from counteroffer.figures.squares import Part, draw_people
from counteroffer.language import ENGLISH, Language
from counteroffer.models.erlang_a import WaitingLine, wait_of_all, waiting_line
from counteroffer.models.whole_people import whole

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from counteroffer.figures.charts.canvas import Sheet

DAYS_IN_MONTH = 30.4
# places with which the sentence compares, and the share of people from which those who gave up are spoken of once more
MORE, MANY = 40, 10
# a wait as long as the whole line, in months, and how long that line is: the same for all settings, so that pictures can be compared
_LONGEST, _LINE = 4, 216
# the plot: its corners on the sheet, and how many places lie between two points of the curve
_LEFT, _RIGHT, _TOP, _BOTTOM, _STEP = 36, 330, 360, 438, 5


class LimboExplorer(ModelExplorer[Limbo]):
    """A hundred people who come as squares, the wait beside those who gave up, and how many give up for any number of places."""

    wall = ((0, 165), (165, 472))

    def __init__(self, data: Limbo, language: Language = ENGLISH) -> None:
        super().__init__(data, language)
        self.controls = (control("arrivals", data.arrivals), control("places", data.places), control("patience", data.patience))

    def line(self, setting: Setting, places: int | None = None) -> WaitingLine:
        """The waiting line of a setting, or of the same with other `places`; times in months."""
        data = self.data
        number = self.places(setting) if places is None else places
        return _line(data.arrivals.number(setting["arrivals"]), number, data.stay, data.patience.number(setting["patience"]))

    def places(self, setting: Setting) -> int:
        """The places of a setting."""
        return int(self.data.places.number(setting["places"]))

    def count(self, setting: Setting) -> tuple[int, int, int]:
        """Of a hundred people who come: at once, after a wait, given up."""
        line = self.line(setting)
        at_once, after_wait, gave_up = whole([100 * line.at_once, 100 * line.after_wait, 100 * line.gave_up])
        return at_once, after_wait, gave_up

    def draw(self, setting: Setting, among: Sequence[Setting] | None = None) -> Figure:
        """People above, the wait for each patience, the curve below."""
        from counteroffer.figures.charts.canvas import figure_of

        return figure_of(472, lambda sheet: self._paint(sheet, setting, among), self.language)

    def _paint(self, sheet: Sheet, setting: Setting, among: Sequence[Setting] | None) -> None:
        _ = self.language.gettext
        at_once, after_wait, gave_up = self.count(setting)
        sheet.text(8, 12, _("Of 100 people who come"), 12, bold=True)
        parts = (
            (Part(at_once, "accent"), _("find a place at once")),
            (Part(after_wait, "accent", "hollow"), _("wait, then get in")),
            (Part(gave_up, "accent2", "cross"), _("give up before their turn")),
        )
        draw_people(sheet, 8, 24, [part for part, _ in parts], columns=25, pitch=13.1, side=10)
        for row, (part, words) in enumerate((part, words) for part, words in parts if part.people):
            y = 88 + 19 * row
            part.draw(sheet, [(14, y, 1)], 10, 10)
            sheet.text(50, y, str(part.people), 12, bold=True, align="right")
            sheet.text(58, y, words, 12)
        sheet.text(8, 148, self.waiting(setting), 12)
        self._waits(sheet, setting, among)
        self._curve(sheet, setting, among)

    def _waits(self, sheet: Sheet, setting: Setting, among: Sequence[Setting] | None) -> None:
        _ = self.language.gettext
        sheet.text(8, 176, _("How long those wait who get in"), 12, bold=True)
        month = _LINE / _LONGEST
        for row, one in enumerate(self.data.patience.settings):
            other, y = setting | {"patience": one.id}, 197 + 37 * row
            if among is not None and other not in among:
                continue
            line, here = self.line(other), other == setting
            if here:
                sheet.box(4, y - 10, 334, 34, "none", "ink")
            sheet.text(8, y, one.label, 11, bold=here)
            sheet.text(334, y, _("{number} of 100 give up", number=self.count(other)[2]), 11, align="right", bold=here)
            sheet.box(8, y + 9, min(max(line.wait * month, 2), _LINE), 11, "accent", "accent")
            if line.wait > _LONGEST:
                # longer than the line
                sheet.dot(8 + _LINE + 5, y + 14.5, 4, "accent", shape=">")
            sheet.text(334, y + 15, how_long(line.wait * DAYS_IN_MONTH, self.language), 11, align="right")
        for number in range(_LONGEST + 1):
            sheet.line((8 + number * month, 8 + number * month), (299, 303), "muted", 0.8)
            sheet.text(8 + number * month, 311, str(number), 11, "muted", "center" if number else "left")
        sheet.line((8, 8 + _LINE), (299, 299), "muted", 0.8)
        sheet.text(334, 311, _("months"), 11, "muted", "right")

    def _curve(self, sheet: Sheet, setting: Setting, among: Sequence[Setting] | None) -> None:
        data, _ = self.data, self.language.gettext
        chosen = self.places(setting)
        most = data.places.settings[-1].number + 2 * _STEP

        def x(places: float) -> float:
            return _LEFT + (_RIGHT - _LEFT) * places / most

        def y(share: float) -> float:
            return _BOTTOM - (_BOTTOM - _TOP) * share

        sheet.text(8, 338, _("Give up, of 100, by the number of places"), 12, bold=True)
        for share in (0, 0.5, 1):
            sheet.line((_LEFT, _RIGHT), (y(share), y(share)), "grid", 0.8)
            sheet.text(_LEFT - 5, y(share), f"{100 * share:.0f}", 11, "muted", "right")
        for one in data.places.settings:
            here = one.number == chosen
            sheet.text(x(one.number), _BOTTOM + 12, f"{one.number:.0f}", 11, "accent2" if here else "muted", "center", bold=here)
        sheet.text(_RIGHT, _BOTTOM + 27, _("places"), 11, "muted", "right")
        if among is None:
            number = range(_STEP, int(most) + 1, _STEP)
            shares = [self.line(setting, places).gave_up for places in number]
            sheet.line([x(places) for places in number], [y(share) for share in shares], "accent2", 2)
        share = self.line(setting).gave_up
        sheet.line((x(chosen), x(chosen)), (y(0), y(share)), "accent2", 1, dashed=True)
        sheet.dot(x(chosen), y(share), 5, "accent2")

    def brief(self, setting: Setting) -> str:
        """What becomes of a hundred people, and how long those waited who got in."""
        _ = self.language.gettext
        at_once, after_wait, gave_up = (who(number, self.language) for number in self.count(setting))
        told = _(
            "Of 100 people who come, {at_once} can go in at once, {after_wait} wait and then get in, and {gave_up} give up before their turn.",
            at_once=at_once,
            after_wait=after_wait,
            gave_up=gave_up,
        )
        if not self.count(setting)[1]:
            return told
        return f"{told} {_('Those who wait and get in wait {wait} on average.', wait=self._time(self.line(setting).wait))}"

    def more(self, setting: Setting) -> str:
        """What the average hides, who waits, and what more places would do."""
        empty = self.language.gettext("{waiting} and {empty}.", waiting=self.waiting(setting), empty=self._empty(setting))
        return " ".join([*(self._wait(setting) if self.count(setting)[1] else ()), empty, self._more(setting)])

    def _wait(self, setting: Setting) -> Iterator[str]:
        """What the time that people wait hides where many have given up."""
        _, line = self.language.gettext, self.line(setting)
        yield _("Somebody who never gave up would wait {whole}.", whole=self._time(line.offered))
        if self.count(setting)[2] < MANY:
            return
        yield _("Both leave out that those who gave up made the line shorter.")
        first, *_between, last = self.data.patience.settings
        other = first if setting["patience"] == last.id else last
        there = setting | {"patience": other.id}
        gave_up, time = self.count(there)[2], self._time(self.line(there).wait)
        yield (
            _(
                "With {patience} {gave_up} would give up, and the wait would look short: {time}.",
                patience=other.label,
                gave_up=gave_up,
                time=time,
            )
            if other == first
            else _(
                "With {patience} {gave_up} would give up, and the wait would be longer: {time}.",
                patience=other.label,
                gave_up=gave_up,
                time=time,
            )
        )
        yield from self._without(setting)

    def _time(self, months: float) -> str:
        return how_long(months * DAYS_IN_MONTH, self.language)

    def _without(self, setting: Setting) -> Iterator[str]:
        _, arrivals, places = self.language.gettext, self.data.arrivals.number(setting["arrivals"]), self.places(setting)
        if math.isinf(wait_of_all(arrivals, places, self.data.stay)):
            growth = round(arrivals - places / self.data.stay)
            grows = _("If nobody gave up, the line would grow by {people} a month, without end.", people=people(growth, self.language))
            yield grows if growth else _("If nobody gave up, the line would grow slowly, without end.")

    def _more(self, setting: Setting) -> str:
        _, there = self.language.gettext, self.places(setting) + MORE
        kept = self.count(setting)[2] - round(100 * self.line(setting, there).gave_up)
        if kept <= 0:
            return _("{more} more places would keep nobody, and stand empty.", more=MORE)
        idle = self._idle(setting, there)
        if not idle:
            return _("{more} more places would keep {kept} more of 100, and then no place would stand empty.", more=MORE, kept=kept)
        return self.language.ngettext(
            "{more} more places would keep {kept} more of 100, and then {count} place would stand empty.",
            "{more} more places would keep {kept} more of 100, and then {count} places would stand empty.",
            idle,
            more=MORE,
            kept=kept,
        )

    def _empty(self, setting: Setting) -> str:
        number = self._idle(setting, self.places(setting))
        if not number:
            return self.language.gettext("no place stands empty")
        return self.language.ngettext("{count} place stands empty", "{count} places stand empty", number)

    def _idle(self, setting: Setting, places: int) -> int:
        """Places that nobody holds on an ordinary day."""
        held = self.data.arrivals.number(setting["arrivals"]) * (1 - self.line(setting, places).gave_up) * self.data.stay
        return round(places - held)

    def waiting(self, setting: Setting) -> str:
        """How many wait on an ordinary day, in words."""
        waiting = round(self.line(setting).waiting)
        if not waiting:
            return self.language.gettext("On an ordinary day hardly anybody is waiting")
        return self.language.ngettext(
            "On an ordinary day {count} person is waiting", "On an ordinary day {count} people are waiting", waiting
        )


@lru_cache(maxsize=4096)
def _line(arrivals: float, places: int, stay: float, patience: float) -> WaitingLine:
    return waiting_line(arrivals, places, stay, patience)

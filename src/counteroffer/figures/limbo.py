"""The explorer `limbo`: what a backlog does to people who wait to come in, and why a short wait may be no good sign."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from counteroffer.course.model_pages import Limbo
from counteroffer.figures.explorer import Setting
from counteroffer.figures.model_page import ModelExplorer, control
from counteroffer.figures.squares import Part, draw_people
from counteroffer.figures.words import how_long, people, who
from counteroffer.language import ENGLISH, Language
from counteroffer.models.erlang_a import WaitingLine, wait_of_all, waiting_line
from counteroffer.models.people import whole

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from counteroffer.figures.charts.sheet import Sheet

DAYS_IN_MONTH = 30.4
# places with which the sentence compares, and the share of people from which those who gave up are spoken of once more
MORE, MANY = 40, 10
# the plot: its corners on the sheet, and how many places lie between two points of the curve
_LEFT, _RIGHT, _TOP, _BOTTOM, _STEP = 36, 330, 360, 438, 5


class LimboExplorer(ModelExplorer[Limbo]):
    """A hundred people who come as squares, the wait beside those who gave up, and how many give up for any number of places."""

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

    def draw(self, setting: Setting) -> Figure:
        """People above, the wait for each patience, the curve below."""
        from counteroffer.figures.charts.sheet import figure_of

        return figure_of(472, lambda sheet: self._paint(sheet, setting), self.language)

    def _paint(self, sheet: Sheet, setting: Setting) -> None:
        _ = self.language.gettext
        at_once, after_wait, gave_up = self.count(setting)
        sheet.text(8, 12, _("Of 100 people who come"), 12, bold=True)
        parts = (
            (Part(at_once, "accent"), _("find a place at once")),
            (Part(after_wait, "accent", hollow=True), _("wait, then get in")),
            (Part(gave_up, "accent2"), _("give up before their turn")),
        )
        draw_people(sheet, 8, 24, [part for part, _ in parts], columns=25, pitch=13.1, side=10)
        for row, (part, words) in enumerate(parts):
            y = 88 + 19 * row
            sheet.squares([(14, y, 1)], 10, 10, part.colour, hollow=part.hollow)
            sheet.text(50, y, str(part.people), 12, bold=True, align="right")
            sheet.text(58, y, words, 12)
        sheet.text(8, 148, self.waiting(setting), 12)
        self._waits(sheet, setting)
        self._curve(sheet, setting)

    def _waits(self, sheet: Sheet, setting: Setting) -> None:
        _ = self.language.gettext
        others = [setting | {"patience": one.id} for one in self.data.patience.settings]
        longest = max(self.line(one).offered for one in others)
        sheet.text(8, 176, _("The wait, and how many give up"), 12, bold=True)
        sheet.box(8, 189, 12, 9, "accent", "accent")
        sheet.text(26, 194, _("of those who got in"), 11)
        sheet.box(164, 189, 12, 9, "paper", "muted")
        sheet.text(182, 194, _("of one who never gives up"), 11)
        for row, other in enumerate(others):
            line, y = self.line(other), 218 + 37 * row
            here = other == setting
            if here:
                sheet.box(4, y - 10, 334, 34, "grid")
            sheet.text(8, y, self.data.patience.settings[row].label, 11, bold=here)
            sheet.text(334, y, _("{number} of 100 give up", number=self.count(other)[2]), 11, align="right", bold=here)
            scale = 216 / longest
            sheet.box(8, y + 9, max(line.offered * scale, 3), 11, "paper", "muted")
            sheet.box(8, y + 9, max(line.wait * scale, 2), 11, "accent", "accent")
            sheet.text(334, y + 15, how_long(line.wait * DAYS_IN_MONTH, self.language), 11, align="right")

    def _curve(self, sheet: Sheet, setting: Setting) -> None:
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
        number = range(_STEP, int(most) + 1, _STEP)
        shares = [self.line(setting, places).gave_up for places in number]
        sheet.line([x(places) for places in number], [y(share) for share in shares], "accent2", 2)
        share = self.line(setting).gave_up
        sheet.line((x(chosen), x(chosen)), (y(0), y(share)), "accent2", 1, dashed=True)
        sheet.dot(x(chosen), y(share), 5, "accent2")

    def sentence(self, setting: Setting) -> str:
        """What becomes of a hundred people; how long those waited who got in, and what that average hides; what more places would do."""
        _ = self.language.gettext
        at_once, after_wait, gave_up = (who(number, self.language) for number in self.count(setting))
        told = [
            _(
                "Of 100 people who come, {at_once} can go in at once, {after_wait} wait and then get in, and {gave_up} give up before their turn.",
                at_once=at_once,
                after_wait=after_wait,
                gave_up=gave_up,
            ),
            *(self._wait(setting) if self.count(setting)[1] else ()),
            _("{waiting} and {empty}.", waiting=self.waiting(setting), empty=self._empty(setting)),
            self._more(setting),
        ]
        return " ".join(told)

    def _wait(self, setting: Setting) -> Iterator[str]:
        """How long people wait, and what that hides where many have given up."""
        _, line = self.language.gettext, self.line(setting)
        yield _(
            "Those who wait and get in wait {wait} on average; somebody who never gave up would wait {whole}.",
            wait=self._time(line.wait),
            whole=self._time(line.offered),
        )
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

"""The explorer `limbo`: what a backlog does to people who wait to come in."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from counteroffer.course.model_pages import Limbo
from counteroffer.figures.explorer import Setting
from counteroffer.figures.model_page import ModelExplorer, control
from counteroffer.figures.squares import Part, draw_people
from counteroffer.figures.words import how_long
from counteroffer.language import ENGLISH, Language
from counteroffer.models.erlang_a import WaitingLine, waiting_line
from counteroffer.models.people import whole

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from counteroffer.figures.charts.sheet import Sheet

DAYS_IN_MONTH = 30.4
# the plot: its corners on the sheet, and how many places lie between two points of the curve
_LEFT, _RIGHT, _TOP, _BOTTOM, _STEP = 34, 330, 208, 306, 5


class LimboExplorer(ModelExplorer[Limbo]):
    """A hundred people who come as squares, and below them how many give up for any number of places."""

    def __init__(self, data: Limbo, language: Language = ENGLISH) -> None:
        super().__init__(data, language)
        self.controls = (control("arrivals", data.arrivals), control("places", data.places), control("patience", data.patience))

    def line(self, setting: Setting, places: int | None = None) -> WaitingLine:
        """The waiting line of a setting, or of the same with other `places`; times in months."""
        data = self.data
        number = int(data.places.number(setting["places"])) if places is None else places
        return _line(data.arrivals.number(setting["arrivals"]), number, data.stay, data.patience.number(setting["patience"]))

    def count(self, setting: Setting) -> tuple[int, int, int]:
        """Of a hundred people who come: at once, after a wait, given up."""
        line = self.line(setting)
        at_once, after_wait, gave_up = whole([100 * line.at_once, 100 * line.after_wait, 100 * line.gave_up])
        return at_once, after_wait, gave_up

    def draw(self, setting: Setting) -> Figure:
        """People above, the curve below."""
        from counteroffer.figures.charts.sheet import figure_of

        return figure_of(340, lambda sheet: self._paint(sheet, setting), self.language)

    def _paint(self, sheet: Sheet, setting: Setting) -> None:
        _ = self.language.gettext
        at_once, after_wait, gave_up = self.count(setting)
        sheet.text(8, 12, _("Of 100 people who come"), 11.5, bold=True)
        parts = (
            (Part(at_once, "accent"), _("find a place at once")),
            (Part(after_wait, "accent", hollow=True), _("wait, then get in")),
            (Part(gave_up, "accent2"), _("give up before their turn")),
        )
        draw_people(sheet, 8, 24, [part for part, _ in parts], columns=25, pitch=13.1, side=10)
        for row, (part, words) in enumerate(parts):
            y = 88 + 19 * row
            sheet.squares([(14, y, 1)], 10, 10, part.colour, hollow=part.hollow)
            sheet.text(50, y, str(part.people), 11, bold=True, align="right")
            sheet.text(58, y, words, 11)
        sheet.text(8, 148, self.waiting(setting), 11)
        self._curve(sheet, setting)

    def _curve(self, sheet: Sheet, setting: Setting) -> None:
        data, _ = self.data, self.language.gettext
        chosen = data.places.number(setting["places"])
        most = data.places.settings[-1].number + 2 * _STEP

        def x(places: float) -> float:
            return _LEFT + (_RIGHT - _LEFT) * places / most

        def y(share: float) -> float:
            return _BOTTOM - (_BOTTOM - _TOP) * share

        sheet.text(8, 180, _("Give up, of 100, by the number of places"), 11.5, bold=True)
        for share in (0, 0.5, 1):
            sheet.line((_LEFT, _RIGHT), (y(share), y(share)), "grid", 0.8)
            sheet.text(_LEFT - 5, y(share), f"{100 * share:.0f}", 9.5, "muted", "right")
        for one in data.places.settings:
            here = one.number == chosen
            sheet.text(x(one.number), _BOTTOM + 12, f"{one.number:.0f}", 10, "accent2" if here else "muted", "center", bold=here)
        sheet.text(_RIGHT, _BOTTOM + 26, _("places"), 9.5, "muted", "right")
        number = range(_STEP, int(most) + 1, _STEP)
        shares = [self.line(setting, places).gave_up for places in number]
        sheet.line([x(places) for places in number], [y(share) for share in shares], "accent2", 2)
        share = self.line(setting).gave_up
        sheet.line((x(chosen), x(chosen)), (y(0), y(share)), "accent2", 1, dashed=True)
        sheet.dot(x(chosen), y(share), 5, "accent2")

    def sentence(self, setting: Setting) -> str:
        """What becomes of a hundred people, how long those waited who got in, and how many wait on an ordinary day."""
        _, line = self.language.gettext, self.line(setting)
        at_once, after_wait, gave_up = (number or _("none") for number in self.count(setting))
        said = _(
            "Of 100 people who come, {at_once} can go in at once, {after_wait} must wait before they get in, and {gave_up} will give up "
            "before their turn.",
            at_once=at_once,
            after_wait=after_wait,
            gave_up=gave_up,
        )
        if self.count(setting)[1]:
            time = how_long(line.wait * DAYS_IN_MONTH, self.language)
            said += " " + _("Those who wait and get in wait {time} on average.", time=time)
        return f"{said} {self.waiting(setting)}."

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

"""The explorer `decisive-minority`: why a few people decide, and whom to protect first."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from counteroffer.course.model_pages import PEOPLE, QUARTER, DecisiveMinority
from counteroffer.figures.explorer import Setting
from counteroffer.figures.lots import compared, draw_lots, middle, spread
from counteroffer.figures.model_page import ModelExplorer, control
from counteroffer.language import ENGLISH, Language, message
from counteroffer.models.threshold import all_draws, cascade

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from counteroffer.figures.charts.sheet import Sheet

QUARTERS = PEOPLE // QUARTER
_MIDDLES = ((90, 100), (252, 100), (252, 262), (90, 262))
_RING, _RADIUS = 58, 10.5
Draws = tuple[NDArray[np.int64], NDArray[np.int64]]
# what each way of choosing asks of those who choose
_PRICES = {
    "drawn": message("A lot needs no list of names. It seldom falls on somebody whom many watch."),
    "watched": message("To choose like this, somebody must know whom many watch, and that knowledge can leak."),
    "first": message("The model knows who would go first. In life nobody can read it from outside."),
}


class DecisiveMinorityExplorer(ModelExplorer[DecisiveMinority]):
    """A town of 36: who goes along with the group, in which round, and who is held by our protection."""

    def __init__(self, data: DecisiveMinority, language: Language = ENGLISH) -> None:
        super().__init__(data, language)
        self.controls = (control("crowd", data.crowd), control("protect", data.protect), control("number", data.number))
        self._drawn: dict[tuple[str, int], Draws] = {}

    def thresholds(self, crowd: str) -> NDArray[np.int64]:
        """How many of those whom each person watches must have gone along first."""
        town = self.data.town
        if crowd in ("square", "changed"):
            chain = (np.arange(PEOPLE) - town.first) % PEOPLE
            return np.where(chain == 1, 2, chain) if crowd == "changed" else chain
        watched = town.steadier if crowd == "steadier" else town.watched
        found = np.tile([watched, *town.ring], QUARTERS)
        found[town.pressed] = 0
        return found

    def sees(self, crowd: str) -> NDArray[np.bool_]:
        """Whom the person of each row watches."""
        if crowd in ("square", "changed"):
            return ~np.eye(PEOPLE, dtype=bool)
        watched, (here, there) = np.arange(0, PEOPLE, QUARTER), self.data.town.bridge
        found = np.zeros((PEOPLE, PEOPLE), dtype=bool)
        found[np.ix_(watched, watched)] = True
        for first in watched:
            ring = np.arange(first + 1, first + QUARTER)
            found[ring, first] = found[first, ring] = True
            found[ring, np.roll(ring, 1)] = found[np.roll(ring, 1), ring] = True
            other = (first + QUARTER) % PEOPLE + there
            found[first + here, other] = found[other, first + here] = True
        np.fill_diagonal(found, val=False)
        return found

    def protected(self, setting: Setting) -> list[int]:
        """The people whom we protect; of all draws by lot, one in the middle."""
        number = self.number(setting)
        if setting["protect"] == "drawn":
            draws, counts = self.draws(setting)
            # as many go along in half of the draws, or fewer; of the draws that lead there, again the middle one
            like = draws[counts == middle(counts)]
            return [int(person) for person in like[len(like) // 2]]
        if setting["protect"] == "watched":
            # in a square nobody is watched more than others, so there these four stand for anybody of rank
            return list(range(0, PEOPLE, QUARTER))[:number]
        thresholds = self.thresholds(setting["crowd"])
        return [int(person) for person in np.argsort(thresholds, kind="stable")[:number]]

    def number(self, setting: Setting) -> int:
        """How many people we protect."""
        return int(self.data.number.number(setting["number"]))

    def draws(self, setting: Setting) -> Draws:
        """Every draw by lot of as many as a setting protects, and how many go along in each."""
        crowd, number = setting["crowd"], self.number(setting)
        if (crowd, number) not in self._drawn:
            self._drawn[crowd, number] = all_draws(self.thresholds(crowd), self.sees(crowd), number)
        return self._drawn[crowd, number]

    def rounds(self, setting: Setting) -> NDArray[np.int64]:
        """The round in which each person goes along; 0 for those who do not."""
        crowd = setting["crowd"]
        return cascade(self.thresholds(crowd), self.sees(crowd), self.protected(setting))

    def draw(self, setting: Setting) -> Figure:
        """The town as four rings around the one whom each quarter watches, and below it what lots would do."""
        from counteroffer.figures.charts.sheet import figure_of

        return figure_of(514, lambda sheet: self._paint(sheet, setting), self.language)

    def _paint(self, sheet: Sheet, setting: Setting) -> None:
        rounds, protected = self.rounds(setting), self.protected(setting)
        places = [_place(person) for person in range(PEOPLE)]
        if setting["crowd"] in ("square", "changed"):
            sheet.box(10, 22, 322, 322, "none", "grid")
        else:
            pairs = np.argwhere(np.triu(self.sees(setting["crowd"])))
            sheet.links([(places[one], places[other]) for one, other in pairs], "grid", 1.3)
        moved = [person for person in range(PEOPLE) if rounds[person]]
        stayed = [person for person in range(PEOPLE) if not rounds[person] and person not in protected]
        sheet.dots([places[person] for person in moved], _RADIUS, "accent2", "accent2")
        sheet.dots([places[person] for person in stayed], _RADIUS, "paper", "muted")
        sheet.dots([places[person] for person in protected], _RADIUS, "accent", "accent", "s")
        for person in moved:
            sheet.text(*places[person], str(rounds[person]), 11, "paper", "center", bold=True)
        _, lot = self.language.gettext, setting["protect"] == "drawn" and protected
        said = _("{some} of {all} go along in this draw", some=len(moved), all=PEOPLE) if lot else ""
        sheet.text(8, 10, said or _("{some} of {all} go along", some=len(moved), all=PEOPLE), 12, bold=True)
        self._legend(sheet)
        draw_lots(sheet, 412, PEOPLE, self.number(setting), self.draws(setting)[1], len(moved), self.language)

    def _legend(self, sheet: Sheet) -> None:
        _ = self.language.gettext
        sheet.dots([(16, 362)], 8, "accent2", "accent2")
        sheet.text(16, 362, "2", 11, "paper", "center", bold=True)
        sheet.text(30, 362, _("goes along, and when"), 11)
        sheet.dots([(16, 384)], 7, "paper", "muted")
        sheet.text(30, 384, _("does not"), 11)
        sheet.dots([(200, 362)], 6.5, "accent", "accent", "s")
        sheet.text(214, 362, _("protected by us"), 11)
        sheet.line((192, 207), (384, 384), "muted", 1.1)
        sheet.text(214, 384, _("watch one another"), 11)

    def sentence(self, setting: Setting) -> str:
        """How many go along, what the protection changed, how lots would do, and what this way of choosing costs."""
        rounds, protected = self.rounds(setting), self.protected(setting)
        moved, free = int((rounds > 0).sum()), cascade(self.thresholds(setting["crowd"]), self.sees(setting["crowd"])) > 0
        _, ngettext, language = self.language.gettext, self.language.ngettext, self.language
        if moved:
            said = ngettext(
                "{count} of {all} people goes along, the last in round {last}.",
                "{count} of {all} people go along, the last in round {last}.",
                moved,
                all=PEOPLE,
                last=rounds.max(),
            )
        else:
            said = _("None of {all} people go along.", all=PEOPLE)
        if not protected:
            return f"{said} {_('Nobody is protected: it costs nothing now, and keeps nobody back.')}"
        others = int(free.sum()) - moved - int(free[protected].sum())
        if others:
            kept = ngettext(
                "Protecting {number} also keeps {count} other.",
                "Protecting {number} also keeps {count} others.",
                others,
                number=len(protected),
            )
        else:
            kept = _("Protecting {number} changes nothing for anybody else.", number=len(protected))
        after = f"{_('Without protection it would be {number}.', number=free.sum())} {kept}"
        counts, price = self.draws(setting)[1], language.say(_PRICES[setting["protect"]])
        if setting["protect"] == "drawn":
            lots = spread(counts, len(protected), PEOPLE, language)
            return f"{lots} {_('The picture shows a draw in the middle.')} {said} {after} {price}"
        return f"{said} {after} {compared(counts, moved, language)} {price}"


def _place(person: int) -> tuple[float, float]:
    """Where a person stands on the sheet."""
    quarter, place = divmod(person, QUARTER)
    x, y = _MIDDLES[quarter]
    if place == 0:
        return x, y
    # turned so that bridges are short, and lines from one watched person to another run between the people of a ring
    angle = math.radians(45 * (place - 1) - 112.5 + 90 * quarter)
    return x + _RING * math.cos(angle), y + _RING * math.sin(angle)

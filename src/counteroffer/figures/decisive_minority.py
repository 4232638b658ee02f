"""The explorer `decisive-minority`: why a few people decide, and whom to protect first."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from counteroffer.course.model_pages import PEOPLE, QUARTER, DecisiveMinority
from counteroffer.figures.explorer import Setting
from counteroffer.figures.model_page import ModelExplorer, control
from counteroffer.figures.words import people
from counteroffer.language import ENGLISH, Language
from counteroffer.models.threshold import cascade

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from counteroffer.figures.charts.sheet import Sheet

QUARTERS = PEOPLE // QUARTER
_MIDDLES = ((90, 100), (252, 100), (252, 262), (90, 262))
_RING, _RADIUS = 58, 10.5


class DecisiveMinorityExplorer(ModelExplorer[DecisiveMinority]):
    """A town of 36: who goes along with the group, in which round, and who is held by our protection."""

    def __init__(self, data: DecisiveMinority, language: Language = ENGLISH) -> None:
        super().__init__(data, language)
        self.controls = (control("crowd", data.crowd), control("protect", data.protect), control("number", data.number))

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
        """The people whom we protect."""
        number = int(self.data.number.number(setting["number"]))
        if setting["protect"] == "drawn":
            return self.data.town.drawn[:number]
        if setting["protect"] == "watched":
            # in a square nobody is watched more than others, so there these four stand for anybody of rank
            return list(range(0, PEOPLE, QUARTER))[:number]
        thresholds = self.thresholds(setting["crowd"])
        return [int(person) for person in np.argsort(thresholds, kind="stable")[:number]]

    def rounds(self, setting: Setting) -> NDArray[np.int64]:
        """The round in which each person goes along; 0 for those who do not."""
        crowd = setting["crowd"]
        return cascade(self.thresholds(crowd), self.sees(crowd), self.protected(setting))

    def draw(self, setting: Setting) -> Figure:
        """The town as four rings around the one whom each quarter watches, with lines between those who watch one another."""
        from counteroffer.figures.charts.sheet import figure_of

        return figure_of(392, lambda sheet: self._paint(sheet, setting), self.language)

    def _paint(self, sheet: Sheet, setting: Setting) -> None:
        rounds, protected = self.rounds(setting), self.protected(setting)
        places = [_place(person) for person in range(PEOPLE)]
        if setting["crowd"] in ("square", "changed"):
            sheet.box(10, 20, 322, 322, "none", "grid")
        else:
            pairs = np.argwhere(np.triu(self.sees(setting["crowd"])))
            sheet.links([(places[one], places[other]) for one, other in pairs], "grid", 1.3)
        moved = [person for person in range(PEOPLE) if rounds[person]]
        stayed = [person for person in range(PEOPLE) if not rounds[person] and person not in protected]
        sheet.dots([places[person] for person in moved], _RADIUS, "accent2", "accent2")
        sheet.dots([places[person] for person in stayed], _RADIUS, "paper", "muted")
        sheet.dots([places[person] for person in protected], _RADIUS, "accent", "accent", "s")
        for person in moved:
            sheet.text(*places[person], str(rounds[person]), 9.5, "paper", "center", bold=True)
        sheet.text(8, 10, self.language.gettext("{some} of {all} go along", some=len(moved), all=PEOPLE), 12, bold=True)
        self._legend(sheet)

    def _legend(self, sheet: Sheet) -> None:
        _ = self.language.gettext
        sheet.dots([(16, 360)], 7, "accent2", "accent2")
        sheet.text(16, 360, "2", 9, "paper", "center", bold=True)
        sheet.text(28, 360, _("goes along, in which round"), 10)
        sheet.dots([(16, 380)], 7, "paper", "muted")
        sheet.text(28, 380, _("does not"), 10)
        sheet.dots([(206, 360)], 6.5, "accent", "accent", "s")
        sheet.text(218, 360, _("protected by us"), 10)
        sheet.line((198, 213), (380, 380), "muted", 1.1)
        sheet.text(218, 380, _("watch one another"), 10)

    def sentence(self, setting: Setting) -> str:
        """How many go along, in how many rounds, and what the protection of so many people changed."""
        rounds, protected = self.rounds(setting), self.protected(setting)
        moved, free = int((rounds > 0).sum()), cascade(self.thresholds(setting["crowd"]), self.sees(setting["crowd"])) > 0
        _, ngettext = self.language.gettext, self.language.ngettext
        all_, last = people(PEOPLE, self.language), rounds.max()
        said = (
            ngettext(
                "Of {people} {count} goes along, the last in round {last}.",
                "Of {people} {count} go along, the last in round {last}.",
                moved,
                people=all_,
                last=last,
            )
            if moved
            else _("Of {people} none go along.", people=all_)
        )
        if not protected:
            return f"{said} {_('Nobody is protected.')}"
        said += " " + _("Without protection it would be {number}.", number=free.sum())
        number, others = len(protected), int(free.sum()) - moved - int(free[protected].sum())
        if not others:
            return f"{said} {_('Protecting {number} changes nothing for anybody else.', number=number)}"
        return f"{said} {ngettext('Protecting {number} also keeps {count} other.', 'Protecting {number} also keeps {count} others.', others, number=number)}"


def _place(person: int) -> tuple[float, float]:
    """Where a person stands on the sheet."""
    quarter, place = divmod(person, QUARTER)
    x, y = _MIDDLES[quarter]
    if place == 0:
        return x, y
    # turned so that bridges are short, and lines from one watched person to another run between the people of a ring
    angle = math.radians(45 * (place - 1) - 112.5 + 90 * quarter)
    return x + _RING * math.cos(angle), y + _RING * math.sin(angle)

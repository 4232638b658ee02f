"""The explorer `decisive-minority`: why a few people decide, and whom to protect first."""

from __future__ import annotations

import math
from collections.abc import Sequence
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

    from counteroffer.figures.charts.canvas import Sheet

QUARTERS = PEOPLE // QUARTER
_MIDDLES = ((90, 100), (252, 100), (252, 262), (90, 262))
_RING, _RADIUS, _STAYS = 58, 10.5, 4.5
Draws = tuple[NDArray[np.int64], NDArray[np.int64]]
# what each way of choosing asks of those who choose
_PRICES = {
    "drawn": message("A lot needs no list of names. It seldom falls on somebody whom many watch."),
    "watched": message("To choose like this, somebody must know whom many watch, and that knowledge can leak."),
    "first": message("The model knows who would go first. In life nobody can read it from outside."),
}


class DecisiveMinorityExplorer(ModelExplorer[DecisiveMinority]):
    """A town of 36: who goes along with the group, in which round, and who is held by our protection."""

    wall = ((0, 348), (348, 532))

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

    def draw(self, setting: Setting, among: Sequence[Setting] | None = None) -> Figure:  # noqa: ARG002 (nothing stands beside it)
        """The town as four rings around the one whom each quarter watches, and below it what lots would do."""
        from counteroffer.figures.charts.canvas import figure_of

        return figure_of(532, lambda sheet: self._paint(sheet, setting), self.language)

    def _paint(self, sheet: Sheet, setting: Setting) -> None:
        rounds, protected = self.rounds(setting), self.protected(setting)
        places = [_place(person) for person in range(PEOPLE)]
        if setting["crowd"] in ("square", "changed"):
            sheet.box(10, 22, 322, 322, "none", "grid")
        else:
            pairs = np.argwhere(np.triu(self.sees(setting["crowd"])))
            sheet.links([(places[one], places[other]) for one, other in pairs], "muted", 0.9)
        moved = [person for person in range(PEOPLE) if rounds[person]]
        stayed = [person for person in range(PEOPLE) if not rounds[person] and person not in protected]
        sheet.dots([places[person] for person in moved], _RADIUS, "paper", "accent2")
        sheet.dots([places[person] for person in stayed], _STAYS, "muted", "muted")
        sheet.dots([places[person] for person in protected], _RADIUS, "accent", "accent", "s")
        for person in moved:
            sheet.text(*places[person], str(rounds[person]), 11, "ink", "center", bold=True)
        _, lot = self.language.gettext, setting["protect"] == "drawn" and protected
        said = _("{some} of {all} go along in this draw", some=len(moved), all=PEOPLE) if lot else ""
        sheet.text(8, 10, said or _("{some} of {all} go along", some=len(moved), all=PEOPLE), 12, bold=True)
        self._key(sheet, setting["crowd"] in ("square", "changed"), bool(moved), bool(stayed), bool(protected))
        if protected:
            draw_lots(sheet, 430, PEOPLE, len(protected), self.draws(setting)[1], len(moved), self.language)

    def _key(self, sheet: Sheet, square: bool, moved: bool, stayed: bool, protected: bool) -> None:
        """The marks that the picture has, and no others."""
        _ = self.language.gettext
        places = iter([(16, 360), (16, 381), (184, 381), (16, 402), (184, 402)])
        if moved:
            x, y = next(places)
            sheet.dots([(x, y)], 8.5, "paper", "accent2")
            sheet.text(x, y, "2", 11, "ink", "center", bold=True)
            sheet.text(x + 15, y, _("goes along; the number is the round"), 11)
        if protected:
            x, y = next(places)
            sheet.dots([(x, y)], 6.5, "accent", "accent", "s")
            sheet.text(x + 15, y, _("protected by us"), 11)
        if stayed:
            x, y = next(places)
            sheet.dots([(x, y)], _STAYS, "muted", "muted")
            sheet.text(x + 15, y, _("does not go along"), 11)
        x, y = next(places)
        if square:
            sheet.box(x - 8, y - 7, 16, 14, "none", "grid")
            sheet.text(x + 15, y, _("all watch all"), 11)
        else:
            sheet.line((x - 8, x + 8), (y, y), "muted", 1)
            sheet.text(x + 15, y, _("watch one another"), 11)

    def brief(self, setting: Setting) -> str:
        """How many go along, and what the protection changed."""
        rounds, protected = self.rounds(setting), self.protected(setting)
        moved, free = int((rounds > 0).sum()), cascade(self.thresholds(setting["crowd"]), self.sees(setting["crowd"])) > 0
        _, ngettext = self.language.gettext, self.language.ngettext
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
        shown = f"{_('The picture shows a draw in the middle.')} " if setting["protect"] == "drawn" else ""
        return f"{shown}{said} {_('Without protection it would be {number}.', number=free.sum())} {kept}"

    def more(self, setting: Setting) -> str:
        """How lots would do, and what this way of choosing costs."""
        if not self.number(setting):
            return ""
        counts, language = self.draws(setting)[1], self.language
        if setting["protect"] == "drawn":
            lots = spread(counts, self.number(setting), PEOPLE, language)
        else:
            lots = compared(counts, int((self.rounds(setting) > 0).sum()), language)
        return f"{lots} {language.say(_PRICES[setting['protect']])}"


def _place(person: int) -> tuple[float, float]:
    """Where a person stands on the sheet."""
    quarter, place = divmod(person, QUARTER)
    x, y = _MIDDLES[quarter]
    if place == 0:
        return x, y
    # turned so that bridges are short, and lines from one watched person to another run between the people of a ring
    angle = math.radians(45 * (place - 1) - 112.5 + 90 * quarter)
    return x + _RING * math.cos(angle), y + _RING * math.sin(angle)

"""What a lot may lead to: every draw there is, so that no single one is taken for luck itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from counteroffer.figures.spoken_numbers import who
from counteroffer.language import ENGLISH, Language

if TYPE_CHECKING:
    from counteroffer.figures.charts.canvas import Sheet

Counts = NDArray[np.int64]
_LEFT, _RIGHT, _TALL = 20, 322, 34


def middle(counts: Counts) -> int:
    """The count that half of the draws stay at or below."""
    return int(np.sort(counts)[(len(counts) - 1) // 2])


def spread(counts: Counts, number: int, people: int, language: Language = ENGLISH) -> str:
    """The draws in words: how many there are, the range and the middle."""
    _, number_of = language.gettext, language.number
    least, most = int(counts.min()), int(counts.max())
    ways = _("{number} of {people} can be drawn by lot in {ways} ways.", number=number, people=people, ways=number_of(len(counts)))
    if least == most:
        none = _("In each of them none go along.")
        each = language.ngettext("In each of them {count} goes along.", "In each of them {count} go along.", least) if least else none
        return f"{ways} {each}"
    if np.mean(counts == most) >= 0.5:
        often = number_of(int(np.count_nonzero(counts == most)))
        half = _("in {often} of the draws it is {most}", often=often, most=most)
    else:
        half = _("in half of the draws {middle} or fewer", middle=middle(counts))
    return f"{ways} {_('Between {least} and {most} go along; {half}.', least=who(least, language), most=most, half=half)}"


def compared(counts: Counts, moved: int, language: Language = ENGLISH) -> str:
    """How draws by lot do beside a choice after which `moved` go along."""
    more, fewer = int((counts > moved).sum()), int((counts < moved).sum())
    if not more and not fewer:
        return language.gettext("Any draw by lot would lead to the same.")
    return language.gettext(
        "Of {draws} draws by lot, {more} would let more go along, and {fewer} fewer.",
        draws=language.number(len(counts)),
        more=who(more, language),
        fewer=who(fewer, language),
    )


def draw_lots(sheet: Sheet, top: float, people: int, number: int, counts: Counts, moved: int, language: Language = ENGLISH) -> None:
    """A bar for each number of people who go along, as high as draws lead to it, and a mark where this setting stands."""
    _, draws = language.gettext, language.number(len(counts))
    sheet.text(8, top, _("All {draws} draws by lot of {number}: how many go along", draws=draws, number=number), 11, bold=True)
    bottom = top + 16 + _TALL

    def x(count: int) -> float:
        return _LEFT + (_RIGHT - _LEFT) * count / people

    found, often = np.unique(counts, return_counts=True)
    for count, share in zip(found.tolist(), often / often.max(), strict=True):
        # at least a line, so that the rarest draw is seen
        tall = max(_TALL * float(share), 1.5)
        sides = (x(count) - 3, x(count) + 3)
        sheet.area([sides[0], sides[1], sides[1], sides[0]], [bottom, bottom, bottom - tall, bottom - tall], "muted")
    sheet.line((_LEFT - 5, _RIGHT + 5), (bottom, bottom), "muted", 0.8)
    sheet.dots([(x(moved), bottom + 8)], 5, "accent2", "accent2", "^")
    for count in range(0, people, 9):
        sheet.text(x(count), bottom + 23, str(count), 11, "muted", "center")
    sheet.text(_RIGHT + 12, bottom + 23, language.ngettext("{count} person", "{count} people", people), 11, "muted", "right")
    sheet.dots([(16, bottom + 41)], 5, "accent2", "accent2", "^")
    sheet.text(28, bottom + 41, _("the town above"), 11)
    usual = int(found[often.argmax()])
    said = _("fewest {least}, most {most}, most often {usual}", least=counts.min(), most=counts.max(), usual=usual)
    sheet.text(_RIGHT + 12, bottom + 41, said, 11, align="right")

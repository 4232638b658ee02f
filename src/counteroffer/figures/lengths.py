"""Lengths of a window side by side: what becomes of everybody, and what each length costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from counteroffer.language import ENGLISH, Language, Message, message

if TYPE_CHECKING:
    from counteroffer.figures.charts.sheet import Role, Sheet

_PITCH, _WIDTH, _TALL = 65.5, 42, 104
# what becomes of people, from the foot of a column upwards; no two neighbours differ by colour alone
_FATES: tuple[tuple[Literal["let_in", "gave_up", "unbelief", "late"], Role, bool, Message], ...] = (
    ("let_in", "accent", False, message("let in")),
    ("gave_up", "ink", False, message("gave up in the queue")),
    ("unbelief", "accent2", True, message("stopped believing")),
    ("late", "none", False, message("too late")),
)
_ROWS: tuple[tuple[Literal["let_in", "seen", "paid"], Message], ...] = (
    ("let_in", message("People let in")),
    ("seen", message("Days in which the group can see them")),
    ("paid", message("Days of work that we pay for")),
)


@dataclass(frozen=True)
class Length:
    """A window of so many days: people by what became of them, days in which those who come are seen, days of work paid for."""

    days: int
    let_in: int
    gave_up: int
    unbelief: int
    late: int
    seen: int
    paid: int


def best(lengths: Sequence[Length], row: Literal["let_in", "seen", "paid"]) -> Length:
    """The length that does best in a row: most let in, or the lowest cost; the shortest of equals."""
    return max(lengths, key=lambda one: one.let_in) if row == "let_in" else min(lengths, key=lambda one: int(getattr(one, row)))


def draw_lengths(sheet: Sheet, top: float, people: int, lengths: Sequence[Length], chosen: int, language: Language = ENGLISH) -> None:
    """A column for each length with `people` by what became of them, the costs in rows below, the best of each row in a box.

    The column of the `chosen` days is shaded. It takes 326 units below `top`.
    """
    middles = [8 + _PITCH * place + _PITCH / 2 for place in range(len(lengths))]
    here = next(x for x, one in zip(middles, lengths, strict=True) if one.days == chosen)
    sheet.text(8, top, language.gettext("What each length does to {people} people", people=language.number(people)), 12, bold=True)
    bottom = top + 36 + _TALL
    sheet.box(here - _PITCH / 2 + 3, top + 13, _PITCH - 6, _TALL + 28, "grid")
    for x, one in zip(middles, lengths, strict=True):
        sheet.text(x, top + 22, language.ngettext("{count} day", "{count} days", one.days), 11, align="center", bold=one.days == chosen)
        y = bottom
        for name, fill, faint, _ in _FATES:
            tall = _TALL * getattr(one, name) / people
            if tall:
                y -= tall
                _block(sheet, x - _WIDTH / 2, y, _WIDTH, tall, fill, faint=faint)
    for place, (_, fill, faint, words) in enumerate(_FATES):
        x, y = 12 + 172 * (place // 2), bottom + 16 + 17 * (place % 2)
        _block(sheet, x, y - 5, 10, 10, fill, faint=faint)
        sheet.text(x + 16, y, language.say(words), 11)
    for place, (row, words) in enumerate(_ROWS):
        y = bottom + 58 + 43 * place
        sheet.text(12, y, language.say(words), 11, bold=True)
        sheet.box(here - _PITCH / 2 + 3, y + 7, _PITCH - 6, 22, "grid")
        number = getattr(best(lengths, row), row)
        for x, one in zip(middles, lengths, strict=True):
            value = int(getattr(one, row))
            if value == number:
                sheet.box(x - 22, y + 9, 44, 18, "paper", "accent")
            sheet.text(x, y + 18, language.number(value), 12, align="center", bold=value == number)
    sheet.box(12, bottom + 180, 16, 11, "paper", "accent")
    sheet.text(34, bottom + 186, language.gettext("best in its row"), 11)


def _block(sheet: Sheet, x: float, y: float, wide: float, tall: float, fill: Role, *, faint: bool) -> None:
    across, down = (x, x + wide, x + wide, x), (y, y, y + tall, y + tall)
    sheet.area(across, down, "paper")
    if fill != "none":
        sheet.area(across, down, fill, faint=faint)
    sheet.line((*across, x), (*down, y), "ink" if fill == "none" else fill, 1)

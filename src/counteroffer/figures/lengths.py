"""Lengths of a window side by side: what becomes of everybody, and what each length costs."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from counteroffer.language import ENGLISH, Language, Message, message

if TYPE_CHECKING:
    from counteroffer.figures.charts.canvas import Role, Sheet

_PITCH, _WIDTH, _TALL = 65.5, 42, 104
Fill = Literal["solid", "bars", "rules", "none"]
# what becomes of people, from the foot of a column upwards; a copy without greys keeps them apart
_FATES: tuple[tuple[Literal["let_in", "gave_up", "unbelief", "late"], Role, Fill, Message], ...] = (
    ("let_in", "accent", "solid", message("let in")),
    ("gave_up", "ink", "bars", message("gave up in the queue")),
    ("unbelief", "accent2", "rules", message("stopped believing")),
    ("late", "ink", "none", message("too late")),
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


def draw_lengths(
    sheet: Sheet, top: float, people: int, lengths: Sequence[Length], chosen: int, told: Container[int] | None, language: Language = ENGLISH
) -> None:
    """A column for each length with `people` by what became of them, the costs in rows below, the best of each row in a box.

    The column of the `chosen` days has a frame. Where `told` names some days, the other lengths stay empty and nothing is called best.
    It takes 348 units below `top`.
    """
    middles = [8 + _PITCH * place + _PITCH / 2 for place in range(len(lengths))]
    here = next(x for x, one in zip(middles, lengths, strict=True) if one.days == chosen)
    shown = [(x, one) for x, one in zip(middles, lengths, strict=True) if told is None or one.days in told]
    said = language.gettext("What each length does to {people} people", people=language.number(people))
    sheet.text(8, top, said, 12, bold=True)
    bottom = top + 36 + _TALL
    sheet.box(here - _PITCH / 2 + 3, top + 13, _PITCH - 6, _TALL + 28, "none", "ink")
    for x, one in zip(middles, lengths, strict=True):
        sheet.text(x, top + 22, language.ngettext("{count} day", "{count} days", one.days), 11, align="center", bold=one.days == chosen)
    for x, one in shown:
        y = bottom
        for name, colour, fill, _ in _FATES:
            tall = _TALL * getattr(one, name) / people
            y -= tall
            _block(sheet, x - _WIDTH / 2, y, _WIDTH, tall, colour, fill)
        _outline(sheet, x - _WIDTH / 2, bottom - _TALL, _WIDTH, _TALL)
    for place, (_, colour, fill, words) in enumerate(_FATES):
        x, y = 12 + 172 * (place // 2), bottom + 18 + 18 * (place % 2)
        _block(sheet, x, y - 6, 12, 12, colour, fill)
        _outline(sheet, x, y - 6, 12, 12)
        sheet.text(x + 19, y, language.say(words), 11)
    for place, (row, words) in enumerate(_ROWS):
        y = bottom + 64 + 44 * place
        sheet.text(12, y, language.say(words), 11, bold=True)
        number = getattr(best(lengths, row), row)
        for x, one in shown:
            value = int(getattr(one, row))
            first = told is None and value == number
            if first:
                sheet.box(x - 22, y + 12, 44, 18, "paper", "accent")
            sheet.text(x, y + 21, language.number(value), 12, align="center", bold=first)
    if told is None:
        sheet.box(12, bottom + 193, 16, 11, "paper", "accent")
        sheet.text(34, bottom + 199, language.gettext("best in its row"), 11)


def _block(sheet: Sheet, x: float, y: float, wide: float, tall: float, colour: Role, fill: Fill) -> None:
    if fill == "solid":
        sheet.area((x, x + wide, x + wide, x), (y, y, y + tall, y + tall), colour)
    elif fill == "bars" and tall:
        sheet.bars(x, y, wide, tall, colour)
    elif fill == "rules":
        sheet.rules(x, y, wide, tall, colour)
    if fill == "rules":
        sheet.line((x, x + wide), (y, y), colour, 1)


def _outline(sheet: Sheet, x: float, y: float, wide: float, tall: float) -> None:
    sheet.line((x, x + wide, x + wide, x, x), (y, y, y + tall, y + tall, y), "ink", 0.8)

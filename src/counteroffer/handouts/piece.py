"""What a piece is, and how a template makes one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from counteroffer.course import Catalogue
from counteroffer.handouts.typography import set_type
from counteroffer.language import Message, message
from counteroffer.twin.templates import environment

TEMPLATES = Path(__file__).with_name("templates")
COURSE = "Counteroffer"
# Who may hold it: everybody; the facilitator alone; everybody, once the case is over.
Hands = Literal["everybody", "facilitator", "afterwards"]
HANDS: dict[Hands, Message] = {
    "everybody": message("for everybody"),
    "facilitator": message("for the facilitator alone"),
    "afterwards": message("for everybody, afterwards"),
}
# How often it is printed: once, once a table, once a person, once for two (two cards on a sheet), for half of a room.
Copies = Literal["room", "table", "person", "pair", "half"]


@dataclass(frozen=True)
class Edition:
    """How papers are drawn. A `plain` one names neither the course nor a title on the foot of a page or in a file's name."""

    plain: bool = False
    address: str | None = None


@dataclass(frozen=True)
class Piece:
    """One file on paper. `sizes` are sizes of letters in points: the first is taken with which all fits, on so many `pages` at most if that is said.

    `numbered` leaves a line on each sheet for the number by which copies are counted out and in.
    """

    name: str
    title: str
    hands: Hands
    template: str
    values: dict[str, Any]
    copies: Copies = "room"
    sizes: tuple[float, ...] = (11,)
    pages: int | None = None
    paper: str = "A4"
    numbered: bool = False


@dataclass(frozen=True)
class Pack:
    """Pieces that are carried together."""

    name: str
    title: str
    pieces: tuple[Piece, ...]


def page(course: Catalogue, pack: Pack, piece: Piece, size: float, edition: Edition) -> str:
    """The whole HTML of a piece with letters of `size` points; the look of paper, which all pieces share, is the press's."""
    _ = course.language.gettext
    foot = piece.title if pack.title == piece.title else f"{pack.title} · {piece.title}"
    if piece.hands == "facilitator":
        foot += f" · {course.language.say(HANDS[piece.hands])}"
    left = "" if edition.plain else f"{COURSE} · {foot}"
    kept = _("Copy no. ____ Please hand it back.") if piece.numbered else ""
    html = (
        environment(course.language, TEMPLATES)
        .get_template(piece.template)
        .render(
            course=course,
            piece=piece,
            edition=edition,
            size=size,
            name=_("Papers") if edition.plain else foot,
            feet={"left": json.dumps(left, ensure_ascii=False), "number": json.dumps(kept, ensure_ascii=False)},
            **piece.values,
        )
    )
    return set_type(html, course.language)

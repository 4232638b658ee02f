"""A page for each unit: its argument in its own sentences."""

from __future__ import annotations

from counteroffer.course import Catalogue
from counteroffer.course.units import Chapter, FrontMatter
from counteroffer.handouts.argument import Argument, argument
from counteroffer.handouts.code import code
from counteroffer.handouts.piece import Pack, Piece
from counteroffer.twin.links import in_folder

# Sizes of letters; those below 9.5 are for a machine that has wide letters alone.
_SIZES = (12, 11.5, 11, 10.75, 10.5, 10.25, 10, 9.75, 9.5, 9.25, 9, 8.5)
# So many letters of a title fit on a line of a sheet, on one beside a QR code, and on the foot beside the name of the course.
_LINE, _BESIDE, _FOOT = 54, 46, 72


def unit_pack(course: Catalogue, address: str | None = None) -> Pack:
    """A page for each unit that argues; with the `address` where the course can be read, each carries the address of its unit as a QR code."""
    told = [(chapter, front, argument(course, chapter)) for chapter, front in course.units().values()]
    return Pack("units", course.language.gettext("Units"), tuple(_sheet(*one, address) for one in told if one[2].sections))


def _sheet(chapter: Chapter, front: FrontMatter, told: Argument, address: str | None) -> Piece:
    values = {
        "title": _balanced(chapter.title, _BESIDE if address else _LINE),
        "front": front,
        "argument": told,
        "code": code(f"{address.rstrip('/')}/{in_folder(chapter.document)}") if address else "",
    }
    short = chapter.title if len(chapter.title) <= _FOOT else chapter.title.partition(":")[0]
    return Piece(f"{front.number}-{front.unit}", f"{front.number} · {short}", "everybody", "unit-sheet.html", values, "person", _SIZES, 1)


def _balanced(title: str, line: int) -> list[str]:
    """A title as one line, or as two of about one length, parted where it pauses if that is near the middle."""
    if len(title) <= line:
        return [title]
    spaces = (place for place, letter in enumerate(title) if letter == " ")
    at = min(spaces, key=lambda place: abs(place - len(title) // 2) - 6 * (title[place - 1] in ":,"))
    return [title[:at], title[at + 1 :]]

"""A page for each unit: its argument in its own sentences."""

from __future__ import annotations

from counteroffer.course import Catalogue
from counteroffer.course.units import Chapter, FrontMatter
from counteroffer.handouts.argument import argument
from counteroffer.handouts.code import code
from counteroffer.handouts.piece import Pack, Piece

# Of a page that is only read and not written on, the smallest letters.
_SIZES = (11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8.2)


def unit_pack(course: Catalogue, address: str | None = None) -> Pack:
    """A page for each unit; with the `address` where the course can be read, each carries the address of its unit as a QR code."""
    title = course.language.gettext("Units")
    return Pack("units", title, tuple(_sheet(course, chapter, front, address) for chapter, front in course.units().values()))


def _sheet(course: Catalogue, chapter: Chapter, front: FrontMatter, address: str | None) -> Piece:
    cites = [one.target for one in chapter.references if one.kind == "cite"]
    keys = [cite for target in cites for cite in target.split()]
    values = {
        "chapter": chapter,
        "front": front,
        "argument": argument(course, chapter),
        "cites": keys,
        "code": code(f"{address.rstrip('/')}/{chapter.document}.html") if address else "",
    }
    return Piece(
        f"{front.number}-{front.unit}", f"{front.number} {chapter.title}", "everybody", "unit-sheet.html", values, "person", _SIZES, 1
    )

"""Drawing packs into a folder, with a list of what there is to print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from counteroffer.course import Catalogue
from counteroffer.handouts.piece import HANDS, Copies, Edition, Pack, Piece
from counteroffer.handouts.press import HandoutError, Sheet, press

# For how many people the list reckons copies, and at how many tables.
PEOPLE, TABLES = 24, 6
COPIES: dict[Copies, int] = {"room": 1, "table": TABLES, "person": PEOPLE, "pair": PEOPLE // 2, "half": PEOPLE // 2}
LIST = "to-print.txt"
Drawn = list[tuple[Pack, list[Sheet]]]


def draw(course: Catalogue, wanted: Iterable[Pack], out: Path, edition: Edition, say: Callable[[str], None]) -> Drawn:
    """Draw packs into `out`, a folder each, and write the list of what there is to print.

    Nothing is written unless all can be drawn. Raises HandoutError with every piece that does not fit.
    """
    drawn: Drawn = []
    faults: list[str] = []
    for pack in wanted:
        sheets = []
        for piece in pack.pieces:
            try:
                sheets.append(press(course, pack, piece, edition))
            except HandoutError as error:
                faults.append(str(error))
        say(line(course, pack, sheets))
        drawn.append((pack, sheets))
    if faults:
        raise HandoutError("\n".join(faults))
    for name, _, sheet in _named(drawn, edition):
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(sheet.pdf)
    (out / LIST).write_text(listed(course, drawn, edition), "utf-8")
    return drawn


def _named(drawn: Drawn, edition: Edition) -> Iterator[tuple[str, Pack, Sheet]]:
    """The name of every file; in the plain edition a number."""
    for number, (pack, sheets) in enumerate(drawn, 1):
        for place, sheet in enumerate(sheets, 1):
            yield (f"{number:02}/{place:02}.pdf" if edition.plain else f"{pack.name}/{sheet.piece.name}.pdf"), pack, sheet


def line(course: Catalogue, pack: Pack, sheets: list[Sheet]) -> str:
    """The pages of a pack in one line: of each piece, and of all."""
    pages = ", ".join(f"{sheet.piece.name} {sheet.pages}" for sheet in sheets)
    return course.language.gettext("{pack}: {pages}; {all} pages", pack=pack.name, pages=pages, all=sum(sheet.pages for sheet in sheets))


def listed(course: Catalogue, drawn: Drawn, edition: Edition) -> str:
    """The list of what there is to print: file, pages, who holds it, copies for a room of 24 at six tables, sheets of paper."""
    _ = course.language.gettext
    lines = [
        _(
            "What there is to print, with copies for {people} people at {tables} tables, and pages of all copies.",
            people=PEOPLE,
            tables=TABLES,
        )
    ]
    before = None
    for name, pack, sheet in _named(drawn, edition):
        if pack is not before:
            lines += ["", name.partition("/")[0] if edition.plain else pack.title]
            before = pack
        copies, pages = copies_of(sheet.piece), sheet.pages
        paper = f"  {sheet.piece.paper}" if sheet.piece.paper != "A4" else ""
        held = course.language.say(HANDS[sheet.piece.hands])
        lines.append(f"  {name:<44} {pages:>3} × {copies:>2} = {pages * copies:>4}  {held}{paper}")
    return "\n".join(lines) + "\n"


def copies_of(piece: Piece) -> int:
    """How many copies a room of 24 at six tables wants."""
    return COPIES[piece.copies]

"""Drawing packs into a folder, with a list of what there is to print."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
    """Draw packs into `out`, a folder each, and write the list of what there is to print. Raises HandoutError with every piece that does not fit."""
    drawn: Drawn = []
    faults: list[str] = []
    for number, pack in enumerate(wanted, 1):
        sheets = []
        for place, piece in enumerate(pack.pieces, 1):
            try:
                sheet = press(course, pack, piece, edition)
            except HandoutError as error:
                faults.append(str(error))
                continue
            path = out / (f"{number:02}/{place:02}.pdf" if edition.plain else f"{pack.name}/{piece.name}.pdf")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(sheet.pdf)
            sheets.append(sheet)
        say(line(course, pack, sheets))
        drawn.append((pack, sheets))
    if faults:
        raise HandoutError("\n".join(faults))
    (out / LIST).write_text(listed(course, drawn, edition), "utf-8")
    return drawn


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
    for number, (pack, sheets) in enumerate(drawn, 1):
        lines += ["", f"{number:02} {_('Papers') if edition.plain else pack.title}"]
        for place, sheet in enumerate(sheets, 1):
            copies = copies_of(sheet.piece)
            name = f"{number:02}/{place:02}.pdf" if edition.plain else f"{pack.name}/{sheet.piece.name}.pdf"
            held = course.language.say(HANDS[sheet.piece.hands])
            paper = sheet.piece.paper if sheet.piece.paper != "A4" else ""
            lines.append(f"  {name:<42} {sheet.pages:>3} × {copies:>2} = {sheet.pages * copies:>4}  {held} {paper}".rstrip())
    return "\n".join(lines) + "\n"


def copies_of(piece: Piece) -> int:
    """How many copies a room of 24 at six tables wants."""
    return COPIES[piece.copies]

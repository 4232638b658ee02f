"""The press: a piece as a tagged PDF. Letters shrink as far as a piece allows until all fits; then it is refused."""

from __future__ import annotations

import logging
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from counteroffer.course import Catalogue
from counteroffer.credentials.pdf import weasyprint
from counteroffer.handouts.piece import TEMPLATES, Edition, Pack, Piece, page

MILLIMETRE = 96 / 25.4
# What has a box of its own on a sheet, and may not stand out of it.
BOXED = "slip"


class HandoutError(Exception):
    """A piece cannot be drawn; the text says why, and what to do."""


@dataclass(frozen=True)
class Sheet:
    """A piece as it was drawn: the PDF, its pages and the size of its letters in points."""

    piece: Piece
    pdf: bytes
    pages: int
    size: float


def press(course: Catalogue, pack: Pack, piece: Piece, edition: Edition = Edition()) -> Sheet:  # noqa: B008 (frozen)
    """Draw a piece. Raises HandoutError where a text does not fit into its box or its pages, CredentialError without WeasyPrint's libraries."""
    printer = weasyprint()
    # nothing is fetched
    fetcher = printer.urls.URLFetcher(allowed_protocols=["data"])
    fonts = printer.text.fonts.FontConfiguration()

    @cache
    def laid(size: float) -> tuple[Any, list[str]]:
        """The piece with letters of a size, and what does not fit."""
        html = printer.HTML(string=page(course, pack, piece, size, edition), url_fetcher=fetcher)
        with _heard() as complaints:
            document = html.render(font_config=fonts, stylesheets=[look()], pdf_tags=True, pdf_variant="pdf/ua-1")
        faults = [*complaints, *misfits(document.pages)]
        if piece.pages is not None and len(document.pages) > piece.pages:
            faults.append(f"it takes {len(document.pages)} pages where there is room for {piece.pages}")
        return document, faults

    # most pieces fit at once; of the others each size costs a layout, and what fits at one size fits at all smaller ones
    first = 0 if not laid(piece.sizes[0])[1] else bisect_left(piece.sizes, True, lo=1, key=lambda size: not laid(size)[1])  # noqa: FBT003
    if first < len(piece.sizes):
        document, _ = laid(piece.sizes[first])
        return Sheet(piece, document.write_pdf(), len(document.pages), piece.sizes[first])
    raise HandoutError(
        f"{pack.name}/{piece.name}: with letters of {piece.sizes[-1]:g} pt {'; '.join(laid(piece.sizes[-1])[1])}. "
        "Shorten the text, or give the piece a smaller size."
    )


@cache
def look() -> Any:
    """How all papers look, parsed once: a fifth of a piece's time goes into it."""
    return weasyprint().CSS(filename=TEMPLATES / "paper.css")


@contextmanager
def _heard() -> Iterator[list[str]]:
    """What WeasyPrint complains of and goes on: a picture that cannot be read is left out."""
    said: list[str] = []
    listener = logging.Handler(logging.ERROR)
    listener.emit = lambda record: said.append(record.getMessage()[:200])  # type: ignore[method-assign]
    logger = logging.getLogger("weasyprint")
    logger.addHandler(listener)
    try:
        yield said
    finally:
        logger.removeHandler(listener)


def misfits(pages: list[Any]) -> Iterator[str]:
    """What stands out of its box, and by how much, in the layout of some pages."""
    for number, one in enumerate(pages, 1):
        bottom_of_page = one.height
        for box in one._page_box.descendants():  # noqa: SLF001 (WeasyPrint has no other way to ask)
            if BOXED not in _classes(box):
                continue
            # what stands in the white below a text is cut off by a blunt pair of scissors or a copier that pulls
            end = min(box.content_box_y() + box.height, bottom_of_page)
            lowest = max((_bottom(inner) for inner in box.descendants()), default=0)
            if lowest > end + 0.5:
                name = box.element.get("data-name") or box.element.get("class")
                yield f"`{name}` on page {number} is {(lowest - end) / MILLIMETRE:.0f} mm longer than its box"


def _classes(box: Any) -> list[str]:
    # a box that was split or is anonymous shares its element: the outermost is looked at first, and its parts do no harm
    element: Any = getattr(box, "element", None)
    if element is None or not hasattr(box, "descendants") or box.element_tag != element.tag:
        return []
    return (element.get("class") or "").split()


def _bottom(box: Any) -> float:
    height = getattr(box, "height", 0)
    return box.position_y + height if isinstance(height, (int, float)) else 0

"""Papers as somebody reads them: the text of a PDF, page by page."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial

import pypdfium2

from counteroffer.course import Catalogue
from counteroffer.handouts.piece import Pack
from counteroffer.handouts.press import Sheet, press

Drawn = Callable[[str], Sheet]


def sheet(course: Catalogue, pack: Pack | None, name: str) -> Sheet:
    """The piece of a pack that has this name, drawn."""
    assert pack
    return press(course, pack, next(piece for piece in pack.pieces if piece.name == name))


def drawer(course: Catalogue, pack: Pack | None) -> Drawn:
    """Draws each piece of a pack once, by its name."""
    return lru_cache(partial(sheet, course, pack))


def texts(sheet: Sheet) -> list[str]:
    """The text of each page of a sheet, spaces, hyphens at a line's end and all other marks but letters and digits left out."""
    document = pypdfium2.PdfDocument(sheet.pdf)
    return [bare(page.get_textpage().get_text_range()) for page in document]


def lines(sheet: Sheet) -> list[list[str]]:
    """The lines of each page of a sheet, as they stand on it; a space that may not break is a space."""
    document = pypdfium2.PdfDocument(sheet.pdf)
    return [page.get_textpage().get_text_range().replace("\u00a0", " ").splitlines() for page in document]


def bare(text: str) -> str:
    """Letters and digits alone: lines break where they will."""
    return re.sub(r"[\W_]+", "", text)

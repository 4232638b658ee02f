"""Papers as somebody reads them: the text of a PDF, page by page."""

from __future__ import annotations

import re

import pypdfium2

from counteroffer.handouts.press import Sheet


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

"""Where the static face may link to: a page of the book knows, a notebook on its own does not.

`Catalogue.page_of` says which document shows what; what address a document has is said here, and for a builder in `book/addresses.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from markupsafe import Markup

from counteroffer.course import Catalogue
from counteroffer.twin.templates import macro

# A document's address from the book's root.
Address = Callable[[str], str]


def in_folder(document: str) -> str:
    """The address of a document in the book that `counteroffer build` makes: a file, so that it opens without a server."""
    return f"{document}.html"


class Links(Protocol):
    """Addresses for what a face refers to; None where there is no page to go to."""

    def source(self, anchor: str) -> str | None:
        """The address of a record in the bibliography."""
        ...

    def section(self, unit: str, anchor: str | None) -> str | None:
        """The address of a unit, or of a section of it."""
        ...


class NotebookLinks:
    """Files of chapters as seen from a notebook in `exercises`: Jupyter opens them, and a book puts its own addresses in their place."""

    def __init__(self, course: Catalogue) -> None:
        self._course = course

    def source(self, anchor: str) -> str | None:
        """The file of the bibliography, and a record in it."""
        return self._file(self._course.page_of("", "sources"), anchor)

    def section(self, unit: str, anchor: str | None) -> str | None:
        """The file of a unit, or a section in it."""
        return self._file(self._course.units()[unit][0].document, anchor)

    def _file(self, document: str | None, anchor: str | None) -> str | None:
        if document is None:
            return None
        address = f"../{self._course.chapters[document].path.relative_to(self._course.root).as_posix()}"
        return f"{address}#{anchor}" if anchor else address


class NoLinks:
    """A face without pages around it."""

    def source(self, anchor: str) -> str | None:  # noqa: ARG002
        """No address."""
        return None

    def section(self, unit: str, anchor: str | None) -> str | None:  # noqa: ARG002
        """No address."""
        return None


def cited(course: Catalogue, cites: Iterable[str], links: Links) -> Markup:
    """The sources behind `cites` as HTML in brackets, or nothing where there are none."""
    return macro(course, "parts.html", "cited")(course, cites, links)

"""Where the static face may link to: a page of the book knows, a notebook on its own does not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from markupsafe import Markup

from counteroffer.course import Catalogue
from counteroffer.twin.templates import macro


class Links(Protocol):
    """Addresses for what a face refers to; None where there is no page to go to."""

    def source(self, anchor: str) -> str | None:
        """The address of a record in the bibliography."""
        ...

    def section(self, unit: str, anchor: str | None) -> str | None:
        """The address of a unit, or of a section of it."""
        ...


BIBLIOGRAPHY = "chapters/reference/bibliography"


class ExerciseLinks:
    """Addresses as seen from the book's page of a notebook in `exercises`."""

    def __init__(self, course: Catalogue) -> None:
        self._units = course.units()

    def source(self, anchor: str) -> str | None:
        """The address of a record in the bibliography."""
        return f"../{BIBLIOGRAPHY}.html#{anchor}"

    def section(self, unit: str, anchor: str | None) -> str | None:
        """The address of a unit, or of a section of it."""
        page = f"../{self._units[unit][0].document}.html"
        return f"{page}#{anchor}" if anchor else page


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

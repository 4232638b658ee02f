"""Explorers are drawn before any page is read; pages and notebooks then find them drawn."""

from __future__ import annotations

from sphinx.application import Sphinx

from counteroffer.book.course import course_of
from counteroffer.figures.every_explorer import explorers
from counteroffer.figures.kept import folder_of, frames_of


def setup(app: Sphinx) -> None:
    """Draw as soon as the course is loaded."""
    app.connect("builder-inited", _draw)


def _draw(app: Sphinx) -> None:
    if app.builder.format != "html":
        return
    course = course_of(app)
    for explorer in explorers(course).values():
        frames_of(explorer, folder_of(course.root))

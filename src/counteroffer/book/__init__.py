"""The Sphinx extension: a thin last layer that sets the course's parts into pages.

Directives `check`, `case`, `explorer`, `objectives`, `words`, `sources` and `record`; roles `cite` and `word`. Content is
read and checked before any page is written, so that a fault leaves the last good book in place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from counteroffer import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Register everything with Sphinx."""
    # the process that starts a build, and often finds the book made already, need not load Sphinx
    from counteroffer.book import (
        addresses,
        assets,
        citations,
        course,
        directives,
        epub,
        figures,
        languages,
        linkcheck,
        pages,
        search,
        shelf,
        theme,
        workshop,
        writing,
    )

    theme.setup(app)
    course.setup(app)
    addresses.setup(app)
    figures.setup(app)
    citations.setup(app)
    directives.setup(app)
    shelf.setup(app)
    workshop.setup(app)
    pages.setup(app)
    writing.setup(app)
    languages.setup(app)
    assets.setup(app)
    search.setup(app)
    linkcheck.setup(app)
    epub.setup(app)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}

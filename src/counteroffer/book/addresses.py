"""Addresses of the book's pages: what a builder makes of a document, for pages, for the learner's script and for what notebooks show."""

from __future__ import annotations

import re
from functools import lru_cache
from posixpath import dirname, normpath

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.util.osutil import relative_uri

from counteroffer.book.course import course_of

_FILE = re.compile(r'(?<= href=")(?P<document>[^"#:]+)\.md(?:#(?P<anchor>[^"]*))?(?=")')


@lru_cache(maxsize=4096)
def _within(folder: str, there: str) -> str:
    return relative_uri(f"{folder}/here" if folder else "here", there)


def seen_from(builder: Builder, here: str, there: str) -> str:
    """The address of document `there` as seen from document `here`; nothing where they are one."""
    return "" if here == there else _within(dirname(_address(builder, here)), _address(builder, there))


@lru_cache(maxsize=4096)
def _address(builder: Builder, document: str) -> str:
    return builder.get_target_uri(document)


class PageLinks:
    """Addresses as seen from one page of the book."""

    def __init__(self, builder: Builder, document: str) -> None:
        self._builder, self._document = builder, document
        self._course = course_of(builder.app)

    def document(self, document: str | None, anchor: str | None = None) -> str | None:
        """The address of a page of the book, or None when the book does not have it."""
        if document not in self._builder.env.found_docs:
            return None
        address = seen_from(self._builder, self._document, document)
        return f"{address}#{anchor}" if anchor else address or "#"

    def source(self, anchor: str) -> str | None:
        """The address of a record in the bibliography."""
        return self.document(self._course.page_of("", "sources"), anchor)

    def word(self, anchor: str) -> str | None:
        """The address of an entry of the glossary."""
        return self.document(self._course.page_of("", "words"), anchor)

    def section(self, unit: str, anchor: str | None) -> str | None:
        """The address of a unit, or of a section of it."""
        found = self._course.units().get(unit)
        return self.document(found[0].document, anchor) if found else None


def setup(app: Sphinx) -> None:
    """Look at what notebooks show before their pages are written."""
    app.connect("doctree-resolved", _in_notebooks)


def _in_notebooks(app: Sphinx, doctree: nodes.document, document: str) -> None:
    """A notebook's output names files of chapters (`NotebookLinks`), for it is made before any book."""
    if document not in course_of(app).notebooks:
        return
    links = PageLinks(app.builder, document)

    def address(match: re.Match[str]) -> str:
        return links.document(normpath(f"{dirname(document)}/{match['document']}"), match["anchor"]) or match[0]

    for raw in doctree.findall(nodes.raw):
        raw.children = [nodes.Text(_FILE.sub(address, raw.astext()))]

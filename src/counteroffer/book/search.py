"""The search index of a book that was built in steps, made equal to that of one built at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Tidy the index just before Sphinx writes it."""
    app.connect("html-collect-pages", _forget_lost_terms)


def _forget_lost_terms(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Sphinx keeps a term whose last page has lost it, with no page to lead to."""
    indexer = getattr(app.builder, "indexer", None)
    for mapping in (indexer._mapping, indexer._title_mapping) if indexer else ():  # noqa: SLF001 (it offers no other way)
        for term in [term for term, pages in mapping.items() if not pages]:
            del mapping[term]
    yield from ()

"""Words that matter: what they mean, who disputes them, what to say instead."""

from __future__ import annotations

from counteroffer.course.anchors import slug
from counteroffer.course.base import Cites, Model, Verbatim, Words


class Word(Model):
    """One entry of `assets/glossary.yml`."""

    term: Words
    also: list[Words] = []
    arabic: Verbatim | None = None
    transliteration: Verbatim | None = None
    plain: Words
    contested: Words | None = None
    use: Words | None = None
    avoid: Words | None = None
    cite: Cites = []

    @property
    def anchor(self) -> str:
        """The id of the entry on the glossary's page."""
        return f"word-{slug(self.base.term)}"

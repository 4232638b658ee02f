"""Words that matter: what they mean, who disputes them, what to say instead."""

from __future__ import annotations

from collections.abc import Iterable

from counteroffer.course.anchors import slug
from counteroffer.course.base import Cites, Model, Verbatim, Words
from counteroffer.course.diagnostics import Faults
from counteroffer.course.yamlfile import YamlFile


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


def check(words: Iterable[Word], file: YamlFile, faults: Faults) -> None:
    """Note each word that no link could lead to, or that shares its address with another."""
    lines = {str(one.get("term")).strip(): file.line((place, "term")) for place, one in enumerate(file.data) if isinstance(one, dict)}
    anchors: dict[str, str] = {}
    for term, anchor in dict.fromkeys((word.term, word.anchor) for word in words):
        remedy = "Write it otherwise, and this way in `also`."
        if not slug(term):
            message = f"The word `{term}` has none of the letters a to z, of which the address of its entry is made."
            faults.add(file.path, lines.get(term, 1), "word-anchor", message, remedy)
        elif anchors.get(anchor, term).lower() != term.lower():
            message = f"The word `{term}` has the address of the word `{anchors[anchor]}`."
            faults.add(file.path, lines.get(term, 1), "word-anchor", message, remedy)
        anchors.setdefault(anchor, term)

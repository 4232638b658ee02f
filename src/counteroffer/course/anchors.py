"""Texts as names: their first words, and the anchor of a heading."""

from __future__ import annotations

import re
import unicodedata


def first_words(text: str, most: int = 60) -> str:
    """The beginning of a text, cut at a word, for places that name it."""
    plain = re.sub(r"[*_`]", "", " ".join(text.split()))
    if len(plain) <= most:
        return plain
    return plain[:most].rsplit(" ", 1)[0].rstrip(",;:.") + " …"


def slug(title: str) -> str:
    """The anchor that docutils gives to a heading (its rule: ASCII letters and digits, all else a hyphen)."""
    ascii_only = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"^[-0-9]+|-+$", "", re.sub(r"[^a-z0-9]+", "-", ascii_only))

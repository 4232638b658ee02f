"""Markdown in YAML texts: emphasis and paragraphs, no links, no raw HTML."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("zero").enable(["emphasis", "entity", "escape", "newline"])


@lru_cache(maxsize=8192)
def paragraphs(text: str) -> str:
    """`text` as HTML, each blank-line-separated part a `<p>`."""
    return str(_MARKDOWN.render(text.strip()).strip().replace("\n", " "))


@lru_cache(maxsize=8192)
def inline(text: str) -> str:
    """`text` as HTML without a block around it."""
    return str(_MARKDOWN.renderInline(" ".join(text.split())))


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

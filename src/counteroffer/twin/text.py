"""Markdown in YAML texts as HTML: emphasis and paragraphs, no links, no raw HTML."""

from __future__ import annotations

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markupsafe import Markup

_RULES = ["emphasis", "entity", "escape", "newline"]
_MARKDOWN = MarkdownIt("zero").enable(_RULES)
_QUOTING = MarkdownIt("zero", {"typographer": True}).enable([*_RULES, "smartquotes"])
# A line that is HTML as it stands; most are, and a parser goes over each letter.
_PLAIN = re.compile(r"[^\\*_&<>\"]*")
_UNQUOTED = re.compile(r"[^\\*_&<>\"']*")


@lru_cache(maxsize=8192)
def paragraphs(text: str) -> Markup:
    """`text` as HTML, each blank-line-separated part a `<p>`."""
    return Markup(_MARKDOWN.render(text.strip()).strip().replace("\n", " "))  # noqa: S704 (Markdown without raw HTML)


@lru_cache(maxsize=8192)
def inline(text: str) -> Markup:
    """`text` as HTML without a block around it."""
    line = " ".join(text.split())
    return Markup(line if _PLAIN.fullmatch(line) else _MARKDOWN.renderInline(line))  # noqa: S704


@lru_cache(maxsize=8192)
def quoting(text: str) -> Markup:
    """`text` as HTML without a block around it, with the quotation marks of a book."""
    line = " ".join(text.split())
    return Markup(line if _UNQUOTED.fullmatch(line) else _QUOTING.renderInline(line))  # noqa: S704

"""Markdown in YAML texts as HTML: emphasis and paragraphs, no links, no raw HTML."""

from __future__ import annotations

from functools import lru_cache

from markdown_it import MarkdownIt
from markupsafe import Markup

_MARKDOWN = MarkdownIt("zero").enable(["emphasis", "entity", "escape", "newline"])


@lru_cache(maxsize=8192)
def paragraphs(text: str) -> Markup:
    """`text` as HTML, each blank-line-separated part a `<p>`."""
    return Markup(_MARKDOWN.render(text.strip()).strip().replace("\n", " "))  # noqa: S704 (Markdown without raw HTML)


@lru_cache(maxsize=8192)
def inline(text: str) -> Markup:
    """`text` as HTML without a block around it."""
    return Markup(_MARKDOWN.renderInline(" ".join(text.split())))  # noqa: S704

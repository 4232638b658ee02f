"""The texts that the search page looks through: every page's, parted at its headings, entries and rows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from counteroffer.book.course import course_of, for_browsers
from counteroffer.course.fingerprint import fingerprint
from counteroffer.course.kept import Kept
from counteroffer.web.bundle import asset

SCRIPT, TEXTS = "search.js", "search-texts.js"
# Of what a learner answers or decides, nothing is found that would tell it before, or that stands there to be wrong.
_HIDDEN = {"co-check", "co-decision", "co-ending", "co-debrief", "co-meters", "co-controls", "co-frame", "co-audit", "co-filters"}
_SHOWN_AGAIN = {"figcaption"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_HEADS = {"h1", "h2", "h3", "h4", "dt"}
_BLOCKS = {*_HEADS, "p", "li", "dd", "td", "th", "tr", "div", "caption", "summary"}

_DRAWN = re.compile(r"<(svg|script)\b.*?</\1>", re.DOTALL)
# The book's own pages are well formed; Python's parser of HTML, made for any page, took a fifth of the time of a build.
_TOKEN = re.compile(r"""(<!.*?>)|<(/?)([A-Za-z][\w-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|([^<]+|<)""", re.DOTALL)
_ATTRIBUTE = re.compile(r'''\s(class|id)="([^"]*)"''')

# heading, anchor and text of a part of a page
Passage = tuple[str, str, str]


def setup(app: Sphinx) -> None:
    """Leave Sphinx's search out and write ours."""
    app.connect("builder-inited", _without_sphinx)
    app.connect("html-collect-pages", _search_page)
    app.connect("build-finished", _write)


def _without_sphinx(app: Sphinx) -> None:
    app.builder.search = False  # type: ignore[attr-defined]


def _search_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    if for_browsers(app):
        yield "search", {}, "search.html"


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception or not for_browsers(app):
        return
    folder = Path(app.outdir)
    static = folder / "_static"
    (static / SCRIPT).write_text(asset(SCRIPT), encoding="utf-8")
    kept, ours = Kept(Path(app.srcdir) / "_build" / "search" / course_of(app).language.code), fingerprint([Path(__file__)])
    found = [
        [app.builder.get_target_uri(document), app.env.titles[document].astext(), _passages(_page(app, document), document, kept, ours)]
        for document in sorted(app.env.found_docs)
    ]
    told = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    (static / TEXTS).write_text(f"window.counterofferTexts={told};\n", encoding="utf-8")


def _page(app: Sphinx, document: str) -> str:
    return Path(app.builder.get_outfilename(document)).read_text(encoding="utf-8")  # type: ignore[attr-defined]


def _passages(page: str, document: str, kept: Kept, ours: str) -> Any:
    """The passages of a page, read only where its article is another than when it was last read by this code."""
    name, key = document.replace("/", "."), fingerprint((), ours, _article(page))
    found = kept.find(name, key)
    if found is None:
        kept.keep(name, key, found := passages_of(page))
    return found


def _article(page: str) -> str:
    found = re.search(r"<article\b.*?</article>", page, re.DOTALL)
    return found[0] if found else ""


def passages_of(page: str) -> list[Passage]:
    """The passages of a page's article, in order; the first has no anchor where nothing stands before it."""
    reader = _Reader()
    for _, closes, tag, given, text in _TOKEN.findall(_DRAWN.sub("", _article(page))):
        if text:
            reader.add(unescape(text))
        elif closes:
            reader.end(tag.lower())
        elif tag:
            reader.start(tag.lower(), dict(_ATTRIBUTE.findall(given)))
    return [(head, anchor, text) for head, anchor, text in reader.passages() if head or text]


class _Reader:
    """Parts a page at its headings, at the entries of lists of words, and at rows and entries that have an address."""

    def __init__(self) -> None:
        self._open: list[tuple[str, bool]] = []  # each open element, and whether it is left out
        self._near = ""  # the last id before a heading, which is its section's
        self._within: str | None = None  # the heading whose text is being read
        self._found: list[tuple[list[str], str, list[str]]] = [([], "", [])]

    def passages(self) -> list[Passage]:
        return [(_plain(head), anchor, _plain(text)) for head, anchor, text in self._found]

    def start(self, tag: str, given: dict[str, str]) -> None:
        """An element opens, with its class and its id."""
        if tag in _VOID:
            return
        classes = set(given.get("class", "").split())
        left_out = bool(self._open) and self._open[-1][1]
        left_out = (left_out and tag not in _SHOWN_AGAIN) or bool(classes & _HIDDEN)
        self._open.append((tag, left_out))
        if left_out:
            return
        anchor = unescape(given.get("id", ""))
        if tag in _HEADS or (tag in {"tr", "li"} and anchor):
            self._found.append(([], anchor or (self._near if tag in _HEADS else ""), []))
            self._within = tag if tag in _HEADS else None
        self._near = anchor or self._near
        if tag in _BLOCKS:
            self._add(" ")

    def end(self, tag: str) -> None:
        """An element closes, and those in it that were not closed."""
        while self._open:
            name, _ = self._open.pop()
            if name == self._within and name == tag:
                self._within = None
            if name == tag:
                break
        if tag in _BLOCKS:
            self._add(" ")

    def add(self, text: str) -> None:
        """Text stands here."""
        if not (self._open and self._open[-1][1]):
            self._add(text)

    def _add(self, text: str) -> None:
        head, _, body = self._found[-1]
        (head if self._within else body).append(text)


def _plain(parts: list[str]) -> str:
    return " ".join("".join(parts).split())

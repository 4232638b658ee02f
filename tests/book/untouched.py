"""What a translation has not reached: plain letters on a page that is built in the language made by rule."""

from __future__ import annotations

import re
from html.parser import HTMLParser

PLAIN = re.compile(r"[A-Za-z]{2,}")
# a place that a script fills in, the number of an outcome or objective
PLACE = re.compile(r"\{\w+\}|\bCO\d(?:\.[a-z])?\b")
SPOKEN = (
    "aria-label",
    "alt",
    "title",
    "placeholder",
    "aria-description",
    "aria-roledescription",
    "data-said",
    "data-title",
    "data-low",
    "data-high",
)
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# code and data are no language; what is marked keeps its own words
SILENT = {"script", "style", "pre", "code"}


class Untouched(HTMLParser):
    """Collects texts and spoken attributes with plain letters, but for those that keep their words in every language."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._lang = lang
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        kept = tag in SILENT or told.get("translate") == "no" or told.get("lang", self._lang) != self._lang
        kept = kept or bool(self._open and self._open[-1][1])
        if not kept:
            self.found += [f"{name}={told[name]}" for name in SPOKEN if PLAIN.search(PLACE.sub("", told.get(name, "")))]
        if tag not in VOID:
            self._open.append((tag, kept))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not (self._open and self._open[-1][1]) and PLAIN.search(PLACE.sub("", data)):
            self.found.append(data.strip())


def untouched(html: str, lang: str, *names: str) -> list[str]:
    """The texts of a page in `lang` with plain letters; `names` (the book's title) may stand anywhere."""
    reader = Untouched(lang)
    for name in names:
        html = html.replace(name, "")
    reader.feed(html)
    return reader.found

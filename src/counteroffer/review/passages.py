"""Pieces of text as rules see them: plain words, where each stands, and what is marked in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

_ABBREVIATIONS = r"(?<!\be\.g)(?<!\bi\.e)(?<!\bal)(?<!\bpp)(?<!\bDr)(?<!\bNo)(?<!\bSt)(?<!\bMr)(?<!\bvs)(?<!\b[A-Z])"
_SENTENCE_END = re.compile(rf"{_ABBREVIATIONS}[.!?]+[*_\"”’)]*\s+(?=[\"“‘*_(]*[A-Z0-9])")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<![\w*])\*[^*\s][^*]*\*(?![\w*])")


@dataclass(frozen=True)
class Mark:
    """Something marked in a passage. `kind`: cite, word, doc, link, quote (quotation marks or italics), strong."""

    kind: str
    start: int
    end: int
    target: str = ""


@dataclass(frozen=True)
class Passage:
    """A paragraph, list item, table cell, heading or YAML text.

    `kind` is `paragraph`, `item`, `cell`, `head`, `heading` or `title` in a chapter, and the key in a YAML file.
    `line` is where a waiver for it would point; `starts` pairs offsets in `text` with the lines on which they stand.
    `box` is the title of the admonition that it stands in, `row` the number of the table's row.
    """

    file: str
    line: int
    text: str
    kind: str
    starts: tuple[tuple[int, int], ...]
    marks: tuple[Mark, ...] = ()
    section: str = ""
    row: int = 0
    box: str = ""

    def line_at(self, offset: int) -> int:
        """The line on which the character at `offset` stands."""
        found = bisect_right([start for start, _ in self.starts], offset) - 1
        return self.starts[max(found, 0)][1] if self.starts else self.line

    def cites(self) -> list[str]:
        """Every fact id and source key that is cited in the passage, in order."""
        return [cite for mark in self.marks if mark.kind == "cite" for cite in mark.target.split()]

    def spans(self, *kinds: str) -> list[tuple[int, int]]:
        """Where the marks of some kinds stand."""
        return [(mark.start, mark.end) for mark in self.marks if mark.kind in kinds]

    def mentions(self, start: int, end: int) -> bool:
        """Whether the text from `start` to `end` is only mentioned: it stands in quotation marks or italics."""
        return any(first <= start and end <= last for first, last in self.spans("quote"))

    def blanked(self, *kinds: str) -> str:
        """The text with what is marked by `kinds` replaced by spaces, offsets unchanged."""
        text = self.text
        for start, end in self.spans(*kinds):
            text = text[:start] + " " * (end - start) + text[end:]
        return text

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the passage."""
        edges = [0, *(match.end() for match in _SENTENCE_END.finditer(self.text)), len(self.text)]
        return tuple(Sentence(self, a, b, i) for i, (a, b) in enumerate(pairwise(edges)) if self.text[a:b].strip())


@dataclass(frozen=True)
class Sentence:
    """One sentence of a passage, from `start` to `end`; the first has `index` 0."""

    passage: Passage
    start: int
    end: int
    index: int

    @property
    def text(self) -> str:
        """Its words, without citations."""
        return self.passage.text[self.start : self.end].strip()

    @property
    def line(self) -> int:
        """The line on which it begins."""
        return self.passage.line_at(self.start)

    def cites(self) -> list[str]:
        """What it cites. A citation that stands after the full stop still belongs to the sentence before it."""
        return [cite for mark in self.passage.marks if mark.kind == "cite" and self._holds(mark) for cite in mark.target.split()]

    def _holds(self, mark: Mark) -> bool:
        after_start = mark.start > self.start or (self.index == 0 and mark.start == self.start)
        return after_start and mark.start <= self.end

    def blanked(self, *kinds: str) -> str:
        """Its words with what is marked by `kinds` taken out."""
        return self.passage.blanked(*kinds)[self.start : self.end].strip()


def quotes(text: str) -> Iterator[Mark]:
    """A mark for each part of `text` in quotation marks or (in YAML texts) in single asterisks."""
    for match in _QUOTED.finditer(text):
        yield Mark("quote", match.start(), match.end())

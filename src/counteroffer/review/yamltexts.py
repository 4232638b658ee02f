"""The texts of YAML files as passages: everything that a learner may read in items, cases, glossary and explorers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from counteroffer.course.yamlfile import Place, YamlFile
from counteroffer.review.passages import Passage, quotes
from counteroffer.review.wordlists import read

_FOLDERS = (
    "exercises/",
    "assets/explorers/",
    "assets/figures/",
    "assets/timeline.yml",
    "assets/glossary.yml",
    "assets/objectives.yml",
    "assets/offer-audit.yml",
)


def read_texts(files: dict[str, YamlFile]) -> list[Passage]:
    """Every text of the files that learners read."""
    found: list[Passage] = []
    for name, file in files.items():
        if name.startswith(_FOLDERS):
            lines = file.text.splitlines()
            found += [_passage(name, file.line(place), text, place, lines) for place, text in _texts(file.data, ())]
    return found


def _texts(data: Any, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(data, str):
        yield place, data
    elif isinstance(data, list):
        for index, part in enumerate(data):
            yield from _texts(part, (*place, index))
    elif isinstance(data, dict):
        for key, part in data.items():
            if key not in read("texts")["not_text"]:
                yield from _texts(part, (*place, key))


def _passage(name: str, line: int, text: str, place: Place, lines: list[str]) -> Passage:
    key = next((str(part) for part in reversed(place) if isinstance(part, str)), "")
    return Passage(name, line, text, key, tuple(_starts(text, line, lines)), tuple(quotes(text)))


def _starts(text: str, first: int, lines: list[str]) -> Iterator[tuple[int, int]]:
    """Where each line of the file begins in a text that was folded together from several lines."""
    yield 0, first
    end: int | None = None
    for number, raw in enumerate(lines[first:], first + 1):
        part = raw.strip()
        if not part:
            continue
        at = text.find(part, end or 0)
        if at < 0 or (end is not None and at - end > 2):
            return
        yield at, number
        end = at + len(part)

"""The certification bank is published in the repository and is in nothing that learners are given."""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from counteroffer.course import Catalogue
from counteroffer.course.items import Item
from counteroffer.exam.bank import DEMONSTRATION, with_bank
from counteroffer.review.items.choices import texts

# shorter texts, such as "In autumn", stand in many places
_WORDS = 6
# a form of asking is no item
_FORMS = ("how well can each", "how well does each", "in which order")
_READ = {".html", ".js", ".json", ".txt", ".svg", ".css", ".xml", ".inv"}


@pytest.fixture(scope="module")
def bank(course: Catalogue) -> list[Item]:
    return [item for check in with_bank(course, course.root / DEMONSTRATION).checks.values() for item in check.items]


def test_the_bank_is_as_large_as_the_practice_bank(bank: list[Item]) -> None:
    assert len(bank) >= 180


@pytest.mark.slow
def test_no_page_or_script_of_the_book_holds_a_certification_item(book: Path, bank: list[Item]) -> None:
    raw = {path: path.read_text(encoding="utf-8", errors="ignore") for path in book.rglob("*") if path.suffix in _READ}
    assert len(raw) > 60
    everything = " | ".join(map(_plain, raw.values()))
    # what is looked for would be found
    assert "practice examination" in everything
    found = {f"{item.id}: {text}" for item in bank for text in _said(item) if not text.startswith(_FORMS) and text in everything}
    assert found == set()
    # ids stand between marks that are no part of them, whatever an id holds
    words = set(itertools.chain.from_iterable(re.findall(r"[\w-]+", text) for text in raw.values()))
    held = {part for word in words if "-" in word for part in _within(word)}
    assert "to-two-weak-points" in held
    assert [item.id for item in bank if item.id in held] == []


def test_the_book_keeps_no_file_of_the_bank(book: Path) -> None:
    assert [path for path in book.rglob("*") if path.suffix in {".yml", ".yaml"}] == []


def _said(item: Item) -> Iterator[str]:
    """What a candidate reads. Feedback is not among it: it may say what a unit says."""
    for text in texts(item):
        yield from _long(text)


def _long(text: str) -> Iterator[str]:
    for sentence in re.split(r"(?<=[.?!])\s+", text):
        words = _bare(sentence)
        if len(words.split()) >= _WORDS:
            yield words


def _within(word: str) -> Iterator[str]:
    """Every id that could stand in a word with hyphens, such as `item-an-id-situation`."""
    parts = word.split("-")
    for first, last in itertools.combinations(range(len(parts) + 1), 2):
        yield "-".join(parts[first:last])


def _plain(raw: str) -> str:
    text = raw.replace('\\"', '"').replace("\\n", " ")
    return _bare(html.unescape(re.sub(r"<[^>]+>", " ", text)))


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))

"""How an answer is written by hand, and how it is refused."""

from __future__ import annotations

import re

import pytest

from counteroffer.course.items import Response
from counteroffer.pilot.notation import read_answer
from counteroffer.pilot.sheet import Question

WRITTEN = [
    ("single", "b", "two"),
    ("single", " C. "[:2], "three"),
    ("multiple", "A C", ["one", "three"]),
    ("multiple", "ca", ["three", "one"]),
    ("ordering", "c; a, b", ["three", "one", "two"]),
    ("matching", "1C 2a", {"left": "three", "other": "one"}),
    ("judgement", "A4, B=2 C1", {"one": 4, "two": 2, "three": 1}),
    ("single", "  ", None),
]
MISWRITTEN = [
    ("single", "A B", "One option is asked for, and 2"),
    ("single", "D", "There is no 'D'"),
    ("multiple", "A A", "twice"),
    ("ordering", "A B", "2 of 3 entries"),
    ("matching", "C1", "'C1' cannot be read"),
    ("matching", "3A", "There is no '3'"),
    ("judgement", "A5", "'A5' cannot be read"),
    ("judgement", "A4 A3", "twice"),
]


def question(kind: str) -> Question:
    lefts = ["left", "other"] if kind == "matching" else []
    return Question(number=1, item="made", edition="0123456789", kind=kind, options=["one", "two", "three"], lefts=lefts)


@pytest.mark.parametrize(("kind", "text", "meant"), WRITTEN)
def test_an_answer_is_read_as_it_is_written(kind: str, text: str, meant: Response | None) -> None:
    assert read_answer(question(kind), text) == meant


@pytest.mark.parametrize(("kind", "text", "said"), MISWRITTEN)
def test_a_miswritten_answer_says_how_it_is_written(kind: str, text: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        read_answer(question(kind), text)

"""How an answer is written by hand: letters of options, with a number before them (pairs) or behind them (ratings)."""

from __future__ import annotations

import re
from collections.abc import Callable

from counteroffer.course.items import Response
from counteroffer.language import ENGLISH, message
from counteroffer.pilot.sheet import Question

_GAP = re.compile(r"[\s,;/+]+")
_LETTER, _PAIR, _RATED = re.compile(r"[A-Z]"), re.compile(r"(\d+)[:=-]?([A-Z])"), re.compile(r"([A-Z])[:=-]?([1-4])")


def read_answer(question: Question, text: str) -> Response | None:
    """The response that `text` means; None where nothing is written. Raises ValueError, saying what is wrong and how it is written."""
    parts = [part for part in _GAP.split(text.strip().upper()) if part]
    if not parts:
        return None
    options = {chr(65 + place): id_ for place, id_ in enumerate(question.options)}
    try:
        return _READERS[question.kind](question, parts, options)
    except KeyError as unknown:
        raise ValueError(f"There is no {unknown.args[0]!r} in question {question.number}. {how(question.kind)}") from None


def _one(_: Question, parts: list[str], options: dict[str, str]) -> Response:
    found = _letters(parts, options)
    if len(found) != 1:
        raise ValueError(f"One option is asked for, and {len(found)} are written. {how('single')}")
    return found[0]


def _several(_: Question, parts: list[str], options: dict[str, str]) -> Response:
    return _letters(parts, options)


def _order(_: Question, parts: list[str], options: dict[str, str]) -> Response:
    found = _letters(parts, options)
    if len(found) != len(options):
        raise ValueError(f"{len(found)} of {len(options)} entries are put in order. {how('ordering')}")
    return found


def _letters(parts: list[str], options: dict[str, str]) -> list[str]:
    """The ids behind letters, which may stand close together ("BDA")."""
    letters = "".join(parts)
    if len(set(letters)) != len(letters):
        raise ValueError("One letter is written twice.")
    return [options[letter] for letter in letters]


def _pairs(question: Question, parts: list[str], options: dict[str, str]) -> Response:
    lefts = {str(number): id_ for number, id_ in enumerate(question.lefts, 1)}
    return {lefts[number]: options[letter] for number, letter in _split(parts, _PAIR, "matching")}


def _ratings(_: Question, parts: list[str], options: dict[str, str]) -> Response:
    return {options[letter]: int(rating) for letter, rating in _split(parts, _RATED, "judgement")}


def _split(parts: list[str], pattern: re.Pattern[str], kind: str) -> list[tuple[str, str]]:
    found = []
    for part in parts:
        if not (match := pattern.fullmatch(part)):
            raise ValueError(f"{part!r} cannot be read. {how(kind)}")
        found.append((match[1], match[2]))
    if len({first for first, _ in found}) != len(found):
        raise ValueError("One of them is answered twice.")
    return found


_READERS: dict[str, Callable[[Question, list[str], dict[str, str]], Response]] = {
    "single": _one,
    "multiple": _several,
    "ordering": _order,
    "matching": _pairs,
    "judgement": _ratings,
}
EXAMPLES = {
    "single": message("Write one letter, such as B."),
    "multiple": message("Write each letter that belongs, such as A C."),
    "ordering": message("Write every letter, first to last, such as C A B."),
    "matching": message("Write a number and its letter each, such as 1C 2A 3B."),
    "judgement": message("Write a letter and its rating each, such as A4 B2 C1."),
}


def how(kind: str) -> str:
    """How an answer to a kind of item is written, in English, as files and messages to the leader say it."""
    return ENGLISH.say(EXAMPLES[kind])

"""The mark of a citation: a shape and a word that say how sure a claim is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from counteroffer.course.sureness import Sureness, abstract_only, sureness
from counteroffer.language import Language, Message, message

if TYPE_CHECKING:
    from counteroffer.course import Catalogue

_WORDS: dict[Sureness, Message] = {
    "agree": message("several sources agree"),
    "one": message("one source"),
    "each": message("one source each"),
    "disputed": message("disputed"),
    "ours": message("our judgement"),
}


class Mark(NamedTuple):
    """What a mark shows: its kind, its word, and whether only abstracts were read of what stands behind it."""

    sure: Sureness
    word: str
    abstract: bool = False


def mark(course: Catalogue, cites: Iterable[str]) -> Mark:
    """The mark of a citation of facts and sources."""
    cites = list(cites)
    sure = sureness(course.facts, cites)
    return Mark(sure, course.language.say(_WORDS[sure]), abstract_only(course.facts, cites))


def legend(language: Language) -> list[Mark]:
    """Every shape once, the surest first (`each` has the shape of `one`)."""
    return [Mark(sure, language.say(word)) for sure, word in _WORDS.items() if sure != "each"]

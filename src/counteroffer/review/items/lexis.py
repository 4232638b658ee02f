"""Words of items: tokens, content words, and crude stems, so that "settling" and "settle" are one word."""

from __future__ import annotations

import re
from functools import lru_cache

from counteroffer.review.wordlists import any_of, read

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
# Longest first; what is left must still be a word's beginning.
_ENDINGS = (
    "ations",
    "ation",
    "ances",
    "ance",
    "ments",
    "ment",
    "ings",
    "ing",
    "ions",
    "ion",
    "ies",
    "ied",
    "ers",
    "es",
    "ed",
    "er",
    "ly",
    "s",
    "e",
)
_SHORTEST_STEM = 3


def tokens(text: str) -> list[str]:
    """The words of a text in small letters."""
    return [one.lower().replace("’", "'") for one in _TOKEN.findall(text)]


@lru_cache(maxsize=8192)
def stemmed(word: str) -> str:
    """A word without its commonest English endings. No linguistics: it only has to treat forms of one word alike."""
    word = word.removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            return word[:-1] if len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "lsz" else word
    return word.removesuffix("y")


@lru_cache(maxsize=8192)
def content(text: str) -> frozenset[str]:
    """The stems of the words of a text that carry content."""
    return frozenset(ordered_content(text))


@lru_cache(maxsize=8192)
def ordered_content(text: str) -> tuple[str, ...]:
    """The stems of the words of a text that carry content, in their order."""
    small = _plain("function_words")
    return tuple(stemmed(word) for word in tokens(text) if word not in small and not word.isdigit())


def about(text: str) -> frozenset[str]:
    """The content of a question without its words of asking: what it is about."""
    return content(text) - frozenset(map(stemmed, _plain("asking_words")))


@lru_cache(maxsize=2)
def _plain(listed: str) -> frozenset[str]:
    return frozenset(read("items")[listed].split())


def unquoted(text: str) -> str:
    """A text without what stands in quotation marks, which is mentioned and not said."""
    return _QUOTED.sub(" ", text)


def count(text: str, listed: str) -> int:
    """How many words or phrases of a list in data/items.yml a text says."""
    return sum(1 for _ in any_of("items", listed).finditer(unquoted(text)))


def found(text: str, listed: str) -> str | None:
    """The first word or phrase of a list in data/items.yml that a text says."""
    match = any_of("items", listed).search(unquoted(text))
    return match[0] if match else None

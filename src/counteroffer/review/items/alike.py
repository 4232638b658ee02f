"""Items that are alike across two banks: who practised one would know the other.

Two items are alike when they rest on a fact in common, serve an objective in common, and are near in meaning and in wording.
Meaning is read by latent semantic analysis (Deerwester et al. 1990, Indexing by Latent Semantic Analysis): words that keep the same
company count as one. It alone takes two items of one form ("into which row …") for one, so wording is read beside it, in strings of four
letters. The limits were set on labelled pairs (`tests/review/items/pairs.yml`): as high as they can be without missing one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from counteroffer.course.items import Check, Item
from counteroffer.review.items.choices import texts

MEANING, WORDING = 0.33, 0.30
_DIMENSIONS = 100

Rows = np.ndarray[tuple[int, int], np.dtype[np.float64]]


class Pair(NamedTuple):
    """Two items of two banks, and how near they are in meaning and in wording, up to 1 each."""

    one: Item
    other: Item
    meaning: float
    wording: float


def lines(practice: Iterable[Check], bank: Iterable[Check]) -> Iterator[str]:
    """The pairs that are alike, a line each, the most alike first."""
    found = alike(_items(practice), _items(bank))
    near = f"meaning {MEANING:.2f} and wording {WORDING:.2f} or nearer, a fact and an objective in common"
    yield f"items alike across the banks ({near}): {len(found) or 'none'}"
    for pair in found:
        yield f"  {pair.one.id} and {pair.other.id}: meaning {pair.meaning:.2f}, wording {pair.wording:.2f}"


def alike(practice: Sequence[Item], bank: Sequence[Item]) -> list[Pair]:
    """Pairs of a practice item and one of the bank that are alike, the nearest in wording first."""
    if not practice or not bank:
        return []
    meant, worded = (
        rows[: len(practice)] @ rows[len(practice) :].T for rows in spaces([" ".join(texts(item)) for item in (*practice, *bank)])
    )
    close = [(int(i), int(j)) for i, j in np.argwhere((meant >= MEANING) & (worded >= WORDING)) if _shared(practice[i], bank[j])]
    return sorted((Pair(practice[i], bank[j], float(meant[i, j]), float(worded[i, j])) for i, j in close), key=lambda pair: -pair.wording)


def spaces(said: Sequence[str]) -> tuple[Rows, Rows]:
    """A row of length 1 for each text: in the space of what words mean among these texts, and in that of their letters."""
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.preprocessing import normalize

    words = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(said)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(4, 4), sublinear_tf=True).fit_transform(said)
    meant = TruncatedSVD(min(_DIMENSIONS, min(words.shape) - 1), random_state=0).fit_transform(words)
    return normalize(meant), letters.toarray()


def _shared(one: Item, other: Item) -> bool:
    return bool(set(one.cites()) & set(other.cites())) and bool(set(one.objectives) & set(other.objectives))


def _items(checks: Iterable[Check]) -> list[Item]:
    return [item for check in checks if check.mode == "practice" for item in check.items]

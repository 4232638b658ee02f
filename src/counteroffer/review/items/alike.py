"""Items that are alike across two banks: who practised one would know the other.

Two items are alike when they rest on a fact in common, serve an objective in common, and mean nearly the same. Meaning is
read by latent semantic analysis (Deerwester et al. 1990, Indexing by Latent Semantic Analysis): words that keep the same company count as one.
The limit was set on labelled pairs (`tests/review/items/fixtures/pairs.yml`): as high as it can be without missing one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from counteroffer.course.items import Check, Item
from counteroffer.review.items.choices import texts

LIMIT = 0.6
_DIMENSIONS = 100


class Pair(NamedTuple):
    """Two items of two banks, and how alike they are, up to 1."""

    one: Item
    other: Item
    likeness: float


def lines(practice: Iterable[Check], bank: Iterable[Check]) -> Iterator[str]:
    """The pairs that are alike, a line each, the most alike first."""
    found = alike(_items(practice), _items(bank))
    yield f"items alike across the banks (likeness of {LIMIT:.2f} and more, with a fact and an objective in common): {len(found) or 'none'}"
    for pair in found:
        yield f"  {pair.one.id} and {pair.other.id} {pair.likeness:.2f}"


def alike(practice: Sequence[Item], bank: Sequence[Item], limit: float = LIMIT) -> list[Pair]:
    """Pairs of a practice item and one of the bank that are alike, the most alike first."""
    if not practice or not bank:
        return []
    meant = meaning([" ".join(texts(item)) for item in (*practice, *bank)])
    likeness = meant[: len(practice)] @ meant[len(practice) :].T
    close = [(int(i), int(j)) for i, j in np.argwhere(likeness >= limit) if _shared(practice[i], bank[j])]
    return sorted((Pair(practice[i], bank[j], float(likeness[i, j])) for i, j in close), key=lambda pair: -pair.likeness)


def meaning(said: Sequence[str]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """A row of length 1 for each text, in a space of at most a hundred dimensions that these texts span."""
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.preprocessing import normalize

    counted = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(said)
    dimensions = min(_DIMENSIONS, min(counted.shape) - 1)
    return np.asarray(normalize(TruncatedSVD(dimensions, random_state=0).fit_transform(counted)))


def _shared(one: Item, other: Item) -> bool:
    return bool(set(one.cites()) & set(other.cites())) and bool(set(one.objectives) & set(other.objectives))


def _items(checks: Iterable[Check]) -> list[Item]:
    return [item for check in checks if check.mode == "practice" for item in check.items]

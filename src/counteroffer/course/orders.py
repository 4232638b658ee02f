"""Orders that look random and follow from a seed and from ids alone: a mended text moves nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations, permutations


def shuffled(seed: str, ids: Sequence[str]) -> list[str]:
    """`ids` in an order of the seed's: any of them."""
    return sorted(ids, key=lambda id_: _digest(seed, id_))


def half_in_order(seed: str, key: Sequence[str]) -> list[str]:
    """`key` mixed so that half of its pairs stand the right way round (with an odd number of pairs, half rounded up or down).

    So neither leaving what is shown nor turning it round gains anything, and every order that can be shown is as likely as its reverse.
    """
    return list(_half_in_order(seed, tuple(key)))


@lru_cache(maxsize=1024)
def _half_in_order(seed: str, key: tuple[str, ...]) -> tuple[str, ...]:
    pairs = len(key) * (len(key) - 1) // 2
    halves = {pairs // 2, pairs - pairs // 2}
    return min((one for one in permutations(key) if pairs_in_order(key, one) in halves), key=lambda one: _digest(seed, *one))


def pairs_in_order(key: Sequence[str], order: Sequence[str]) -> int:
    """How many pairs of `key` stand in `order` the right way round."""
    place = {id_: index for index, id_ in enumerate(order)}
    return sum(place[first] < place[second] for first, second in combinations(key, 2))


def _digest(*words: str) -> bytes:
    return hashlib.sha256("\n".join(words).encode()).digest()

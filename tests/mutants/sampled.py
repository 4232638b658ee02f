"""The seeded sample, and how a mutant fared."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from itertools import groupby, islice
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")


class Tried(NamedTuple):
    """A mutant: where it stands (`file:line`), what was changed, and whether a test noticed; `late` where the tests came to no end."""

    place: str
    change: str
    killed: bool
    late: bool = False


def sample(found: Iterable[T], place: Callable[[T], Any], most: int, seed: str, fit: Callable[[T], bool] = bool) -> list[T]:
    """At most so many of those that are fit, of each place in the code one at most, in the order of their places; the same for a seed."""
    dice = random.Random(seed)  # noqa: S311 (a sample, not a secret)
    places = [list(same) for _, same in groupby(sorted(found, key=place), key=place)]
    dice.shuffle(places)
    drawn = (next(filter(fit, dice.sample(same, len(same))), None) for same in places)
    return sorted(islice((one for one in drawn if one is not None), most), key=place)


def patience(seconds: float) -> float:
    """How many seconds a mutant's tests are given, where they take so many without one: a machine may be busy."""
    return 30 + 5 * seconds

"""The seeded sample, and how a mutant fared."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Tried(NamedTuple):
    """A mutant: where it stands (`file:line`), what was changed, and whether a test noticed."""

    place: str
    change: str
    killed: bool


def sample(found: Sequence[T], most: int, seed: str) -> list[T]:
    """At most so many, in their own order; the same for a seed."""
    dice = random.Random(seed)  # noqa: S311 (a sample, not a secret)
    chosen = set(dice.sample(range(len(found)), min(most, len(found))))
    return [one for place, one in enumerate(found) if place in chosen]

"""Who moves because others have moved: the threshold model of collective behaviour.

Source: Granovetter, "Threshold Models of Collective Behavior", American Journal of Sociology 83 (1978).
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations
from math import comb

import numpy as np
from numpy.typing import NDArray


def cascade(thresholds: NDArray[np.int64], sees: NDArray[np.bool_] | None = None, held: Collection[int] = ()) -> NDArray[np.int64]:
    """The round in which each person moves, from 1; 0 for those who never do.

    `thresholds`, shape (people,), is how many of the others each person must see to have moved before moving too. `sees`,
    shape (people, people), says whom the person of a row sees; without it everybody sees everybody. Those in `held` never
    move. Nobody goes back, so the town comes to rest, and where it rests does not depend on the order of moves.

    Raises ValueError for a `sees` that does not fit the people.
    """
    people = len(thresholds)
    seen = ~np.eye(people, dtype=bool) if sees is None else sees
    if seen.shape != (people, people):
        raise ValueError(f"{people} people need a square of {people} rows that says who sees whom, not {seen.shape}")
    free = np.ones(people, dtype=bool)
    free[list(held)] = False
    rounds = np.zeros(people, dtype=np.int64)
    for number in range(1, people + 1):
        moved = rounds > 0
        moving = free & ~moved & (seen @ moved.astype(np.int64) >= thresholds)
        if not moving.any():
            break
        rounds[moving] = number
    return rounds


def all_draws(thresholds: NDArray[np.int64], sees: NDArray[np.bool_], number: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """What holding `number` people drawn by lot may lead to: every set of them, and how many people move in each.

    Returns the sets, shape (draws, number), in the order of `itertools.combinations`, and the counts, shape (draws,). All
    draws are equally likely, so the counts are the whole distribution. Raises ValueError for a `number` that is not from 0
    to the number of people.
    """
    people = len(thresholds)
    if not 0 <= number <= people:
        raise ValueError(f"of {people} people, 0 to {people} can be drawn, not {number}")
    draws = np.array(list(combinations(range(people), number)), dtype=np.int64).reshape(comb(people, number), number)
    free = np.ones((len(draws), people), dtype=bool)
    np.put_along_axis(free, draws, values=False, axis=1)
    moved = np.zeros_like(free)
    watching = sees.T.astype(np.float32)
    # the draws in which somebody may still move
    moving = np.arange(len(draws))
    while len(moving):
        before = moved[moving]
        now = free[moving] & (before | (before.astype(np.float32) @ watching >= thresholds))
        moved[moving] = now
        moving = moving[(now != before).any(axis=1)]
    return draws, moved.sum(axis=1)

"""Intervals by resampling whole files: items of one file are written alike, so that they are no independent witnesses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

_DRAWS, _SEED = 2000, 20261128


def interval(values: Any, files: Sequence[str], level: float = 0.95) -> tuple[float, float]:
    """The percentile bootstrap interval of the mean of `values` (one an item), files drawn with replacement; the same every time."""
    names, place = np.unique(list(files), return_inverse=True)
    sums, sizes = np.bincount(place, weights=values), np.bincount(place)
    drawn = np.random.default_rng(_SEED).integers(len(names), size=(_DRAWS, len(names)))
    low, high = np.quantile(sums[drawn].sum(axis=1) / sizes[drawn].sum(axis=1), [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)

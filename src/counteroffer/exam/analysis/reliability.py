"""How far the scores of a form can be relied on: coefficient alpha with its interval, and the standard error of measurement."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.stats import f

from counteroffer.exam.analysis.answers import Array

FEWEST = 50
"""Below so many takers nothing of this is computed."""


@dataclass(frozen=True)
class Reliability:
    """`alpha` with its 95 % interval (Feldt 1965), and `sem` in marks."""

    alpha: float
    low: float
    high: float
    sem: float


def reliability(marks: Array) -> Reliability | None:
    """Of an array of candidates × items; None for few takers, a single item, or scores that do not differ."""
    takers, items = marks.shape
    if takers < FEWEST or items < 2 or marks.sum(axis=1).var() == 0:
        return None
    value = alpha(marks)
    free = takers - 1
    # of (1 − alpha in the population) ÷ (1 − alpha found), which is F with n − 1 and (n − 1)(k − 1) degrees
    low, high = (1 - (1 - value) * float(f.ppf(tail, free, free * (items - 1))) for tail in (0.975, 0.025))
    return Reliability(value, low, high, float(marks.sum(axis=1).std(ddof=1) * np.sqrt(1 - value)))


def alpha(marks: Array) -> float:
    """Coefficient alpha (Cronbach 1951); for marks of 0 and 1 it is KR-20."""
    items = marks.shape[1]
    return float(items / (items - 1) * (1 - marks.var(axis=0, ddof=1).sum() / marks.sum(axis=1).var(ddof=1)))

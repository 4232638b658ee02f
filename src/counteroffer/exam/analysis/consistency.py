"""Would a second form decide alike? Decision consistency and accuracy by Livingston and Lewis (1995).

The scores are brought to a test of so many equal right-or-wrong items as would be as reliable. True scores follow a beta
distribution of four parameters that fits the moments of what was seen (Lord 1965, Hanson 1991); where those come out beyond
0 or 1, an end is held there, and one moment fewer is fitted. Errors are binomial.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, comb, sqrt

import numpy as np
from scipy.integrate import quad
from scipy.optimize import brentq
from scipy.stats import beta, binom

from counteroffer.exam.analysis.answers import Array


@dataclass(frozen=True)
class Consistency:
    """Shares of candidates: decided alike by two forms, decided rightly by one; `kappa` is consistency beyond chance."""

    length: int
    consistency: float
    kappa: float
    accuracy: float
    passing: float


@dataclass(frozen=True)
class Beta:
    """A beta distribution from `low` to `high`."""

    a: float
    b: float
    low: float
    high: float


def consistency(scores: Array, reliability: float, most: float, cut: float) -> Consistency | None:
    """For scores from 0 to `most` and a cut score; None where the reliability, or the spread, is too small to say anything."""
    mean, variance = float(scores.mean()), float(scores.var(ddof=1))
    if not 0 < reliability < 1 or variance == 0 or not 0 < cut < most:
        return None
    length = round((mean * (most - mean) - reliability * variance) / (variance * (1 - reliability)))
    fitted = fit(scores / most * length, length) if length >= 4 else None
    if fitted is None:
        return None
    # a hair below, for a cut that falls on a whole score and a float beside it
    needed = ceil(cut / most * length - 1e-9)
    passes: Callable[[float], float] = lambda true: float(binom.sf(needed - 1, length, true))  # noqa: E731

    def over(value: Callable[[float], float], start: float = 0.0, end: float = 1.0) -> float:
        # the beta may have poles at its ends: over its own distribution function it has none
        return float(quad(lambda rank: value(_true(fitted, rank)), start, end, limit=200)[0])

    able = float(beta.cdf((cut / most - fitted.low) / (fitted.high - fitted.low), fitted.a, fitted.b))
    passing = over(passes)
    alike = over(lambda true: passes(true) ** 2 + (1 - passes(true)) ** 2)
    chance = passing**2 + (1 - passing) ** 2
    right = over(lambda true: 1 - passes(true), 0.0, able) + over(passes, able, 1.0)
    return Consistency(length, alike, (alike - chance) / (1 - chance), right, passing)


def fit(scores: Array, length: int) -> Beta | None:
    """The true scores behind scores on `length` binomial items; None where no beta distribution has such moments."""
    raw = [1.0, *(_factorial_moment(scores, order) / (comb(length, order) * _factorial(order)) for order in range(1, 5))]
    mean, variance = raw[1], raw[2] - raw[1] ** 2
    if variance <= 0:
        return None
    third = raw[3] - 3 * mean * raw[2] + 2 * mean**3
    fourth = raw[4] - 4 * mean * raw[3] + 6 * mean**2 * raw[2] - 3 * mean**4
    skew, kurtosis = third / variance**1.5, fourth / variance**2
    whole = _four(mean, variance, skew, kurtosis)
    if whole and whole.low >= 0 and whole.high <= 1:
        return whole
    return _three(mean, variance, skew, hold_high=whole is None or whole.high > 1) or _two(mean, variance, 0.0, 1.0)


def _true(fitted: Beta, rank: float) -> float:
    return float(fitted.low + (fitted.high - fitted.low) * beta.ppf(rank, fitted.a, fitted.b))


def _factorial(order: int) -> int:
    return int(np.prod(range(1, order + 1)))


def _factorial_moment(scores: Array, order: int) -> float:
    falling = np.ones_like(scores)
    for step in range(order):
        falling = falling * (scores - step)
    return float(falling.mean())


def _four(mean: float, variance: float, skew: float, kurtosis: float) -> Beta | None:
    """By the four moments, in closed form (Hanson 1991)."""
    divisor = 6 + 3 * skew**2 - 2 * kurtosis
    if divisor == 0:
        return None
    total = 6 * (kurtosis - skew**2 - 1) / divisor
    inner = 1 - 24 * (total + 1) / ((total + 2) * (total + 3) * kurtosis - 3 * (total - 6) * (total + 1))
    if total <= 0 or inner < 0:
        return None
    larger, smaller = total / 2 * (1 + sqrt(inner)), total / 2 * (1 - sqrt(inner))
    a, b = (larger, smaller) if skew < 0 else (smaller, larger)
    if min(a, b) <= 0:
        return None
    width = sqrt(variance * (a + b + 1)) * (a + b) / sqrt(a * b)
    low = mean - width * a / (a + b)
    return Beta(a, b, low, low + width)


def _two(mean: float, variance: float, low: float, high: float) -> Beta | None:
    """By mean and variance, the ends being given."""
    middle, spread = (mean - low) / (high - low), variance / (high - low) ** 2
    total = middle * (1 - middle) / spread - 1 if spread else 0.0
    return Beta(middle * total, (1 - middle) * total, low, high) if total > 0 and 0 < middle < 1 else None


def _three(mean: float, variance: float, skew: float, *, hold_high: bool) -> Beta | None:
    """By three moments, one end being held; None where no place of the other gives that skewness."""

    def beyond(end: float) -> float:
        found = _two(mean, variance, end, 1.0) if hold_high else _two(mean, variance, 0.0, end)
        return float(beta.stats(found.a, found.b, moments="s")) - skew if found else np.nan

    # the free end lies between its limit and where the variance is the most that a mean allows
    edge = variance / (1 - mean) if hold_high else variance / mean
    ends = (0.0, mean - edge - 1e-9) if hold_high else (mean + edge + 1e-9, 1.0)
    if ends[0] >= ends[1] or not beyond(ends[0]) * beyond(ends[1]) < 0:
        return None
    end = float(brentq(beyond, *ends))
    return _two(mean, variance, end, 1.0) if hold_high else _two(mean, variance, 0.0, end)

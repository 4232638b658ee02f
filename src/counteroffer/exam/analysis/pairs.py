"""Pairs of candidates who gave the same wrong answers more often than strangers would: a prompt to look, never a verdict."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from counteroffer.exam.analysis.answers import Array, Form
from counteroffer.exam.analysis.items import FEWEST

Flags = NDArray[np.bool_]
LIMIT = 0.01
"""A pair is named when among all pairs of its form less than one such is expected in a hundred sittings."""


@dataclass(frozen=True)
class Pair:
    """`same` wrong answers shared where strangers of their scores would share `expected`; `odds` that any pair of the form would."""

    form: str
    candidates: tuple[str, str]
    same: int
    expected: float
    odds: float


def identical_pairs(form: Form) -> list[Pair] | None:
    """Pairs to look at, the oddest first; None where the form has too few takers to know what wrong answers are common."""
    takers = len(form.candidates)
    if takers < FEWEST:
        return None
    wrong = np.array([[bool(response) for response in own] for own in form.responses]) & (form.marks < 1)
    codes = np.array([[hash(response) for response in own] for own in form.responses])
    same = np.zeros((takers, takers), dtype=int)
    for place in range(len(form.items)):
        same += (codes[:, None, place] == codes[None, :, place]) & wrong[:, None, place]
    common = _commonness(form, wrong)
    # who errs more often than the mean is more likely to err as another did
    errs = wrong.sum(axis=1) / max(wrong.sum(axis=1).mean(), 1e-9)
    likely = common.sum(axis=1)[:, None] * errs[None, :]
    # most pairs are plainly no odder than chance, and need no sum over all that might have been
    odd = np.argwhere(np.triu(same > np.maximum(likely, likely.T) + 3, 1))
    pairs = takers * (takers - 1) // 2
    found = [_pair(form, (int(one), int(other)), int(same[one, other]), (wrong, common, errs), pairs) for one, other in odd]
    return sorted((pair for pair in found if pair.odds < LIMIT), key=lambda pair: pair.odds)


def _commonness(form: Form, wrong: Flags) -> Array:
    """For each candidate and item, the share of the others who gave the same wrong response."""
    share = np.zeros(form.marks.shape)
    for place in range(len(form.items)):
        times = Counter(own[place] for own, is_wrong in zip(form.responses, wrong[:, place], strict=True) if is_wrong)
        for candidate, own in enumerate(form.responses):
            if wrong[candidate, place]:
                share[candidate, place] = (times[own[place]] - 1 + 0.5) / len(form.candidates)
    return share


def _pair(form: Form, pair: tuple[int, int], same: int, known: tuple[Flags, Array, Array], pairs: int) -> Pair:
    wrong, common, errs = known
    one, other = pair
    # looked at from either side; the side on which it is less surprising counts
    sides = [np.minimum(0.95, common[a][wrong[a]] * errs[b]) for a, b in ((one, other), (other, one))]
    tails = [_tail(chances, same) for chances in sides]
    likelier = int(np.argmax(tails))
    names = form.candidates[one], form.candidates[other]
    return Pair(form.name, names, same, float(sides[likelier].sum()), min(1.0, pairs * tails[likelier]))


def _tail(chances: Array, least: int) -> float:
    """That at least so many of independent events happen, each with its own chance."""
    counts = np.ones(1)
    for chance in chances:
        counts = np.convolve(counts, [1 - chance, chance])
    return float(counts[least:].sum())

"""What an answer earns: the one definition of marks, as exact fractions.

A single is right or not. Every other kind starts where the best thoughtless answer ends: with `raw` the share of an item
that a response gets right, and `floor` what the best of the item's constant answers gets (all options ticked, one rating for
every act, one partner for every line, the entries left as they were shown), the mark is (raw − floor) ÷ (1 − floor), and
never below 0. The learner's script marks by the same scheme (`Item.scheme`), and shared examples hold it to this.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import floor
from typing import Any

from counteroffer.course.items import Item, Response, Scheme, kinds


def mark(item: Item, response: Response | None) -> Fraction:
    """What `response` earns on `item`, from 0 to 1. No response, and one of the wrong shape, are worth 0."""
    return marked(item.kind, scheme_of(item), response)


def marked(kind: str, scheme: Scheme, response: Any) -> Fraction:
    """As `mark`, by a scheme alone."""
    return _above(Fraction(*scheme["floor"]), kinds()[kind].raw(scheme, response))


def _above(least: Fraction, raw: Fraction) -> Fraction:
    return max(Fraction(0), (raw - least) / (1 - least))


def scheme_of(item: Item) -> Scheme:
    """All that marking needs to know of an item, ready for JSON; `floor` is a pair: numerator, denominator."""
    scheme = item.scheme()
    raw = kinds()[item.kind].raw
    floor = max((raw(scheme, constant) for constant in item.constants()), default=Fraction(0))
    return {**scheme, "floor": [floor.numerator, floor.denominator]}


def expected_random(item: Item) -> Fraction:
    """The mark that an answer drawn at random from all complete ones can expect."""
    told = item.model_dump_json()
    if told not in _expected:
        _expected[told] = _enumerated(item)
    return _expected[told]


# a build asks three times: for the forms, for the page that draws one, and for the learner's script
_expected: dict[str, Fraction] = {}


def _enumerated(item: Item) -> Fraction:
    floor, shares = Fraction(*scheme_of(item)["floor"]), item.shares()
    return sum((times * _above(floor, share) for share, times in shares.items()), Fraction(0)) / shares.total()


def expected_of(items: Iterable[Item]) -> Fraction:
    """The share of a form's marks that answers at random can expect, from 0 to 1."""
    return _mean(expected_random(item) for item in items)


def _mean(marks: Iterable[Fraction]) -> Fraction:
    found = list(marks)
    return sum(found, Fraction(0)) / len(found) if found else Fraction(0)


def percents(score: Fraction, cut: Fraction) -> tuple[str, str]:
    """A score and what passes, as they are told: never more than was earned, and with as many decimals as it takes to see who has passed."""
    digits, told = 0, (floor(100 * score), floor(100 * cut))
    while (told[0] >= told[1]) != (score >= cut):
        digits += 1
        told = floor(100 * 10**digits * score), floor(100 * 10**digits * cut)
    return f"{told[0] / 10**digits:.{digits}f}", f"{told[1] / 10**digits:.{digits}f}"

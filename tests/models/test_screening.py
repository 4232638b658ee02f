"""Bayes by hand, in whole fractions."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.models.screening import screen
from counteroffer.models.whole_people import whole


def test_bayes_by_hand() -> None:
    # 1,000 people, 20 dangerous: 16 of 20 found; of the 980 others one in ten flagged, 98. So 16 of 114, 8 in 57.
    screened = screen(1000, Fraction(1, 50), Fraction(8, 10), Fraction(9, 10))
    assert (screened.found, screened.missed, screened.wrongly_flagged, screened.rightly_passed) == (16, 4, 98, 882)
    assert screened.meaning == Fraction(8, 57)


shares = st.fractions(0, 1, max_denominator=50)


@given(st.integers(1, 5000), shares, shares, shares)
def test_nobody_is_lost_and_the_rule_is_bayes(people: int, base: Fraction, sensitivity: Fraction, specificity: Fraction) -> None:
    screened = screen(people, base, sensitivity, specificity)
    assert screened.found + screened.missed + screened.wrongly_flagged + screened.rightly_passed == people
    flagged = sensitivity * base + (1 - specificity) * (1 - base)
    if flagged:
        assert screened.meaning == sensitivity * base / flagged


def test_a_share_is_between_0_and_1() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        screen(1000, 5, 0.8, 0.9)


@given(st.lists(st.floats(0, 1000), min_size=1, max_size=8))
def test_whole_people_keep_their_sum(parts: list[float]) -> None:
    counted = whole(parts)
    assert sum(counted) == round(sum(parts))
    assert all(abs(number - part) < 1.001 for number, part in zip(counted, parts, strict=True))

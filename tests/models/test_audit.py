"""Gaps and the widest of them, for whatever marks a learner gives."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.models.audit import MOST, gaps, widest

marks = st.none() | st.integers(0, 4)
rows = st.lists(st.tuples(marks, marks), max_size=12)


def sides(pairs: list[tuple[int | None, int | None]]) -> tuple[list[int | None], list[int | None]]:
    return [their for their, _ in pairs], [our for _, our in pairs]


@given(rows)
def test_a_gap_is_theirs_less_ours_and_unknown_where_a_side_is(pairs: list[tuple[int | None, int | None]]) -> None:
    for (their, our), step in zip(pairs, gaps(*sides(pairs)), strict=True):
        if their is None or our is None:
            assert math.isnan(step)
        else:
            assert step == their - our


@given(rows)
def test_the_widest_are_those_behind_by_most_and_equal_ones_keep_their_order(pairs: list[tuple[int | None, int | None]]) -> None:
    steps = gaps(*sides(pairs))
    found = widest(steps)
    behind = [place for place, (their, our) in enumerate(pairs) if their is not None and our is not None and their > our]
    assert found == sorted(behind, key=lambda place: (-steps[place], place))[:MOST]


@given(rows, marks)
def test_a_row_with_an_unknown_side_changes_nothing(pairs: list[tuple[int | None, int | None]], mark: int | None) -> None:
    longer = [*pairs, (None, mark), (mark, None)]
    assert widest(gaps(*sides(longer))) == widest(gaps(*sides(pairs)))


def test_sides_of_unequal_length_are_refused() -> None:
    with pytest.raises(ValueError, match="2 rows on their side and 1 on ours"):
        gaps([1, 2], [1])

"""The window: people come late, and nobody is lost."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.models.window import arrivals, window


@given(st.floats(1, 5000), st.integers(1, 200), st.floats(0.5, 200), st.floats(0.5, 365))
def test_people_are_conserved_every_day(people: float, days: int, intake: float, patience: float) -> None:
    course = window(people, days, intake, patience)
    assert np.allclose(course.arrived, course.taken_in + course.gave_up + course.waiting)
    assert course.arrived[-1] == pytest.approx(people)
    assert course.waiting[-1] == pytest.approx(0, abs=1e-6)
    for counted in (course.arrived, course.taken_in, course.gave_up):
        assert (np.diff(counted) >= 0).all()
    assert (np.diff(course.taken_in) <= intake + 1e-9).all()
    assert (course.waiting >= 0).all()
    assert len(course.arrived) > days


def test_people_come_as_one_over_the_days_left() -> None:
    # by hand: 1/4 : 1/3 : 1/2 : 1 is 3 : 4 : 6 : 12
    assert arrivals(250, 4) == pytest.approx([30, 40, 60, 120])


def test_an_office_that_is_large_enough_keeps_nobody_waiting() -> None:
    course = window(250, 4, 120, 10)
    assert course.taken_in[-1] == pytest.approx(250)
    assert course.waiting == pytest.approx(0, abs=1e-6)
    assert len(course.arrived) == 5


def test_a_small_office_by_hand() -> None:
    # two days, 1/2 : 1 of 30 people; 8 a day; nearly nobody gives up
    course = window(30, 2, 8, 1e9)
    assert course.arrived.tolist() == pytest.approx([0, 10, 30, 30, 30])
    assert course.taken_in.tolist() == pytest.approx([0, 8, 16, 24, 30])
    assert course.waiting.tolist() == pytest.approx([0, 2, 14, 6, 0], abs=1e-6)


@pytest.mark.parametrize("wrong", [(0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 0, 1), (1, 1, 1, 0)])
def test_what_is_not_above_0_is_refused(wrong: tuple[float, int, float, float]) -> None:
    with pytest.raises(ValueError, match="above 0"):
        window(*wrong)

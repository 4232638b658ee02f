"""The window: people come late, what length costs is counted, and nobody is lost."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.models.window import arrivals, window

# everybody hears of it at once; nobody gives up
AT_ONCE, FOR_EVER = 1e-9, 1e9


@given(st.floats(1, 5000), st.integers(1, 200), st.floats(0.5, 200), st.floats(0.5, 365), st.floats(0.1, 60))
def test_people_are_conserved_every_day(people: float, days: int, intake: float, patience: float, ready: float) -> None:
    course = window(people, days, intake, patience, ready)
    assert np.allclose(course.arrived, course.taken_in + course.gave_up + course.waiting)
    assert course.arrived[-1] + course.stopped_believing + course.too_late == pytest.approx(people)
    assert min(course.stopped_believing, course.too_late) >= -1e-9
    assert 0 <= course.seen <= course.working_days
    assert course.waiting[-1] == pytest.approx(0, abs=1e-6)
    for counted in (course.arrived, course.taken_in, course.gave_up):
        assert (np.diff(counted) >= 0).all()
    assert (np.diff(course.taken_in) <= intake + 1e-9).all()
    assert (course.waiting >= 0).all()
    assert course.working_days >= days


def test_people_come_as_one_over_the_days_left() -> None:
    # by hand: 1/4 : 1/3 : 1/2 : 1 is 3 : 4 : 6 : 12
    assert arrivals(250, 4) == pytest.approx([30, 40, 60, 120])


def test_an_office_that_is_large_enough_keeps_nobody_waiting() -> None:
    course = window(250, 4, 120, FOR_EVER, AT_ONCE)
    assert course.taken_in[-1] == pytest.approx(250)
    assert course.waiting == pytest.approx(0, abs=1e-6)
    assert course.working_days == 4
    # until the close: 30 people for three days, 40 for two, 60 for one, 120 come on the last
    assert course.seen == pytest.approx((30 * 3 + 40 * 2 + 60) / 250)


def test_a_small_office_by_hand() -> None:
    # two days, 1/2 : 1 of 30 people; 8 a day
    course = window(30, 2, 8, FOR_EVER, AT_ONCE)
    assert course.arrived.tolist() == pytest.approx([0, 10, 30, 30, 30])
    assert course.taken_in.tolist() == pytest.approx([0, 8, 16, 24, 30])
    assert course.waiting.tolist() == pytest.approx([0, 2, 14, 6, 0], abs=1e-6)
    # 10 people until the close, then 14 and 6 who still wait
    assert course.seen == pytest.approx((10 + 14 + 6) / 30)


def test_belief_and_time_to_get_ready_by_hand() -> None:
    # half are ready by the close of two days; on the second day half of the rest still believe: 5 on the first, 10 / 2 on the last
    course = window(30, 2, 100, 1 / np.log(2), 2 / np.log(2))
    assert course.too_late == pytest.approx(15)
    assert course.arrived.tolist() == pytest.approx([0, 5, 10])
    assert course.stopped_believing == pytest.approx(5)


@given(st.integers(1, 60), st.floats(1, 90))
def test_a_longer_window_closes_on_fewer_and_is_believed_less(days: int, patience: float) -> None:
    shorter, longer = (window(600, length, 20, patience, 10) for length in (days, days + 1))
    assert longer.too_late < shorter.too_late
    assert longer.stopped_believing > shorter.stopped_believing


@pytest.mark.parametrize("wrong", [(0, 1, 1, 1, 1), (1, 0, 1, 1, 1), (1, 1, 0, 1, 1), (1, 1, 1, 0, 1), (1, 1, 1, 1, 0)])
def test_what_is_not_above_0_is_refused(wrong: tuple[float, int, float, float, float]) -> None:
    with pytest.raises(ValueError, match="above 0"):
        window(*wrong)

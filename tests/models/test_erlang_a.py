"""The queue with abandonment against the closed form, and against people sent through it one by one."""

from __future__ import annotations

import heapq
import math
import random
from collections import deque

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.models.erlang_a import wait_of_all, waiting_line

# arrivals, places, stay, patience: roomy, tight, overrun, tiny, large
QUEUES = [(30, 160, 4, 3), (30, 120, 4, 1), (60, 80, 4, 6), (2, 1, 1, 2), (300, 290, 1, 0.1)]


def lower_gamma(x: float, y: float) -> float:
    """The incomplete gamma function (integral of t^(x-1) e^-t from 0 to y) over y^x e^-y, by Simpson's rule in t = y s; x is at least 1."""
    grid = np.linspace(0, 1, 200_001)[1:]
    # y^x e^-y taken out of the integrand: s^(x-1) e^(y (1 - s))
    values = np.exp((x - 1) * np.log(grid) + y * (1 - grid))
    first = 0.0 if x > 1 else values[0]
    step = grid[1] - grid[0]
    return float((first + 4 * values[:-1:2].sum() + 2 * values[1:-1:2].sum() + values[-1]) * step / 3)


def closed_form(arrivals: float, places: int, stay: float, patience: float) -> tuple[float, float, float]:
    """P(wait), P(give up) and the mean queue of Erlang A, through Erlang B and the incomplete gamma function."""
    serving, leaving = places / stay, 1 / patience
    blocked = 1.0
    for number in range(1, places + 1):
        blocked = arrivals * stay * blocked / (number + arrivals * stay * blocked)
    x, y = serving / leaving, arrivals / leaving
    spread = x * lower_gamma(x, y)
    waits = spread * blocked / (1 + (spread - 1) * blocked)
    load = arrivals / serving
    gives_up = waits * (1 / (load * spread) + 1 - 1 / load)
    return waits, gives_up, gives_up * arrivals / leaving


@pytest.mark.parametrize("queue", QUEUES, ids=str)
def test_agrees_with_the_closed_form(queue: tuple[float, int, float, float]) -> None:
    line = waiting_line(*queue)
    waits, gives_up, mean = closed_form(*queue)
    assert 1 - line.at_once == pytest.approx(waits, rel=1e-6, abs=1e-9)
    assert line.gave_up == pytest.approx(gives_up, rel=1e-6, abs=1e-9)
    assert line.waiting == pytest.approx(mean, rel=1e-6, abs=1e-9)


def simulate(arrivals: float, places: int, stay: float, patience: float, people: int) -> tuple[float, float, float, float]:
    """Shares of at once, after a wait and given up, and the mean wait of those who waited and got in."""
    dice = random.Random(20)  # noqa: S311
    now, free = 0.0, places
    leaving: list[float] = []
    line: deque[tuple[float, float]] = deque()
    at_once, waits, gave_up = 0, [], 0
    warm = people // 10
    for person in range(people + warm):
        now += dice.expovariate(arrivals)
        while leaving and leaving[0] <= now:
            moment = heapq.heappop(leaving)
            free += 1
            while line:
                came, until = line.popleft()
                if until > moment:
                    heapq.heappush(leaving, moment + dice.expovariate(1 / stay))
                    free -= 1
                    waits.append(moment - came)
                    break
                gave_up += 1
        if person == warm:
            at_once, waits, gave_up = 0, [], 0
        if free and not line:
            at_once += 1
            free -= 1
            heapq.heappush(leaving, now + dice.expovariate(1 / stay))
        else:
            line.append((now, now + dice.expovariate(1 / patience)))
    counted = at_once + len(waits) + gave_up
    return at_once / counted, len(waits) / counted, gave_up / counted, sum(waits) / len(waits)


@pytest.mark.parametrize("queue", [(30, 120, 4, 3), (60, 120, 4, 1), (2, 1, 1, 0.5)], ids=str)
def test_agrees_with_people_sent_through_one_by_one(queue: tuple[float, int, float, float]) -> None:
    """Tolerance: 0.02 of all people, and 5 % of the wait; the simulation's own error with 100,000 people is below half of that."""
    line = waiting_line(*queue)
    at_once, after_wait, gave_up, wait = simulate(*queue, people=100_000)
    assert line.at_once == pytest.approx(at_once, abs=0.02)
    assert line.after_wait == pytest.approx(after_wait, abs=0.02)
    assert line.gave_up == pytest.approx(gave_up, abs=0.02)
    assert line.wait == pytest.approx(wait, rel=0.05)


def offered_wait(arrivals: float, places: int, stay: float, patience: float, people: int) -> float:
    """Mean wait until a place would be free for each person who finds none, whether or not that person holds on so long.

    First come, first served: the next place is the first of all that falls free, and only those who hold on take it.
    """
    dice = random.Random(21)  # noqa: S311
    now, free, waits = 0.0, [0.0] * places, []
    for person in range(people + people // 10):
        now += dice.expovariate(arrivals)
        wait = max(free[0] - now, 0.0)
        if wait and person >= people // 10:
            waits.append(wait)
        if dice.expovariate(1 / patience) > wait:
            heapq.heapreplace(free, now + wait + dice.expovariate(1 / stay))
    return sum(waits) / len(waits)


@pytest.mark.parametrize("queue", [(30, 120, 4, 3), (60, 120, 4, 1), (2, 1, 1, 0.5)], ids=str)
def test_the_wait_of_one_who_never_gives_up_agrees_with_people_sent_through(queue: tuple[float, int, float, float]) -> None:
    assert waiting_line(*queue).offered == pytest.approx(offered_wait(*queue, people=100_000), rel=0.05)


@pytest.mark.parametrize(("arrivals", "places", "stay"), [(10, 80, 4), (18, 80, 4), (0.5, 1, 1)])
def test_where_nobody_gives_up_both_waits_are_that_of_a_queue_without_giving_up(arrivals: float, places: int, stay: float) -> None:
    line = waiting_line(arrivals, places, stay, patience=1e4)
    assert line.offered == pytest.approx(wait_of_all(arrivals, places, stay), rel=1e-3)
    assert line.wait == pytest.approx(wait_of_all(arrivals, places, stay), rel=1e-3)


def test_without_giving_up_a_door_that_is_too_small_has_no_end_of_waiting() -> None:
    assert wait_of_all(20, 80, 4) == wait_of_all(30, 80, 4) == math.inf
    with pytest.raises(ValueError, match="above 0"):
        wait_of_all(0, 80, 4)


def test_the_wait_of_those_who_get_in_falls_as_people_give_up_sooner_while_as_many_are_lost() -> None:
    soon, late = (waiting_line(30, 80, 4, patience) for patience in (0.5, 6))
    assert soon.wait < late.wait / 5
    assert soon.gave_up >= late.gave_up


positive = st.floats(0.05, 50)


@given(positive, st.integers(1, 300), positive, positive)
def test_nobody_is_lost_and_little_holds(arrivals: float, places: int, stay: float, patience: float) -> None:
    line = waiting_line(arrivals, places, stay, patience)
    assert line.at_once + line.after_wait + line.gave_up == pytest.approx(1)
    # people give up at the rate at which those who wait lose patience
    assert line.gave_up * arrivals == pytest.approx(line.waiting / patience, rel=1e-6, abs=1e-9)
    assert math.isfinite(line.wait)
    assert line.wait <= line.offered * (1 + 1e-9), "who got in waited no longer than somebody who never gives up would"


@given(positive, st.integers(1, 300), positive, positive)
def test_a_further_place_never_hurts(arrivals: float, places: int, stay: float, patience: float) -> None:
    fewer, more = (waiting_line(arrivals, number, stay, patience) for number in (places, places + 1))
    assert more.gave_up <= fewer.gave_up + 1e-12


@pytest.mark.parametrize("wrong", [(0, 1, 1, 1), (1, 0, 1, 1), (1, 1, -1, 1), (1, 1, 1, 0)])
def test_what_is_not_above_0_is_refused(wrong: tuple[float, int, float, float]) -> None:
    with pytest.raises(ValueError, match="above 0"):
        waiting_line(*wrong)

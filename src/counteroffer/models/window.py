"""A window that closes on a day: people come, most of them late, and an office takes in so many a day.

How people come before a deadline: Alfi, Parisi and Pietronero, "Conference registration: how people react to a deadline",
Nature Physics 3 (2007): the pressure to act grows as one over the time that is left.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# what rounding leaves of people who all got in
_NOBODY = 1e-9


@dataclass(frozen=True)
class Course:
    """People counted from the opening at the end of each day, day 0 being the eve; the last day is the one when nobody waits any more.

    On every day those who arrived are those taken in, those who gave up and those who wait.
    """

    arrived: NDArray[np.float64]
    taken_in: NDArray[np.float64]
    gave_up: NDArray[np.float64]
    waiting: NDArray[np.float64]


def arrivals(people: float, days: int) -> NDArray[np.float64]:
    """How many of `people` come on each of the `days` of a window: in proportion to one over the days left, today among them."""
    pressure: NDArray[np.float64] = 1 / np.arange(days, 0, -1)
    coming: NDArray[np.float64] = people * pressure / pressure.sum()
    return coming


def window(people: float, days: int, intake: float, patience: float) -> Course:
    """A window of `days` for `people`, with an `intake` a day; who waits overnight gives up after `patience` days on average.

    The office goes on after the close until nobody waits. Raises ValueError for an argument that is not above 0.
    """
    if min(people, days, intake, patience) <= 0:
        raise ValueError("people, days, intake and patience must all be above 0")
    coming = arrivals(people, days)
    going = 1 - np.exp(-1 / patience)
    counts = [(0.0, 0.0, 0.0, 0.0)]
    day, waiting = 0, 0.0
    while day < days or waiting > _NOBODY:
        arrived, taken_in, gave_up, waiting = counts[-1]
        come = coming[day] if day < days else 0.0
        taken = min(waiting + come, intake)
        left = waiting + come - taken
        gone = left * going
        waiting = left - gone
        counts.append((arrived + come, taken_in + taken, gave_up + gone, waiting))
        day += 1
    return Course(*np.array(counts).T)

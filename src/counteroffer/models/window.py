"""A window that closes on a day: what its length does to those who may come, and what it costs.

How people come before a deadline: Alfi, Parisi and Pietronero, "Conference registration: how people react to a deadline",
Nature Physics 3 (2007): the pressure to act grows as one over the time that is left. All else is our own choice: people need
a random time to hear of the window and get ready, and give up on its promise after a random time (both exponential).
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

    On every day those who arrived are those taken in, those who gave up and those who wait. At the end those who arrived,
    stopped believing and came too late are all the people there were.
    """

    days: int
    """Days from opening to close."""
    arrived: NDArray[np.float64]
    taken_in: NDArray[np.float64]
    gave_up: NDArray[np.float64]
    """Came, and gave up in the queue."""
    waiting: NDArray[np.float64]
    stopped_believing: float
    """Would have come by the close, and gave up on the promise before their day."""
    too_late: float
    """Had not heard of the window, or were not ready, when it closed."""

    @property
    def working_days(self) -> int:
        """Days on which the office works: the window, and after it until nobody waits."""
        return len(self.arrived) - 1

    @property
    def seen(self) -> float:
        """Days, on average, from the day on which somebody comes until the window has closed and they no longer wait; 0 if nobody comes.

        Until the close all who came count, wherever they are: others still decide, so harm to somebody who came can still
        hold others back. After it those count who wait outside.
        """
        came = float(self.arrived[-1])
        person_days = float(self.arrived[1 : self.days].sum() + self.waiting[self.days :].sum())
        return person_days / came if came else 0.0


def arrivals(people: float, days: int) -> NDArray[np.float64]:
    """How many of `people` come on each of the `days` of a window: in proportion to one over the days left, today among them."""
    pressure: NDArray[np.float64] = 1 / np.arange(days, 0, -1)
    coming: NDArray[np.float64] = people * pressure / pressure.sum()
    return coming


def window(people: float, days: int, intake: float, patience: float, ready: float) -> Course:
    """A window of `days` for `people`, with an `intake` a day.

    People hear of it and get ready in `ready` days on average, and hold on for `patience` days on average, at home or in the
    queue. The office goes on after the close until nobody waits. Raises ValueError for an argument that is not above 0.
    """
    if min(people, days, intake, patience, ready) <= 0:
        raise ValueError("people, days, intake, patience and ready must all be above 0")
    in_time = people * (1 - np.exp(-days / ready))
    coming = arrivals(in_time, days) * np.exp(-np.arange(days) / patience)
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
    arrived_by, taken_by, gone_by, waiting_at = np.array(counts).T
    return Course(
        days,
        arrived=arrived_by,
        taken_in=taken_by,
        gave_up=gone_by,
        waiting=waiting_at,
        stopped_believing=float(in_time - coming.sum()),
        too_late=float(people - in_time),
    )

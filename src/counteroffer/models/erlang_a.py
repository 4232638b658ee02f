"""A queue with places for some, and with people who give up: M/M/c+M, also called Erlang A.

People come at random, a place is held for a random time, and each who waits gives up after a random time of their own
(all three exponential). Source: Garnett, Mandelbaum and Reiman, "Designing a Call Center with Impatient Customers",
Manufacturing & Service Operations Management 4 (2002).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class WaitingLine:
    """What becomes of those who come, in the long run; the three shares add up to 1."""

    at_once: float
    """Share of those who come who find a free place."""
    after_wait: float
    """Share who wait and get a place."""
    gave_up: float
    """Share who give up before their turn."""
    wait: float
    """Mean wait of those who waited and got a place, in the unit of time of the arguments, however few they are.

    It leaves out those who gave up, so it falls as people give up sooner; `offered` does not leave them out.
    """
    offered: float
    """Mean wait of somebody who finds no free place and never gives up, while all others behave as before (the offered or virtual wait)."""
    waiting: float
    """Mean number of people who wait."""


def waiting_line(arrivals: float, places: int, stay: float, patience: float) -> WaitingLine:
    """The long run of a queue: `arrivals` a unit of time, `places`, mean `stay` in a place and mean `patience`, in units of time.

    Raises ValueError for an argument that is not above 0.
    """
    if min(arrivals, places, stay, patience) <= 0:
        raise ValueError("arrivals, places, stay and patience must all be above 0")
    serving, leaving = places / stay, 1 / patience
    # With k people there, the next leaves at this rate. The queue is shorter than one that only patience empties, which
    # holds a Poisson number of people with this mean: so far above it there is nobody to count.
    mean = arrivals * patience
    longest = int(mean + 12 * np.sqrt(mean) + 50)
    rates = np.concatenate((np.arange(1, places + 1) / stay, serving + leaving * np.arange(1, longest + 1)))
    # balance of births and deaths: each state is as likely as the one below it times arrivals / rate
    logs = np.concatenate(([0.0], np.cumsum(np.log(arrivals / rates))))
    chances = np.exp(logs - logs.max())
    chances /= chances.sum()

    # Somebody who finds `ahead` people waiting moves up at each departure, or gives up first. The chances of not giving up
    # telescope; each step takes 1 / (serving + leaving * (j + 1)) on average, whoever it is that leaves.
    full = chances[places:]
    ahead = np.arange(len(full))
    served = serving / (serving + leaving * (ahead + 1))
    waits = np.cumsum(1 / (serving + leaving * (ahead + 1)))
    # somebody who never gives up leaves the line by the front alone: each step is as long as those ahead make it
    offered = np.cumsum(1 / (serving + leaving * ahead))
    # among those who find no place, however few they are
    among = np.exp(logs[places:] - logs[places:].max())
    return WaitingLine(
        at_once=float(chances[:places].sum()),
        after_wait=float(full @ served),
        gave_up=float(full @ (1 - served)),
        wait=float(among @ (served * waits) / (among @ served)),
        offered=float(among @ offered / among.sum()),
        waiting=float(full @ ahead),
    )


def wait_of_all(arrivals: float, places: int, stay: float) -> float:
    """Mean wait of those who must wait if nobody ever gave up (M/M/c), in the unit of time of the arguments.

    Infinite where as many come as the places can serve, or more: the line then grows for as long as the door is open.
    Raises ValueError for an argument that is not above 0.
    """
    if min(arrivals, places, stay) <= 0:
        raise ValueError("arrivals, places and stay must all be above 0")
    spare = places / stay - arrivals
    return 1 / spare if spare > 0 else math.inf

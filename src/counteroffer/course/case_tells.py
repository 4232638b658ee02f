"""How much each decision of a case tells of its ending, over all plays with cards and options chosen at random.

A decision tells the uncertainty coefficient of the ending given the option, among the plays that reach it: 0 where every option
leads to the same endings equally often, 1 where the option settles the ending. Scenes that take each other's place count together.
It is reckoned from every path and its chance, so it is what ever more random plays come to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations
from math import log2
from typing import NamedTuple

from counteroffer.course.case_layers import layers, steps
from counteroffer.course.case_machine import State
from counteroffer.course.cases import Case

Shares = list[float]


class Tell(NamedTuple):
    """What the decisions at one place tell of the ending (0 to 1), and the share of random plays that come to it."""

    decisions: list[str]
    met: float
    share: float


def tells(case: Case) -> list[Tell]:
    """Each place of a case at which something is decided, in the order of the file. A case is reckoned once in a process."""
    return list(_tells(case.model_dump_json()))


@lru_cache(maxsize=32)
def _tells(told_as: str) -> tuple[Tell, ...]:
    case = Case.model_validate_json(told_as)
    led = _endings_by_option(case)
    found = []
    for place in places(case):
        rows = [shares for decision in place for shares in led[decision].values()]
        found.append(Tell(place, sum(map(sum, rows)), _coefficient(rows)))
    return tuple(found)


def places(case: Case) -> list[list[str]]:
    """Decisions by the place where they stand: scenes to which one decision forks, of which a play meets only one, stand together."""
    decisions = [one.id for one in case.decisions]
    led = {one.id: {then.go for choice in one.options for then in choice.then} for one in case.decisions}
    goes = {one: [go for go in decisions if go in led[one]] for one in decisions}
    beyond = {one: set(ways) for one, ways in goes.items()}
    for _ in goes:
        for reached in beyond.values():
            reached.update(*(beyond[one] for one in list(reached)))
    place = {one: [one] for one in goes}
    for ways in goes.values():
        for one, other in combinations(ways, 2):
            if one not in beyond[other] and other not in beyond[one] and place[one] is not place[other]:
                joined = place[one] + place[other]
                place.update(dict.fromkeys(joined, joined))
    return list({id(one): one for one in place.values()}.values())


def _endings_by_option(case: Case) -> dict[str, dict[str, Shares]]:
    """For each option of each decision the share of all random plays that choose it and come to each ending."""
    ends = [ending.id for ending in case.endings]
    certain = {end: [float(one == end) for one in ends] for end in ends}
    led: dict[str, dict[str, Shares]] = {one.id: defaultdict(lambda: [0.0] * len(ends)) for one in case.decisions}
    after: dict[State, Shares] = {}
    for layer in reversed(layers(case)):
        for state, (chance, openings) in layer.items():
            shares = [0.0] * len(ends)
            for option, likely, reached in steps(openings):
                chosen = led[state.at][option]
                for place, share in enumerate(certain.get(reached.at) or after[reached]):
                    shares[place] += likely * share
                    chosen[place] += chance * likely * share
            after[state] = shares
    return led


def _coefficient(rows: Sequence[Shares]) -> float:
    """How much of the uncertainty of the columns is taken away by knowing the row."""
    uncertain = _bits([sum(column) for column in zip(*rows, strict=True)])
    left = sum(_bits(row) for row in rows)
    return 1 - left / uncertain if uncertain else 0.0


def _bits(weights: Iterable[float]) -> float:
    """The entropy of weights, times their sum."""
    some = [weight for weight in weights if weight > 0]
    total = sum(some)
    return -sum(weight * log2(weight / total) for weight in some)

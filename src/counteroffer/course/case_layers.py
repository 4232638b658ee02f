"""Every state that random play of a case can stand in, by the number of decisions behind it: what proofs, shares and roads are reckoned from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from counteroffer.course.case_machine import Machine, State, told
from counteroffer.course.cases import Case, Condition

SHORTEST, LONGEST = 6, 9
# More states than this would make a case slow to prove and too large to write well.
MOST_STATES = 100_000


class Opening(NamedTuple):
    """A set of cards that may be opened in a state: how likely that is (0 to 1), the state with them seen, and the state after each option that is then open."""

    odds: float
    seen: State
    led: dict[str, State]


class Standing(NamedTuple):
    """A state before a decision: how likely random play is to stand there (0 to 1), and what may follow."""

    chance: float
    openings: list[Opening]


# All states after so many decisions.
Layer = dict[State, Standing]


def conditions(case: Case) -> Iterator[Condition]:
    """Every condition of a case, wherever it stands."""
    for decision, choice in case.choices():
        yield choice.condition
        yield from (then.condition for then in choice.then)
        yield from (paragraph.condition for paragraph in decision.text)
    yield from (rule.condition for rule in case.background)
    yield from (paragraph.condition for ending in case.endings for paragraph in ending.text)


def layers(case: Case) -> list[Layer]:
    """The states of a case, those before the first decision first; paths that meet again stand in one.

    What no condition asks about any more tells no two states apart. It is broken off after two decisions too many, and when there are
    more states than `MOST_STATES`. The case asked for last is given again without being reckoned again: do not change what you are given.
    """
    return _layers(case.model_dump_json())


@lru_cache(maxsize=1)
def _layers(told_as: str) -> list[Layer]:
    case = Case.model_validate_json(told_as)
    ahead = asked_ahead(case)
    asked = frozenset().union(*ahead.values())
    machine = Machine(told(case), asked)
    draws = {name: draws_of(machine, name, asked) for name in machine.told["decisions"]}
    found: list[Layer] = []
    standing, states = {machine.start(): 1.0}, 0
    while standing and len(found) < LONGEST + 2 and states <= MOST_STATES:
        following: dict[State, float] = defaultdict(float)
        layer: Layer = {}
        for state, chance in standing.items():
            openings = []
            for cards, odds in draws[state.at]:
                seen = state._replace(flags=state.flags | cards) if cards else state
                led = {
                    option: State(after.at, after.meters, after.flags & ahead[after.at], after.fired)
                    for option, after in machine.onward(seen).items()
                }
                openings.append(Opening(odds, seen, led))
            layer[state] = Standing(chance, openings)
            states += len(openings)
            for _, likely, reached in steps(openings):
                if reached.at not in machine.endings:
                    following[reached] += chance * likely
        found.append(layer)
        standing = dict(following)
    return found


def steps(openings: Iterable[Opening]) -> Iterator[tuple[str, float, State]]:
    """Every step from a state: the option, how likely it is (0 to 1), and the state that it leads to."""
    return ((option, one.odds / len(one.led), reached) for one in openings for option, reached in one.led.items())


def asked_ahead(case: Case) -> dict[str, frozenset[str]]:
    """For each decision and ending the flags that some condition asks about there or on any way on; the background asks everywhere."""
    everywhere = {flag for rule in case.background for flag in rule.condition.flags()}
    found = {ending.id: everywhere.union(*(one.condition.flags() for one in ending.text)) for ending in case.endings}
    goes: dict[str, set[str]] = {}
    for decision in case.decisions:
        asked = [part.condition for part in (*decision.text, *decision.options)]
        asked += [then.condition for choice in decision.options for then in choice.then]
        found[decision.id] = everywhere.union(*(condition.flags() for condition in asked))
        goes[decision.id] = {then.go for choice in decision.options for then in choice.then}
    for _ in case.decisions:
        for name, ways in goes.items():
            found[name] = found[name].union(*(found[way] for way in ways))
    return {name: frozenset(flags) for name, flags in found.items()}


def draws_of(machine: Machine, decision: str, asked: frozenset[str]) -> list[tuple[frozenset[str], float]]:
    """The flags of each set of cards that a condition asks about, and how likely each is for a learner who uses all attention at random."""
    here = machine.told["decisions"][decision]
    matter = [card for card in here["cards"] if f"saw-{card}" in asked]
    most = min(here["attention"], len(here["cards"]))
    draws: Counter[frozenset[str]] = Counter(frozenset(drawn).intersection(matter) for drawn in combinations(here["cards"], most))
    sets = [cards for number in range(min(len(matter), most) + 1) for cards in combinations(matter, number)]
    return [(frozenset(f"saw-{card}" for card in cards), draws[frozenset(cards)] / draws.total()) for cards in sets]

"""What must be true of a case before it is shown to anybody, proven by walking every path that it has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from counteroffer.course.case_machine import Machine, State, decide, machine, open_cards, open_options, start
from counteroffer.course.cases import Case, Condition
from counteroffer.course.yamlfile import Place

Fault = tuple[Place, str, str]

SHORTEST, LONGEST = 6, 9
# More states than this would make a case slow to prove and too large to write well.
_MOST_STATES = 400_000


@dataclass
class Walk:
    """What was met on all paths: states at each decision, options taken, paths and lengths at each ending."""

    states: int = 0
    decisions: dict[str, set[State]] = field(default_factory=lambda: defaultdict(set))
    options: set[tuple[str, str]] = field(default_factory=set)
    dead_ends: set[str] = field(default_factory=set)
    paths: Counter[str] = field(default_factory=Counter)
    lengths: set[int] = field(default_factory=set)
    looped: bool = False


def walk(case: Case) -> Walk:
    """Walk every path of a case. Paths are counted by their decisions; which cards were opened matters where a condition asks."""
    told = machine(case)
    asked = {flag for condition in _conditions(case) for flag in condition.flags()}
    found = Walk()
    layer: Counter[State] = Counter({start(told): 1})
    for length in range(1, LONGEST + 3):
        following: Counter[State] = Counter()
        for state, ways in layer.items():
            for seen in _with_cards(told, state, asked):
                found.states += 1
                found.decisions[state.at].add(seen)
                choices = open_options(told, seen)
                if not choices:
                    found.dead_ends.add(state.at)
                for option in choices:
                    found.options.add((state.at, option))
                    after = decide(told, seen, option)
                    if after.at in told["endings"]:
                        found.paths[after.at] += ways
                        found.lengths.add(length)
                    else:
                        following[after] += ways
        if not following or found.states > _MOST_STATES:
            break
        layer = following
    else:
        found.looped = True
    return found


def _with_cards(told: Machine, state: State, asked: set[str]) -> Iterator[State]:
    """The states after opening each set of cards that a condition asks about and attention allows."""
    here = told["decisions"][state.at]
    matter = [card for card in here["cards"] if f"saw-{card}" in asked]
    for number in range(min(len(matter), here["attention"]) + 1):
        for cards in combinations(matter, number):
            yield open_cards(told, state, list(cards))


def _conditions(case: Case) -> Iterator[Condition]:
    """Every condition of a case, wherever it stands."""
    for decision, choice in case.choices():
        yield choice.condition
        yield from (then.condition for then in choice.then)
        yield from (paragraph.condition for paragraph in decision.text)
    yield from (rule.condition for rule in case.background)
    yield from (paragraph.condition for ending in case.endings for paragraph in ending.text)


def faults(case: Case) -> Iterator[Fault]:
    """What is wrong with how a case moves: place in the file, what is wrong, how to mend it."""
    found = walk(case)
    if found.states > _MOST_STATES:
        yield ("decisions",), "The case has too many states to be proven.", "Use fewer flags, or let paths meet again."
        return
    yield from _lengths(found)
    for i, decision in enumerate(case.decisions):
        if decision.id not in found.decisions:
            yield ("decisions", i), f"No path reaches the decision `{decision.id}`.", "Lead a `then` to it or take it out."
            continue
        if decision.id in found.dead_ends:
            yield ("decisions", i), f"A path can stand at `{decision.id}` with no option open.", "Leave one option there without `if`."
        for j, choice in enumerate(decision.options):
            if (decision.id, choice.id) not in found.options:
                yield ("decisions", i, "options", j), f"The option `{choice.id}` is never open.", "Loosen its `if` or take it out."
        yield from _dominated(case, i)
    for i, ending in enumerate(case.endings):
        if found.paths[ending.id] < 2:
            yield ("endings", i), f"{found.paths[ending.id]} paths reach the ending `{ending.id}`.", "Let at least two lead there."
    yield from _dead_meters(case)


def _dead_meters(case: Case) -> Iterator[Fault]:
    asked = {meter for condition in _conditions(case) for meter in condition.meters()}
    for i, meter in enumerate(case.meters):
        if meter.id not in asked:
            yield ("meters", i), f"Nothing depends on the meter `{meter.id}`.", "Let a condition ask for it or take it out."


def _lengths(found: Walk) -> Iterator[Fault]:
    if found.looped:
        yield ("decisions",), "The case can go round in a circle.", "Let every `then` lead onwards."
    outside = sorted(length for length in found.lengths if not SHORTEST <= length <= LONGEST)
    if outside:
        yield ("decisions",), f"Some paths take {outside} decisions.", f"Every path must take {SHORTEST} to {LONGEST}."


def _dominated(case: Case, index: int) -> Iterator[Fault]:
    """Options that cost at least as much as another on every meter, and set and lead to the same.

    A hidden meter is the pull of the competing offer: more of it is worse.
    """
    sign = {meter.id: -1 if meter.hidden else 1 for meter in case.meters}
    decision = case.decisions[index]
    for j, worse in enumerate(decision.options):
        for better in decision.options:
            gains = [sign[m] * (better.effects.get(m, 0) - worse.effects.get(m, 0)) for m in sign]
            same = better.sets == worse.sets and better.then == worse.then and worse.condition == better.condition
            if worse is not better and same and min(gains) >= 0 and max(gains) > 0:
                yield (
                    ("decisions", index, "options", j),
                    f"The option `{worse.id}` is no better than `{better.id}` on any meter.",
                    "Give it something that the other costs.",
                )

"""Every path of a case, walked once: what is met on them, and how often chance would meet it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations, permutations

from counteroffer.course.case_machine import Machine, State, Test, condition_json, told
from counteroffer.course.cases import Case, Condition

SHORTEST, LONGEST = 6, 9
# More states than this would make a case slow to prove and too large to write well.
MOST_STATES = 100_000


@dataclass
class Walk:
    """What was met on all paths.

    `states` counts states before a decision; `paths` the ways to each ending, told apart by decisions and by the cards that a
    condition asks about; `shares` (0 to 1) how often each ending comes when cards and options are chosen at random;
    `shown` the paragraphs (of which decision or ending, which one) that some path shows; `met` the share of random plays that come to each decision; `not_worse` pairs of options (decision, one, other) that were both open somewhere, where `one` was
    at least as good as `other` on every meter in every such state; `better` those of them where it was better at least once;
    `ways` the steps from a place to the next that some path takes; `endless` whether some path was still under way when the walk gave up.
    """

    states: int = 0
    decisions: set[str] = field(default_factory=set)
    options: set[tuple[str, str]] = field(default_factory=set)
    dead_ends: set[str] = field(default_factory=set)
    paths: Counter[str] = field(default_factory=Counter)
    shares: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    shown: set[tuple[str, int]] = field(default_factory=set)
    met: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    lengths: set[int] = field(default_factory=set)
    endless: bool = False
    ways: set[tuple[str, str]] = field(default_factory=set)
    not_worse: dict[tuple[str, str, str], bool] = field(default_factory=dict)
    better: set[tuple[str, str, str]] = field(default_factory=set)

    def dominant(self) -> list[tuple[str, str, str]]:
        """Decision, option and the option that it dominates: at least as good on every meter in every state, and better somewhere."""
        return sorted(pair for pair, holds in self.not_worse.items() if holds and pair in self.better)

    def circle(self) -> list[str]:
        """The decisions of a way that comes back to where it began, or nothing: no path goes round."""
        onward: dict[str, list[str]] = defaultdict(list)
        for one, other in sorted(self.ways):
            onward[one].append(other)
        done: set[str] = set()
        for start in sorted(onward):
            way, open_ = [start], [iter(onward[start])]
            while open_:
                following = next(open_[-1], None)
                if following is None:
                    open_.pop()
                    done.add(way.pop())
                elif following in way:
                    return [*way[way.index(following) :], following]
                elif following not in done:
                    way.append(following)
                    open_.append(iter(onward.get(following, [])))
        return []


def conditions(case: Case) -> Iterator[Condition]:
    """Every condition of a case, wherever it stands."""
    for decision, choice in case.choices():
        yield choice.condition
        yield from (then.condition for then in choice.then)
        yield from (paragraph.condition for paragraph in decision.text)
    yield from (rule.condition for rule in case.background)
    yield from (paragraph.condition for ending in case.endings for paragraph in ending.text)


def walk(case: Case) -> Walk:
    """Walk every path of a case, all paths of one length at a time, so that paths that meet again are walked once.

    A case is walked once in a process, and the same walk is given again: do not change it.
    """
    return _walk(case.model_dump_json())


@lru_cache(maxsize=32)
def _walk(told_as: str) -> Walk:
    case = Case.model_validate_json(told_as)
    ahead = asked_ahead(case)
    asked = frozenset().union(*ahead.values())
    machine = Machine(told(case), asked)
    texts = {
        one.id: [(place, machine.test(condition_json(part.condition))) for place, part in enumerate(one.text)] for one in case.places()
    }
    draws = {name: _draws(machine, name, asked) for name in machine.told["decisions"]}
    signs = [-1 if meter.hidden else 1 for meter in case.meters]
    found = Walk()
    layer: dict[State, tuple[int, float]] = {machine.start(): (1, 1.0)}
    for length in range(1, LONGEST + 3):
        following: dict[State, tuple[int, float]] = {}
        for state, (ways, chance) in layer.items():
            found.met[state.at] += chance
            for cards, odds in draws[state.at]:
                seen = state._replace(flags=state.flags | cards) if cards else state
                found.states += 1
                _read(found, seen, texts)
                after = machine.onward(seen)
                _note(found, state.at, after, signs)
                for led in after.values():
                    # what nobody asks about any more tells no two states apart
                    reached = led._replace(flags=led.flags & ahead[led.at])
                    share = chance * odds / len(after)
                    found.ways.add((state.at, reached.at))
                    if reached.at in machine.endings:
                        _read(found, reached, texts)
                        found.paths[reached.at] += ways
                        found.shares[reached.at] += share
                        found.lengths.add(length)
                    else:
                        before = following.get(reached, (0, 0.0))
                        following[reached] = (before[0] + ways, before[1] + share)
        if not following or found.states > MOST_STATES:
            break
        layer = following
    else:
        found.endless = True
    return found


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


def _read(found: Walk, state: State, texts: dict[str, list[tuple[int, Test]]]) -> None:
    """Note which paragraphs show where a state stands; those that showed before are asked no more."""
    waiting = texts[state.at]
    if waiting:
        shown = [place for place, test in waiting if test.holds(state)]
        found.shown.update((state.at, place) for place in shown)
        texts[state.at] = [(place, test) for place, test in waiting if place not in shown]


def _note(found: Walk, at: str, after: dict[str, State], signs: list[int]) -> None:
    """Note what is open at a decision, and which option is better on which meters; of a hidden one, the rival's pull, more is worse."""
    found.decisions.add(at)
    found.options.update((at, option) for option in after)
    if not after:
        found.dead_ends.add(at)
    for one, other in permutations(after, 2):
        pair = (at, one, other)
        if found.not_worse.get(pair) is False:
            continue
        gains = [sign * (a - b) for sign, a, b in zip(signs, after[one].meters, after[other].meters, strict=True)]
        found.not_worse[pair] = min(gains) >= 0
        if max(gains) > 0:
            found.better.add(pair)


def with_cards(machine: Machine, state: State, asked: frozenset[str]) -> Iterator[tuple[State, float]]:
    """The states after opening each set of cards that a condition asks about, and how likely each is for a learner who uses all attention at random."""
    for cards, odds in _draws(machine, state.at, asked):
        yield (state._replace(flags=state.flags | cards) if cards else state), odds


def _draws(machine: Machine, decision: str, asked: frozenset[str]) -> list[tuple[frozenset[str], float]]:
    """The flags of each set of cards that a condition asks about, and how likely each is for a learner who uses all attention at random."""
    here = machine.told["decisions"][decision]
    matter = [card for card in here["cards"] if f"saw-{card}" in asked]
    most = min(here["attention"], len(here["cards"]))
    draws: Counter[frozenset[str]] = Counter(frozenset(drawn).intersection(matter) for drawn in combinations(here["cards"], most))
    sets = [cards for number in range(min(len(matter), most) + 1) for cards in combinations(matter, number)]
    return [(frozenset(f"saw-{card}" for card in cards), draws[frozenset(cards)] / draws.total()) for cards in sets]

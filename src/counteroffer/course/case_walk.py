"""Every path of a case, walked once: what is met on them, and how often chance would meet it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import permutations

from counteroffer.course.case_layers import MOST_STATES, layers
from counteroffer.course.case_machine import Machine, State, Test, condition_json, told
from counteroffer.course.cases import Case


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


def walk(case: Case) -> Walk:
    """Walk every path of a case, all paths of one length at a time.

    A case is walked once in a process, and the same walk is given again: do not change it.
    """
    return _walk(case.model_dump_json())


@lru_cache(maxsize=32)
def _walk(told_as: str) -> Walk:
    case = Case.model_validate_json(told_as)
    machine = Machine(told(case))
    texts = {
        one.id: [(place, machine.test(condition_json(part.condition))) for place, part in enumerate(one.text)] for one in case.places()
    }
    signs = [-1 if meter.hidden else 1 for meter in case.meters]
    found = Walk()
    ways = {machine.start(): 1}
    for length, layer in enumerate(layers(case), 1):
        following: Counter[State] = Counter()
        for state, (chance, openings) in layer.items():
            found.met[state.at] += chance
            found.states += len(openings)
            for odds, seen, led in openings:
                _read(found, seen, texts)
                _note(found, state.at, led, signs)
                for reached in led.values():
                    found.ways.add((state.at, reached.at))
                    if reached.at in machine.endings:
                        _read(found, reached, texts)
                        found.paths[reached.at] += ways[state]
                        found.shares[reached.at] += chance * odds / len(led)
                        found.lengths.add(length)
                    else:
                        following[reached] += ways[state]
        ways = dict(following)
    found.endless = bool(ways) and found.states <= MOST_STATES
    return found


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

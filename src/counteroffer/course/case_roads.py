"""What a facilitator wants to know of a case before a room plays it: how chance would play it, what is open, and three roads to tell.

All is reckoned from every path with cards and options chosen at random, as `case_tells` does; nothing is drawn.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from counteroffer.course.base import Model
from counteroffer.course.case_layers import Layer, layers
from counteroffer.course.case_machine import Machine, State, told
from counteroffer.course.cases import Case
from counteroffer.course.fingerprint import code_behind, fingerprint
from counteroffer.course.kept import Kept

ROADS = 3


class Road(Model):
    """A way through a case: each decision with the option chosen, the ending, and the meters there (0 to 10)."""

    steps: list[tuple[str, str]]
    ending: str
    meters: dict[str, int]


class Plays(Model):
    """What random play makes of a case, all from 0 to 1, and three roads.

    `met` is the share of plays that come to a decision; `open` by decision and option of these visits those in which it is open;
    `lengths` the share of plays by number of decisions; `endings` the share of plays that come to each ending.
    """

    met: dict[str, float]
    open: dict[str, dict[str, float]]
    lengths: dict[int, float]
    endings: dict[str, float]
    roads: list[Road]


class _Way(NamedTuple):
    likely: float
    steps: tuple[tuple[str, str], ...] = ()


def plays(case: Case, root: Path) -> Plays:
    """What random play makes of a case; kept below the course's `_build` until the case or the code changes."""
    kept, key = Kept(root / "_build" / "plays"), fingerprint(code_behind(Path(__file__)), case.base.model_dump_json())
    found = kept.find(case.case, key)
    if found is not None:
        return Plays.model_validate(found)
    made = _played(case, layers(case))
    kept.keep(case.case, key, made.model_dump())
    return made


def _played(case: Case, found: list[Layer]) -> Plays:
    met: dict[str, float] = defaultdict(float)
    opened: dict[str, dict[str, float]] = {one.id: {choice.id: 0.0 for choice in one.options} for one in case.decisions}
    lengths: dict[int, float] = defaultdict(float)
    endings = {ending.id: 0.0 for ending in case.endings}
    for number, layer in enumerate(found, 1):
        for state, (chance, openings) in layer.items():
            met[state.at] += chance
            for opening in openings:
                for option, led in opening.led.items():
                    opened[state.at][option] += chance * opening.odds
                    if led.at in endings:
                        share = chance * opening.odds / len(opening.led)
                        endings[led.at] += share
                        lengths[number] += share
    shares = {at: {option: share / met[at] for option, share in options.items()} for at, options in opened.items() if met[at]}
    return Plays(met=met, open=shares, lengths=lengths, endings=endings, roads=_roads(case, found, endings))


def _roads(case: Case, found: list[Layer], endings: dict[str, float]) -> list[Road]:
    """Three ways through a case that end in different places.

    The first follows the options that the course argues for, as far as they are open; the others are, for the two endings that chance
    comes to most among the rest, the likeliest ways there.
    """
    machine = Machine(told(case))
    first = _argued(case, machine)
    most = Counter({name: share for name, share in endings.items() if name != first.ending}).most_common(ROADS - 1)
    ways = _likeliest(found, frozenset(endings))
    return [first, *(_road(machine, list(ways[name][0].steps), ways[name][1]) for name, _ in most if name in ways)]


def _argued(case: Case, machine: Machine) -> Road:
    views = {decision.id: decision.view.argued for decision in case.decisions if decision.view}
    state, steps = machine.start(), []
    while state.at not in machine.endings:
        # whoever argues has read what can be read
        state = machine.open_cards(state, machine.told["decisions"][state.at]["cards"])
        options = machine.open_options(state)
        chosen = views[state.at] if views.get(state.at) in options else options[0]
        steps.append((state.at, chosen))
        state = machine.decide(state, chosen)
    return _road(machine, steps, state)


def _likeliest(found: list[Layer], endings: frozenset[str]) -> dict[str, tuple[_Way, State]]:
    """For each ending the one way there that random play takes most often."""
    best = dict.fromkeys(found[0], _Way(1.0))
    reached: dict[str, tuple[_Way, State]] = {}
    for layer in found:
        following: dict[State, _Way] = {}
        for state, (_, openings) in layer.items():
            for opening in openings:
                for option, led in opening.led.items():
                    way = _Way(best[state].likely * opening.odds / len(opening.led), (*best[state].steps, (state.at, option)))
                    if led.at not in endings:
                        following[led] = max(following.get(led, _Way(0.0)), way)
                    elif led.at not in reached or way > reached[led.at][0]:
                        reached[led.at] = (way, led)
        best = following
    return reached


def _road(machine: Machine, steps: list[tuple[str, str]], state: State) -> Road:
    return Road(steps=steps, ending=state.at, meters=machine.levels(state))

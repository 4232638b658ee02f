"""What each decision tells of the ending: reckoned over all random plays, and the same when plays are drawn."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from math import log2
from pathlib import Path

import pytest

from counteroffer.course import Catalogue, load_course
from counteroffer.course.case_machine import Machine, told
from counteroffer.course.case_tells import places, tells
from counteroffer.course.cases import Case

PLAYS = 20_000


def drawn(case: Case) -> dict[str, float]:
    """What each decision tells of the ending in so many plays with cards and options drawn by lot."""
    machine, dice, met = Machine(told(case)), random.Random(1), Counter[tuple[str, str, str]]()  # noqa: S311
    for _ in range(PLAYS):
        state, chosen = machine.start(), []
        while state.at not in machine.endings:
            here = machine.told["decisions"][state.at]
            state = machine.open_cards(state, dice.sample(here["cards"], min(here["attention"], len(here["cards"]))))
            option = dice.choice(machine.open_options(state))
            chosen.append((state.at, option))
            state = machine.decide(state, option)
        met.update((*one, state.at) for one in chosen)
    return {decision.id: coefficient({key[1:]: n for key, n in met.items() if key[0] == decision.id}) for decision in case.decisions}


def coefficient(counts: dict[tuple[str, str], int]) -> float:
    total = sum(counts.values())
    options, endings = Counter[str](), Counter[str]()
    for (option, ending), number in counts.items():
        options[option] += number
        endings[ending] += number
    uncertain = -sum(n / total * log2(n / total) for n in endings.values())
    shared = sum(n / total * log2(n * total / options[option] / endings[ending]) for (option, ending), n in counts.items())
    return shared / uncertain


def test_drawn_plays_come_to_the_same(small: Path) -> None:
    case = load_course(small).cases["small-case"]
    by_lot = drawn(case)
    for place in tells(case):
        assert len(place.decisions) == 1
        assert place.share == pytest.approx(by_lot[place.decisions[0]], abs=0.01)
        assert place.met == pytest.approx(1)


def test_a_decision_whose_options_do_the_same_tells_nothing(small: Path, change: Callable[[Path, str, str], None]) -> None:
    file = small / "exercises/cases/small-case.yml"
    before = tells(load_course(small).cases["small-case"])[0].share
    change(
        file,
        "    effects: {trust: 1, pull: 1}\n    sets: [spoke]\n    consequence: They hear you on day 1.",
        "    effects: {trust: -1, pull: -1}\n    sets: []\n    consequence: They hear you on day 1.",
    )
    after = tells(load_course(small).cases["small-case"])[0].share
    assert before > 0.01
    assert after == pytest.approx(0)


def test_scenes_that_take_each_others_place_stand_together(course: Catalogue) -> None:
    found = places(course.cases["two-doors"])
    assert ["the-landing", "both-doors"] in found
    assert ["the-wage"] in found, "a scene that may be left out stands alone"
    assert sorted(one for place in found for one in place) == sorted(decision.id for decision in course.cases["two-doors"].decisions)

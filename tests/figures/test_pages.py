"""The four model pages show what their models say."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from counteroffer.course import Catalogue
from counteroffer.figures.catalogue import explorers
from counteroffer.figures.words import how_long, people


@pytest.fixture
def page(course: Catalogue) -> Any:
    return lambda name: explorers(course)[name]


def setting(explorer: Any, **changed: str) -> dict[str, str]:
    return explorer.start() | changed


def test_protecting_two_whom_many_watch_holds_quarters_and_a_lottery_holds_only_two(page: Any) -> None:
    town = page("decisive-minority")

    def go_along(protect: str, number: str, crowd: str = "quarters") -> int:
        return int(np.count_nonzero(town.rounds({"crowd": crowd, "protect": protect, "number": number})))

    assert go_along("drawn", "none") == 36
    assert go_along("drawn", "two") == 34
    assert go_along("watched", "two") < 18
    assert go_along("first", "two") > 30
    assert go_along("first", "three") == 0
    assert go_along("drawn", "none", "steadier") < 18


def test_one_person_changed_in_the_square_flips_the_outcome(page: Any) -> None:
    town = page("decisive-minority")
    square, changed = (town.thresholds(crowd) for crowd in ("square", "changed"))
    assert sorted(square) == list(range(36))
    assert np.count_nonzero(square != changed) == 1
    moved = [np.count_nonzero(town.rounds(setting(town, crowd=crowd, number="none"))) for crowd in ("square", "changed")]
    assert moved == [36, 1]


def test_people_of_a_town_watch_one_another(page: Any) -> None:
    town = page("decisive-minority")
    sees = town.sees("quarters")
    assert (sees == sees.T).all()
    watched = sees.sum(axis=0).reshape(4, 9)
    assert (watched[:, 0] == 11).all(), "the eight of a quarter and the three others whom all watch"
    assert sorted(set(watched[:, 1:].ravel())) == [3, 4]


def test_a_hundred_people_stay_a_hundred(page: Any) -> None:
    queue = page("limbo")
    for one in queue.settings():
        assert sum(queue.count(one)) == 100
    screening = page("screening")
    for one in screening.settings():
        assert sum(screening.count(one)) == 1000
    window = page("window-design")
    for one in window.settings():
        assert sum(window.count(one)) == window.numbers(one)[0]


def test_more_places_lose_fewer_people(page: Any) -> None:
    queue = page("limbo")
    lost = [queue.count(setting(queue, places=places))[2] for places in ("40", "80", "120", "160")]
    assert lost == sorted(lost, reverse=True)
    assert lost[0] > 50 > lost[-1]


def test_screening_by_hand(page: Any) -> None:
    screening = page("screening")
    one = {"dangerous": "20", "sensitivity": "80", "specificity": "90"}
    assert screening.count(one) == (16, 98, 4, 882)
    assert "flags 114 people: 16 of the dangerous and 98 who are not" in screening.sentence(one)
    assert "about 14 are dangerous" in screening.sentence(one)


def test_a_longer_window_keeps_more_but_the_rush_remains(page: Any) -> None:
    window = page("window-design")
    short, long = ({"days": days, "intake": "20", "people": "600"} for days in ("7", "90"))
    assert window.count(long)[2] < window.count(short)[2]
    course = window.course(long)
    assert course.arrived[90] - course.arrived[87] > 600 / 3


@pytest.mark.parametrize(
    ("days", "words"),
    [(0.2, "about 1 day"), (1, "about 1 day"), (6, "about 6 days"), (14, "about 2 weeks"), (45, "about 6 weeks"), (61, "about 2 months")],
)
def test_times_are_said_in_the_unit_that_people_use(days: float, words: str) -> None:
    assert how_long(days) == words


def test_people_are_counted_in_words() -> None:
    assert [people(number) for number in (0, 1, 2, 1200)] == ["nobody", "1 person", "2 people", "1,200 people"]

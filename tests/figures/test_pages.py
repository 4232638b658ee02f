"""The four model pages show what their models say."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from counteroffer.course import Catalogue
from counteroffer.figures.every_explorer import explorers
from counteroffer.figures.explorer import Explorer, Setting
from counteroffer.figures.lengths import best
from counteroffer.figures.spoken_numbers import how_long, people


@pytest.fixture
def page(course: Catalogue) -> Any:
    return lambda name: explorers(course)[name]


def setting(explorer: Explorer, **changed: str) -> Setting:
    return explorer.start() | changed


def test_protecting_two_whom_many_watch_holds_quarters_and_most_lots_hold_only_two(page: Any) -> None:
    town = page("decisive-minority")

    def go_along(protect: str, number: str, crowd: str = "quarters") -> int:
        return int(np.count_nonzero(town.rounds({"crowd": crowd, "protect": protect, "number": number})))

    assert go_along("drawn", "none") == 36
    assert np.count_nonzero(town.draws(setting(town, number="two"))[1] == 34) > 630 * 3 / 4
    assert go_along("watched", "two") < 18
    assert go_along("first", "two") > 30
    assert go_along("first", "three") == 0
    assert go_along("drawn", "none", "steadier") < 18


@pytest.mark.parametrize("crowd", ["square", "changed", "quarters", "steadier"])
def test_a_lot_is_every_draw_and_the_picture_shows_a_middling_one(page: Any, crowd: str) -> None:
    town = page("decisive-minority")
    one = setting(town, crowd=crowd, protect="drawn", number="three")
    draws, counts = town.draws(one)
    assert len(draws) == len(counts) == 7140
    shown = np.count_nonzero(town.rounds(one))
    assert np.mean(counts <= shown) >= 0.5
    assert np.mean(counts >= shown) >= 0.5
    said = town.sentence(one)
    assert "can be drawn by lot in 7,140 ways" in said
    assert f"Between none and {counts.max()} go along" in said
    assert "a draw in the middle" in said


def test_a_choice_is_set_beside_every_lot(page: Any) -> None:
    town = page("decisive-minority")
    one = setting(town, protect="watched", number="two")
    moved, counts = np.count_nonzero(town.rounds(one)), town.draws(one)[1]
    assert f"Of 630 draws by lot, {(counts > moved).sum()} would let more go along, and {(counts < moved).sum()} fewer." in town.sentence(
        one
    )


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
        length = window.length(one)
        assert length.let_in + length.gave_up + length.unbelief + length.late == window.data.people


def test_more_places_lose_fewer_people(page: Any) -> None:
    queue = page("limbo")
    lost = [queue.count(setting(queue, places=places))[2] for places in ("40", "80", "120", "160")]
    assert lost == sorted(lost, reverse=True)
    assert lost[0] > 50 > lost[-1]


def test_a_short_wait_is_set_beside_those_who_gave_up(page: Any) -> None:
    queue = page("limbo")
    soon, late = (setting(queue, patience=patience) for patience in ("two-weeks", "half-a-year"))
    assert queue.line(soon).wait < queue.line(late).wait / 5
    assert queue.count(soon)[2] >= queue.count(late)[2]
    assert "Somebody who never gave up would wait about 8 days" in queue.sentence(soon)
    assert "With half a year of patience 33 would give up, and the wait would be longer: about 2 months." in queue.sentence(soon)
    assert "If nobody gave up, the line would grow by 10 people a month, without end." in queue.sentence(soon)


def test_screening_by_hand(page: Any) -> None:
    screening = page("screening")
    one = {"dangerous": "20", "sensitivity": "80", "specificity": "90"}
    assert screening.count(one) == (16, 98, 4, 882)
    assert "flags 114 people: 16 of the dangerous and 98 who are not" in screening.sentence(one)
    assert "about 14 are dangerous" in screening.sentence(one)


def test_no_length_of_a_window_is_best_at_everything(page: Any) -> None:
    window = page("window-design")
    winners = set()
    for one in window.settings():
        lengths = window.lengths(one)
        bests = [
            {each.days for each in lengths if getattr(each, row) == getattr(best(lengths, row), row)} for row in ("let_in", "seen", "paid")
        ]
        assert not set.intersection(*bests), one
        assert 90 not in set.union(*bests), "the longest is never the answer"
        winners |= bests[0]
    assert len(winners) > 1, "which length lets in most depends on the office and on trust"


def test_a_longer_window_misses_fewer_loses_belief_and_costs_more(page: Any) -> None:
    window = page("window-design")
    for one in window.settings():
        lengths = window.lengths(one)
        for name, grows in (("late", False), ("unbelief", True), ("paid", True)):
            found = [getattr(length, name) for length in lengths]
            assert found == sorted(found, reverse=not grows), (one, name)
    assert window.length(setting(window, patience="three-months")).let_in > window.length(setting(window, patience="two-weeks")).let_in


def test_the_rush_before_the_close_remains(page: Any) -> None:
    window = page("window-design")
    course = window.course(setting(window, days="30", patience="three-months"))
    assert course.arrived[30] - course.arrived[27] > course.arrived[30] / 4


@pytest.mark.parametrize(
    ("days", "words"),
    [(0.2, "about 1 day"), (1, "about 1 day"), (6, "about 6 days"), (14, "about 2 weeks"), (45, "about 6 weeks"), (61, "about 2 months")],
)
def test_times_are_said_in_the_unit_that_people_use(days: float, words: str) -> None:
    assert how_long(days) == words


def test_people_are_counted_in_words() -> None:
    assert [people(number) for number in (0, 1, 2, 1200)] == ["nobody", "1 person", "2 people", "1,200 people"]

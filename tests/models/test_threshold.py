"""The threshold model against Granovetter's published example, and against what must hold of any town."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.models.threshold import all_draws, cascade


def test_a_hundred_people_with_thresholds_from_0_to_99_all_act() -> None:
    rounds = cascade(np.arange(100))
    assert rounds.tolist() == list(range(1, 101)), "one a round, each moved by the one before"


def test_with_threshold_2_instead_of_1_exactly_one_acts() -> None:
    thresholds = np.arange(100)
    thresholds[1] = 2
    assert cascade(thresholds).tolist() == [1] + [0] * 99


def test_a_held_person_breaks_the_chain_there() -> None:
    rounds = cascade(np.arange(100), held=[40])
    assert np.count_nonzero(rounds) == 40
    assert rounds[40:].tolist() == [0] * 60


def test_on_a_network_only_those_who_are_seen_count() -> None:
    # a line of five: each sees the one before
    sees = np.eye(5, k=-1, dtype=bool)
    assert cascade(np.array([0, 1, 1, 1, 1]), sees).tolist() == [1, 2, 3, 4, 5]
    assert cascade(np.array([0, 1, 2, 1, 1]), sees).tolist() == [1, 2, 0, 0, 0]


def test_who_sees_whom_must_fit_the_people() -> None:
    with pytest.raises(ValueError, match="3 people need a square of 3 rows"):
        cascade(np.zeros(3, dtype=np.int64), np.eye(2, dtype=bool))


@st.composite
def towns(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, list[int]]:
    people = draw(st.integers(1, 12))
    thresholds = draw(st.lists(st.integers(0, people), min_size=people, max_size=people))
    rows = draw(st.lists(st.lists(st.booleans(), min_size=people, max_size=people), min_size=people, max_size=people))
    sees = np.array(rows, dtype=bool)
    np.fill_diagonal(sees, val=False)
    return np.array(thresholds), sees, draw(st.lists(st.integers(0, people - 1), unique=True))


@given(towns(), st.integers(0, 3))
def test_every_draw_by_lot_ends_where_holding_its_people_would(town: tuple[np.ndarray, np.ndarray, list[int]], number: int) -> None:
    thresholds, sees, _ = town
    number = min(number, len(thresholds))
    draws, counts = all_draws(thresholds, sees, number)
    assert [tuple(draw) for draw in draws] == list(combinations(range(len(thresholds)), number))
    assert counts.tolist() == [np.count_nonzero(cascade(thresholds, sees, draw)) for draw in draws]


def test_no_more_can_be_drawn_than_there_are() -> None:
    with pytest.raises(ValueError, match="of 3 people, 0 to 3 can be drawn, not 4"):
        all_draws(np.zeros(3, dtype=np.int64), ~np.eye(3, dtype=bool), 4)


@given(towns())
def test_where_a_town_rests_nobody_else_would_move(town: tuple[np.ndarray, np.ndarray, list[int]]) -> None:
    thresholds, sees, held = town
    rounds = cascade(thresholds, sees, held)
    seen = (sees & (rounds > 0)).sum(axis=1)
    for person, number in enumerate(rounds):
        earlier = int((sees[person] & (rounds > 0) & (rounds < number)).sum())
        if number:
            assert person not in held
            assert earlier >= thresholds[person], "moved on what was seen before"
        else:
            assert person in held or seen[person] < thresholds[person]


@given(towns())
def test_holding_somebody_never_moves_anybody(town: tuple[np.ndarray, np.ndarray, list[int]]) -> None:
    thresholds, sees, held = town
    free, less = cascade(thresholds, sees), cascade(thresholds, sees, held)
    assert not ((less > 0) & (free == 0)).any()

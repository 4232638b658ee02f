"""What a pilot's figures are: limits, intervals, differences, items to mend."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from counteroffer.pilot import groups
from counteroffer.pilot.marks import OPEN, OPTIONS, OUTSIDERS, Mark


def mark(condition: str, sitter: str, item: int, earned: float, kind: str = "single") -> Mark:
    return Mark(condition, sitter, f"item-{item:02}", "0123456789", kind, "CO1", earned, 0.25, blank=False)


def group(condition: str, earned: Sequence[float], sitter: str = "a", first: int = 0) -> list[Mark]:
    return [mark(condition, sitter, first + place, one) for place, one in enumerate(earned)]


def test_limits_are_chance_and_fifteen_points_two_thirds_and_nine_tenths() -> None:
    marks = [*group(OPTIONS, [1, 1] + [0] * 3), *group(OUTSIDERS, [1] * 13 + [0] * 7), *group(OPEN, [1] * 17 + [0] * 3)]
    told = {one.condition: (one.held, one.sure) for one in groups.verdicts(marks, "practice")}
    assert told == {OPTIONS: (True, False), OUTSIDERS: (True, False), OPEN: (False, False)}
    told = {one.condition: (one.held, one.sure) for one in groups.verdicts(marks, "certification")}
    assert told[OUTSIDERS] == (False, False)
    told = {one.condition: (one.held, one.sure) for one in groups.verdicts(group(OPEN, [1] * 20) + group(OPTIONS, [1] * 20), "practice")}
    assert told == {OPTIONS: (False, True), OPEN: (True, True)}


def test_an_interval_is_the_bootstraps_and_the_same_every_time() -> None:
    values = [1.0] * 15 + [0.0] * 5
    low, high = groups.bootstrap(values)
    assert (low, high) == groups.bootstrap(values)
    # ± 1.96 √(p q / n) is near enough for twenty items
    assert low == pytest.approx(0.75 - 0.19, abs=0.03)
    assert high == pytest.approx(0.75 + 0.19, abs=0.05)


def test_a_difference_is_taken_item_by_item_where_both_sat() -> None:
    readers, outsiders = group(OPEN, [1, 1, 1, 0]), group(OUTSIDERS, [0, 0, 0, 1])
    (paired,) = groups.differences(readers + outsiders)
    assert (paired.items, paired.value, paired.paired) == (4, 0.5, True)
    (apart,) = groups.differences(readers + group(OUTSIDERS, [0, 0, 0, 1], first=10))
    assert (apart.items, apart.value, apart.paired) == (8, 0.5, False)
    assert apart.interval[0] < 0 < apart.interval[1]


def test_an_item_is_named_with_every_reason_to_mend_it() -> None:
    marks = [
        *(mark(condition, "a", 1, 1.0) for condition in (OPTIONS, OUTSIDERS, OPEN)),
        *(mark(condition, "a", 2, earned) for condition, earned in ((OPTIONS, 0.0), (OUTSIDERS, 0.0), (OPEN, 1.0))),
        mark(OUTSIDERS, "a", 3, 0.0),
        mark(OPEN, "a", 3, 0.5),
    ]
    told = {one.item: one.mend for one in groups.results(marks)}
    assert told["item-01"] == ("its options alone earn 100%, and chance 25%", "outsiders earn as much as readers, units open")
    assert told["item-02"] == ()
    assert told["item-03"] == ("readers, units open earn 50%",)


def test_kinds_with_few_items_are_pooled() -> None:
    marks = group(OPEN, [1] * 6) + [mark(OPEN, "a", 20 + n, 0.0, kind) for n, kind in enumerate(("ordering", "matching"))]
    assert {one.name: one.items for one in groups.pooled(marks, lambda one: one.kind)} == {
        f"{OPEN}: single": 6,
        f"{OPEN}: few items each": 2,
    }

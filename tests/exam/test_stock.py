"""What forms are drawn from: the items that come after teaching, in a fixed order, each with what the blueprint asks about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from counteroffer.course import load_course
from counteroffer.course.diagnostics import Faults
from counteroffer.course.readers import read_checks
from counteroffer.exam.stock import stock


def test_what_was_measured_of_items_is_taken_from_their_files(small: Path, change: Callable[[Path, str, str], None]) -> None:
    file = small / "exercises/checks/first-unit.yml"
    assert {one.easier for one in stock(load_course(small).checks.values())} == {0.0}
    change(file, "  kind: single\n", "  kind: single\n  difficulty: 0.4\n")
    change(file, "  kind: multiple\n", "  kind: multiple\n  difficulty: 0.8\n")
    assert sorted(round(one.easier, 6) for one in stock(load_course(small).checks.values()) if one.easier) == [-0.2, 0.2]


def test_stock_is_in_the_order_of_ids_but_for_sets_which_keep_theirs() -> None:
    file = Path(__file__).parents[1] / "small/exercises/checks/first-unit.yml"
    (check,) = read_checks([file], Faults(file.parent), {})
    found = stock([check.model_copy(update={"check": "z", "scenario": "A situation."}), check])
    singles, own = found[: len(check.items)], found[len(check.items) :]
    assert [one.id for one in singles] == sorted(item.id for item in check.items)
    assert [one.id for one in own] == [item.id for item in check.items]
    assert {one.set for one in singles} == {None}
    assert {one.set for one in own} == {"z"}
    facts = {one.id: one for one in singles}
    assert (facts["item-single"].outcome, facts["item-single"].objectives) == ("CO1", frozenset({"CO1.a"}))
    assert facts["item-single"].chance == pytest.approx(1 / 3)
    assert [facts[f"item-{kind}"].beyond for kind in ("single", "multiple", "judgement")] == [True, False, True]
    with pytest.raises(FrozenInstanceError):
        found[0].easier = 1.0  # type: ignore[misc]


def test_items_that_come_before_teaching_are_no_stock(small: Path) -> None:
    check = load_course(small).checks["first-unit"]
    assert {one.id for one in stock([check])} == {item.id for item in check.items}
    assert stock([check.model_copy(update={"mode": "probe"})]) == []

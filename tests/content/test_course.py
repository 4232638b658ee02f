"""The course held to its own rules: the editor's report is clean, and its size is what the curriculum says."""

from __future__ import annotations

from pathlib import Path

from counteroffer.course import Catalogue
from counteroffer.review.command import run

ROOT = Path(__file__).parents[2]


def test_the_editor_finds_nothing_to_mend() -> None:
    report, status = run(ROOT)
    assert status == 0, report


def test_every_unit_of_the_curriculum_stands(course: Catalogue) -> None:
    parts = [front.number.split(".")[0] for _, front in course.units().values()]
    assert [parts.count(part) for part in "01234"] == [4, 3, 5, 6, 8]


def test_every_unit_of_parts_one_to_four_has_its_check(course: Catalogue) -> None:
    for name, (_, front) in course.units().items():
        if front.number[0] != "0":
            assert 6 <= len(course.checks[name].items) <= 8, name


def test_the_diagnostic_has_two_items_an_outcome(course: Catalogue) -> None:
    check = course.checks["where-do-you-stand"]
    assert check.mode == "probe"
    outcomes = [item.objectives[0].split(".")[0] for item in check.items]
    assert sorted(outcomes) == sorted([*course.outcomes, *course.outcomes])

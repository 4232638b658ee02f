"""The course held to its own rules: the editor's report is clean, and its size is what the curriculum says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from counteroffer.course import Catalogue
from counteroffer.course.items import Item
from counteroffer.review.command import run
from counteroffer.review.items.guessers import MARGIN, results
from counteroffer.review.items.numbers import practised, share_applied
from counteroffer.review.items.shapes import thoughtless
from counteroffer.review.manuscript import read_manuscript
from counteroffer.review.report import review_manuscript

ROOT = Path(__file__).parents[2]
# How many items of each kind the bank had when every unit had its check; fewer would mean a kind has fallen out of use.
KINDS = {"single": 55, "judgement": 35, "multiple": 13, "matching": 7, "ordering": 5}


@pytest.fixture(scope="module")
def bank(course: Catalogue) -> list[Item]:
    return [item for check in course.checks.values() for item in check.items]


@pytest.mark.slow
def test_the_editor_finds_nothing_to_mend() -> None:
    report, status = run(ROOT)
    assert status == 0, report


def test_every_unit_of_the_curriculum_stands(course: Catalogue) -> None:
    parts = [front.number.split(".")[0] for _, front in course.units().values()]
    assert [parts.count(part) for part in "01234"] == [4, 3, 5, 6, 8]


def test_every_unit_of_parts_one_to_four_has_its_check(course: Catalogue) -> None:
    for name, (_, front) in course.units().items():
        if front.number[0] != "0":
            assert 5 <= len(course.checks[name].items) <= 12, name


def test_the_diagnostic_has_two_items_an_outcome(course: Catalogue) -> None:
    check = course.checks["where-do-you-stand"]
    assert check.mode == "probe"
    outcomes = [item.objectives[0].split(".")[0] for item in check.items]
    assert sorted(outcomes) == sorted([*course.outcomes, *course.outcomes])


def test_the_bank_has_no_flaw_of_writing_not_even_a_small_one(course: Catalogue) -> None:
    report = review_manuscript(read_manuscript(course), "items")
    assert list(map(str, report.diagnostics)) == []


def test_constant_answers_earn_nothing(bank: list[Item]) -> None:
    assert thoughtless(bank) == dict.fromkeys(("judgement", "matching", "multiple", "ordering"), 0)


def test_guessers_score_no_better_than_chance(bank: list[Item]) -> None:
    scored = results(bank)
    assert {one.items for one in scored} == {sum(item.kind in {"single", "multiple"} for item in bank)}
    assert [one for one in scored if one.ahead > MARGIN] == []


def test_every_kind_of_item_is_in_real_use(bank: list[Item]) -> None:
    counted = Counter(item.kind for item in bank)
    assert {kind: counted[kind] for kind, fewest in KINDS.items() if counted[kind] < fewest} == {}


def test_at_least_half_of_the_practice_items_apply_or_more(course: Catalogue) -> None:
    assert share_applied(practised(course.checks.values())) >= 0.5

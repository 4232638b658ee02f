"""Both banks: two hundred forms wear no item out and leave none idle, three sittings share no item, and the kept pilots are within the limits."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from counteroffer.course import Catalogue
from counteroffer.course.blueprint import Blueprint
from counteroffer.exam.bank import DEMONSTRATION, with_bank
from counteroffer.exam.forms import assemble
from counteroffer.exam.stock import Entry, stock
from tests import pilots

ROOT = Path(__file__).parents[2]
FORMS, SITTINGS = 200, 3
Bank = tuple[Blueprint, list[Entry]]


@pytest.fixture(params=["practice", "certification"])
def bank(request: pytest.FixtureRequest, course: Catalogue) -> Bank:
    assert course.blueprint is not None
    held = course if request.param == "practice" else with_bank(course, ROOT / DEMONSTRATION)
    return course.blueprint, stock(held.checks.values())


def test_no_item_is_worn_out_over_two_hundred_forms_and_none_lies_idle(bank: Bank) -> None:
    blueprint, items = bank
    forms = assemble(blueprint, items, seed="two hundred", forms=FORMS)
    used = Counter(id_ for form in forms for id_ in form)
    assert set(used) == {one.id for one in items}
    assert max(used.values()) <= blueprint.exposure_at_most * FORMS
    objectives = {one.id: one.objectives for one in items}
    every = frozenset().union(*objectives.values())
    for first, second in zip(forms[::2], forms[1::2], strict=True):
        assert frozenset().union(*(objectives[id_] for id_ in first + second)) == every


def test_three_sittings_of_one_candidate_share_no_item(bank: Bank) -> None:
    blueprint, items = bank
    forms = assemble(blueprint, items, seed="three", forms=SITTINGS, apart=SITTINGS)
    assert not any(set(one) & set(other) for one, other in combinations(forms, 2))


def test_the_kept_pilots_are_within_the_limits(course: Catalogue) -> None:
    told = list(pilots.table(course))
    limits = [line for line in told if ": at most" in line or ": at least" in line]
    assert len(limits) == 6, "two for outsiders and one for readers, for either bank"
    assert all(line.endswith(": kept") or "kept, and" in line for line in limits), limits

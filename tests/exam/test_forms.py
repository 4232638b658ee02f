"""Forms keep to the blueprint, follow from the seed, wear no item out; an impossible blueprint says what it lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from counteroffer.course import Catalogue, CourseError, load_course
from counteroffer.course.blueprint import Blueprint
from counteroffer.course.marking import expected_of
from counteroffer.exam import forms as forms_of
from counteroffer.exam.bank import DEMONSTRATION, with_bank
from counteroffer.exam.constraints import rules
from counteroffer.exam.forms import ImpossibleBlueprint, assemble
from counteroffer.exam.practice import FORMS, draw_ahead, practice_forms
from counteroffer.exam.stock import Entry, stock

Change = Callable[[Path, str, str], None]


@pytest.fixture(scope="module")
def shipped(course: Catalogue) -> list[list[str]]:
    return practice_forms(course)


def made(number: int = 24, **other: object) -> list[Entry]:
    """Items of two outcomes and two objectives each, every second one asking to apply, and two sets of two items."""
    fields = {"beyond": True, "set": None, "chance": 0.1, "enemies": frozenset[str](), **other}

    def entry(id_: str, n: int, **own: object) -> Entry:
        return Entry(id=id_, outcome=f"CO{n % 2 + 1}", objectives=frozenset({f"CO{n % 2 + 1}.{'ab'[n // 2 % 2]}"}), **{**fields, **own})  # type: ignore[arg-type]

    single = [entry(f"item-{n:02}", n, beyond=n % 4 < 2) for n in range(number)]
    return single + [entry(f"{name}-{n}", n, set=name) for name in ("north", "south") for n in range(2)]


def plan(**other: object) -> Blueprint:
    told = {"items": 8, "minutes": 9, "pass_mark": 0.5, "outcomes": {"CO1": 4, "CO2": 4}, "apply_or_analyse": 5, "set_items": 2}
    return Blueprint.model_validate(told | other)


def test_every_practice_form_keeps_to_the_blueprint(course: Catalogue, shipped: list[list[str]]) -> None:
    blueprint = course.blueprint
    assert blueprint is not None
    entries = {one.id: one for one in stock(course.checks.values())}
    items = {item.id: item for check in course.checks.values() for item in check.items}
    assert len(shipped) == FORMS == len({frozenset(form) for form in shipped})
    for form in shipped:
        assert len(set(form)) == len(form) == blueprint.items
        assert Counter(entries[id_].outcome for id_ in form) == blueprint.outcomes
        assert sum(entries[id_].beyond for id_ in form) >= blueprint.apply_or_analyse
        sets = [entries[id_].set for id_ in form]
        assert sets[-blueprint.set_items :] == [sets[-1]] * blueprint.set_items, "one set, together, at the end"
        assert sets[-1]
        assert not any(sets[: -blueprint.set_items])
        assert expected_of(items[id_] for id_ in form) <= Fraction(1, 5)


def test_no_item_is_worn_out_and_none_lies_idle(course: Catalogue, shipped: list[list[str]]) -> None:
    blueprint = course.blueprint
    assert blueprint is not None
    entries = stock(course.checks.values())
    used = Counter(id_ for form in shipped for id_ in form)
    assert set(used) == {one.id for one in entries}, "no probe, and every practice item"
    assert max(used[one.id] for one in entries if not one.set) <= blueprint.exposure_at_most * FORMS
    sets = {one.set: used[one.id] for one in entries if one.set}
    assert max(sets.values()) - min(sets.values()) <= 1, "sets are taken in turn"


def test_two_forms_reach_every_objective(course: Catalogue, shipped: list[list[str]]) -> None:
    objectives = {one.id: one.objectives for one in stock(course.checks.values())}
    for first, second in zip(shipped[::2], shipped[1::2], strict=True):
        reached = frozenset().union(*(objectives[id_] for id_ in first + second))
        assert set(course.objectives) == set(reached)


@pytest.mark.parametrize("each", [6, 0])
def test_forms_from_a_large_bank_keep_to_the_blueprint(monkeypatch: pytest.MonkeyPatch, each: int) -> None:
    """They are looked for among few items first, and among all where the few do not suffice."""
    monkeypatch.setattr("counteroffer.exam.forms._EACH", each)
    items = made(700)
    entries = {one.id: one for one in items}
    forms = assemble(plan(), items, seed="large", forms=12)
    used = Counter(id_ for form in forms for id_ in form if not entries[id_].set)
    assert max(used.values()) == 1, "nothing is used again before all is used"
    for form in forms:
        assert Counter(entries[id_].outcome for id_ in form) == {"CO1": 4, "CO2": 4}
        assert sum(entries[id_].beyond for id_ in form) >= 5
        assert [entries[id_].set for id_ in form[:-2]] == [None] * 6
        assert entries[form[-1]].set == entries[form[-2]].set is not None
    assert forms == assemble(plan(), items, seed="large", forms=12)


def test_forms_follow_from_the_seed() -> None:
    assert assemble(plan(), made(), seed="one", forms=6) == assemble(plan(), made(), seed="one", forms=6)
    assert assemble(plan(), made(), seed="one", forms=6) != assemble(plan(), made(), seed="two", forms=6)


def test_enemies_never_stand_on_one_form() -> None:
    items = made(10)
    items[0] = Entry(**{**vars(items[0]), "enemies": frozenset({"item-02", "item-04", "gone"})})
    forms = assemble(plan(), items, seed="one", forms=20)
    assert any("item-00" in form for form in forms)
    assert not any({"item-00"} < set(form) & {"item-00", "item-02", "item-04"} for form in forms)


def test_forms_are_alike_in_what_was_measured() -> None:
    """Half of the items of an outcome were easy, half hard; without the rule a form may be made of easy ones alone."""
    items = [Entry(**{**vars(one), "easier": 0.3 if n % 8 < 4 else -0.3}) for n, one in enumerate(made(40))]
    easier = {one.id: one.easier for one in items}

    def apart(blueprint: Blueprint) -> float:
        return max(abs(sum(easier[id_] for id_ in form)) for form in assemble(blueprint, items, seed="alike", forms=12))

    assert apart(plan(difficulty_apart=0.5)) <= 0.5 < apart(plan(difficulty_apart=9))
    with pytest.raises(ImpossibleBlueprint, match="harder by 1"):
        assemble(plan(difficulty_apart=0.5), [Entry(**{**vars(one), "easier": -0.2}) for one in made()], seed="alike", forms=1)


def test_sittings_share_no_item() -> None:
    forms = assemble(plan(), made(), seed="one", forms=4, apart=2)
    for first, second in zip(forms[::2], forms[1::2], strict=True):
        assert not set(first) & set(second)


def test_exposure_is_a_limit_not_a_wish() -> None:
    forms = assemble(plan(exposure_at_most=0.3), made(), seed="one", forms=20)
    used = Counter(id_ for form in forms for id_ in form if id_.startswith("item"))
    assert max(used.values()) <= 6
    with pytest.raises(ImpossibleBlueprint, match="have been used as often as they may"):
        assemble(plan(exposure_at_most=0.2), made(), seed="one", forms=20)


def test_as_often_as_it_may_and_not_once_more() -> None:
    """Four forms of six single items from twenty-four, each of which may stand on one form in four: every one is used, and none twice."""
    forms = assemble(plan(exposure_at_most=0.25, apply_or_analyse=0), made(), seed="one", forms=4)
    assert Counter(id_ for form in forms for id_ in form[:-2]) == {f"item-{n:02}": 1 for n in range(24)}
    with pytest.raises(ImpossibleBlueprint):
        assemble(plan(exposure_at_most=0.25, apply_or_analyse=0), made()[1:], seed="one", forms=4)


@pytest.mark.parametrize("apart", [2, 3])
def test_sittings_from_a_large_bank_share_no_item_and_a_set_of_another_size_stands_on_none(apart: int) -> None:
    items = made(700)
    items += [replace(items[-1], id=f"{name}-{n}", set=name) for name, number in (("east", 3), ("west", 2)) for n in range(number)]
    forms = assemble(plan(), items, seed="large", forms=6, apart=apart)
    for first in range(0, 6, apart):
        together = [id_ for form in forms[first : first + apart] for id_ in form]
        assert len(set(together)) == len(together)
    assert not any(id_.startswith("east") for form in forms for id_ in form)


def test_the_first_of_two_forms_reaches_a_rare_objective_where_it_costs_little() -> None:
    rare = replace(made()[0], objectives=frozenset({"CO1.z"}))
    items, kept = [rare, *made()[1:]], list(rules(plan(), [rare, *made()[1:]]))
    for cost, taken in ((1500, True), (4000, False)):
        costs = np.array([cost] + [1] * (len(items) - 1))
        found = forms_of._solve(items, kept, costs, {"CO1.z"})
        assert found is not None
        assert (0 in found) is taken, cost
        assert 0 not in (forms_of._solve(items, kept, costs, ()) or [0]), "worth nothing where nobody asks for it"


def test_what_was_shunned_is_taken_only_where_nothing_else_will_do() -> None:
    items = made(12)
    shunned = [one.id for one in items if not one.set][:5]
    (form,) = assemble(plan(), items, seed="one", forms=1, shunned=[shunned])
    # six of each outcome, of which three stand on a form
    assert not set(form) & set(shunned)
    (form,) = assemble(plan(), items, seed="one", forms=1, shunned=[[one.id for one in items if one.outcome == "CO1"]])
    assert sum(one.outcome == "CO1" for one in items if one.id in form) == 4, "the blueprint comes first"


def test_single_items_come_before_the_set_in_an_order_of_the_seeds() -> None:
    items = made()
    forms = [assemble(plan(), items, seed=f"seed {n}", forms=1)[0] for n in range(6)]
    assert all(form[-2:] in (["north-0", "north-1"], ["south-0", "south-1"]) for form in forms), "a set keeps its own order"
    assert any(form[:-2] != sorted(form[:-2]) for form in forms)


def test_of_two_forms_running_no_item_stands_on_both_where_the_stock_suffices() -> None:
    forms = assemble(plan(exposure_at_most=0.9), made(), seed="one", forms=8)
    for one, other in pairwise(forms):
        assert not set(one[:-2]) & set(other[:-2])
        assert one[-1] != other[-1], "and the sets take turns"


LACKING = [
    (plan(outcomes={"CO1": 1, "CO2": 7}, apply_or_analyse=2), made(8), {}, r"^CO2 wants 7 items and lacks 2$"),
    (plan(apply_or_analyse=8), made(8), {}, r"^2 items too few ask to apply or more$"),
    (
        plan(outcomes={"CO1": 4, "CO2": 4}, apply_or_analyse=0, set_items=0),
        made(3)[:2],
        {},
        "CO1 wants 4 items and lacks 3; CO2 wants 4 items and lacks 3",
    ),
    (plan(set_items=3), made(), {}, r"^no set on one situation can be had with 3 items that fit the outcomes"),
    (plan(random_at_most=0.09), made(), {}, r"^answers at random earn 0\.08 marks more than 9% of 8$"),
    (plan(), made(4), {"apart": 3}, r"CO1 wants 4 items and lacks 1; CO2 wants 4 items and lacks 1"),
]


@pytest.mark.parametrize(("blueprint", "items", "more", "said"), LACKING)
def test_an_impossible_blueprint_says_what_is_lacking_and_by_how_much(
    blueprint: Blueprint, items: list[Entry], more: dict[str, Any], said: str
) -> None:
    with pytest.raises(ImpossibleBlueprint, match=said):
        assemble(blueprint, items, seed="one", forms=4, **more)


def test_a_bank_that_allows_no_form_is_a_fault_of_the_course(small: Path, change: Change) -> None:
    course = load_course(small)
    forms = practice_forms(course)
    assert len(forms) == FORMS
    assert practice_forms(course) == forms, "kept"
    change(small / "exercises/exam/blueprint.yml", "set_items: 0", "set_items: 0\nrandom_at_most: 0.02")
    with pytest.raises(CourseError) as caught:
        practice_forms(load_course(small))
    (fault,) = caught.value.diagnostics
    assert (fault.file, fault.line, fault.code) == ("exercises/exam/blueprint.yml", 1, "blueprint-impossible")
    assert "answers at random earn" in fault.message


def test_kept_forms_are_drawn_anew_when_what_is_asked_of_an_item_has_changed(small: Path, change: Change) -> None:
    check = small / "exercises/checks/first-unit.yml"
    practice_forms(load_course(small))
    (kept,) = (small / "_build/forms").iterdir()
    change(check, "stem: Which belong?", "stem: Which belong here?")
    practice_forms(load_course(small))
    assert list((small / "_build/forms").iterdir()) == [kept], "a mended stem asks no form of another kind"
    change(check, "level: evaluate", "level: understand")
    practice_forms(load_course(small))
    (other,) = (small / "_build/forms").iterdir()
    assert other.name != kept.name


def test_an_objective_with_one_item_is_reached_by_every_second_form() -> None:
    items = made()
    items[0] = Entry(**{**vars(items[0]), "objectives": frozenset({"CO1.z"})})
    forms = assemble(plan(exposure_at_most=0.6), items, seed="one", forms=8)
    assert all("item-00" in first + second for first, second in zip(forms[::2], forms[1::2], strict=True))


def test_forms_drawn_ahead_are_those_that_a_whole_course_finds(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draw_ahead(small)
    monkeypatch.setattr("counteroffer.exam.forms.assemble", lambda *_, **__: pytest.fail("drawn again"))
    assert len(practice_forms(load_course(small))) == FORMS


def test_no_forms_are_drawn_ahead_from_files_with_faults(small: Path, change: Change) -> None:
    change(small / "exercises/checks/first-unit.yml", "kind: single", "kind: riddle")
    draw_ahead(small)
    assert not (small / "_build/forms").exists()


def test_no_blueprint_no_forms(small: Path) -> None:
    (small / "exercises/exam/blueprint.yml").unlink()
    assert practice_forms(load_course(small)) == []


def test_two_forms_share_no_item_where_the_exposure_would_allow_none(course: Catalogue) -> None:
    bank = stock(with_bank(course, course.root / DEMONSTRATION).checks.values())
    assert course.blueprint
    one, other = assemble(course.blueprint, bank, seed="two", forms=2)
    sets = {entry.id for entry in bank if entry.set}
    assert not set(one) & set(other) - sets

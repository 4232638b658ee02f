"""A blueprint that adds up, and a bank from which its forms can be drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from counteroffer.course import Catalogue, CourseError, load_course
from counteroffer.course.blueprint import BEYOND, outcome_of
from counteroffer.twin.bank import bank_scripts
from counteroffer.twin.links import NoLinks, in_folder
from counteroffer.twin.outline import items_outline

Change = Callable[[Path, str, str], None]
FILE = "exercises/exam/blueprint.yml"

BREAKS = [
    ("items: 3", "items: 4", "come to 3 items, not to 4"),
    ("{CO1: 3}", "{CO2: 3}", "There is no outcome `CO2`"),
    ("items: 3\nminutes: 5\npass_mark: 0.6\noutcomes: {CO1: 3}", "items: 9\nminutes: 5\npass_mark: 0.6\noutcomes: {CO1: 9}", "wants 9 practice items and has 5"),
    ("apply_or_analyse: 1", "apply_or_analyse: 5", "fewer than 5 practice items apply or analyse"),
    ("set_items: 0", "set_items: 2", "no set on one situation has 2 items"),
    ("pass_mark: 0.6", "pass_mark: 60", "pass_mark"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), BREAKS)
def test_a_blueprint_that_cannot_be_drawn_by_is_a_fault(small: Path, change: Change, old: str, new: str, said: str) -> None:
    change(small / FILE, old, new)
    with pytest.raises(CourseError) as caught:
        load_course(small)
    assert [one for one in caught.value.diagnostics if said in one.message and one.file == FILE and one.remedy]


def test_a_set_stands_without_a_unit_of_its_name_but_its_items_name_theirs(small: Path, change: Change) -> None:
    text = (small / "exercises/checks/first-unit.yml").read_text(encoding="utf-8")
    made = text.replace("check: first-unit", "check: set-one\nscenario: A town.").replace("id: item-", "id: set-")
    target = small / "exercises/checks/set-one.yml"
    target.write_text(made, encoding="utf-8")
    with pytest.raises(CourseError, match="This item belongs to no unit"):
        load_course(small)
    target.write_text(made.replace("  level:", "  unit: first-unit\n  level:"), encoding="utf-8")
    course = load_course(small)
    assert course.checks["set-one"].scenario == "A town."
    assert course.page_of("first-unit") == "chapters/part-1/first-unit"
    change(target, "scenario: A town.\n", "")
    with pytest.raises(CourseError, match="There is no unit `set-one`"):
        load_course(small)


def test_the_certification_blueprint_is_the_curriculum_s(course: Catalogue) -> None:
    blueprint = course.blueprint
    assert blueprint is not None
    assert (blueprint.items, blueprint.minutes, blueprint.pass_mark) == (40, 60, 0.75)
    assert blueprint.outcomes == {"CO1": 4, "CO2": 8, "CO3": 8, "CO4": 6, "CO5": 8, "CO6": 6}
    assert (blueprint.apply_or_analyse, blueprint.set_items) == (24, 6)
    sets = [check for check in course.checks.values() if check.scenario]
    assert len(sets) >= 6, "three examinations in a row need not share a set"
    for one in sets:
        # only two units teach the phases, so sets carry them
        assert Counter(map(outcome_of, one.items)) == {"CO1": 1, "CO2": 3, "CO3": 1, "CO6": 1}, one.check
        assert sum(item.level in BEYOND for item in one.items) >= 4


def test_the_bank_holds_every_practice_item_once_and_no_probe(course: Catalogue) -> None:
    scripts = dict(bank_scripts(course, NoLinks()))
    assert set(scripts) == {f"{check.check}.js" for check in course.checks.values() if check.mode == "practice"}
    text = "".join(scripts.values())
    outline = items_outline(course, in_folder)
    for check in course.checks.values():
        for item in check.items:
            assert text.count(f'id=\\"item-{item.id}\\"') == (check.mode == "practice"), item.id
            assert outline["items"][item.id]["outcome"] == item.objectives[0].split(".")[0]
            assert outline["sections"][outline["items"][item.id]["url"]]

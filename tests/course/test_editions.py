"""The edition of an item says what was asked: it changes with that and with nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from counteroffer.course import Catalogue, CourseError, load_course
from counteroffer.course.editions import edition
from counteroffer.course.items import Wording
from counteroffer.twin import NoLinks, case_html, check_html

Change = Callable[[Path, str, str], None]
CHECK = "exercises/checks/first-unit.yml"
ROOT = Path(__file__).parents[2]
CASE = "exercises/cases/small-case.yml"

WAIT = "  - {id: wait, text: Wait, defensibility: 2, feedback: Weak., cite: [fact-01]}\n"
ASK = "  - {id: ask, text: Ask, defensibility: 4, feedback: Strong., cite: [fact-01]}\n"

# what is changed, from what to what, and the item that is then another
OTHER = [
    ("stem: What does it mean?", "stem: What does it not mean?", "item-single"),
    ("vignette: A caller knows a name.", "vignette: A caller knows no name.", "item-single"),
    ("text: This one", "text: This very one", "item-single"),
    ("id: this-one", "id: that-other", "item-single"),
    ("{id: third, text: The third, key: true,", "{id: third, text: The third,", "item-multiple"),
    ("text: Ask, defensibility: 4", "text: Ask, defensibility: 3", "item-judgement"),
    ("defensibility: 1", "defensibility: 1, tolerance: 1", "item-judgement"),
    ("right: Two", "right: Both", "item-matching"),
]
SAME = [
    ("feedback: Yes., cite: [fact-02]", "feedback: Rather., cite: [fact-01]"),
    ("stem: What does it mean?", "stem: >-\n    What does\n    it mean?"),
    ("  section: a-section\n", ""),
    ("level: evaluate", "level: apply"),
    (WAIT + ASK, ASK + WAIT),
]


@pytest.mark.parametrize(("old", "new", "item"), OTHER)
def test_what_is_asked_makes_the_edition(small: Path, change: Change, old: str, new: str, item: str) -> None:
    before = load_course(small).editions
    change(small / CHECK, old, new)
    after = load_course(small).editions
    assert after[item] != before[item]


def test_the_situation_of_a_set_belongs_to_its_items(small: Path) -> None:
    item = load_course(small).checks["first-unit"].items[0]
    assert edition(item) != edition(item, "A town.") != edition(item, "Another town.")
    assert edition(item, "A town.") == edition(item, "A\ntown.")


def test_the_order_of_entries_is_their_key(small: Path, change: Change) -> None:
    before = load_course(small).editions
    change(small / CHECK, "  - {id: earliest, text: Earliest, feedback: First., cite: [fact-01]}\n", "")
    change(
        small / CHECK,
        "Third., cite: [fact-01]}\n",
        "Third., cite: [fact-01]}\n  - {id: earliest, text: Earliest, feedback: F., cite: [fact-01]}\n",
    )
    after = load_course(small).editions
    assert {name for name in before if before[name] != after[name]} == {"item-ordering"}


@pytest.mark.parametrize(("old", "new"), SAME)
def test_what_is_said_afterwards_does_not(small: Path, change: Change, old: str, new: str) -> None:
    before = load_course(small).editions
    change(small / CHECK, old, new)
    assert load_course(small).editions == before


def test_a_mended_comma_keeps_the_edition_until_the_text_changes_again(small: Path, change: Change) -> None:
    before = load_course(small).editions
    change(small / CHECK, "stem: What does it mean?", "stem: What, then, does it mean?")
    now = load_course(small).editions["item-single"]
    assert now != before["item-single"]
    pin = f"  wording: {{same_as: {before['item-single']}, now: {now}}}\n  stem: What, then"
    change(small / CHECK, "  stem: What, then", pin)
    assert load_course(small).editions == before
    change(small / CHECK, "What, then, does it mean?", "What does it hide?")
    with pytest.raises(CourseError) as caught:
        load_course(small)
    (lapsed,) = caught.value.diagnostics
    assert (lapsed.code, lapsed.file) == ("wording-stale", CHECK)
    assert "take `wording` out" in lapsed.remedy


@pytest.mark.parametrize("guide", ["CONTRIBUTING.md", "README.md"])
def test_a_guide_tells_wording_as_it_is_read(guide: str) -> None:
    told = re.findall(r"`wording: ([^`]+)`", (ROOT / guide).read_text(encoding="utf-8"))
    assert told
    for one in told:
        Wording.model_validate(yaml.safe_load(one.replace("OLD", "0123456789").replace("NEW", "abcdef0123")))


def test_an_enemy_that_is_not_there_is_a_fault(small: Path, change: Change) -> None:
    change(small / CHECK, "  section: a-section\n", "  enemies: [item-multiple, item-multipel]\n")
    with pytest.raises(CourseError) as caught:
        load_course(small)
    (lacking,) = caught.value.diagnostics
    assert (lacking.code, "`item-multiple`" in lacking.remedy) == ("item-unknown", True)


def test_the_edition_of_a_case_is_its_decisions_not_its_words(small: Path) -> None:
    before = load_course(small).editions["small-case"]
    text = (small / CASE).read_text(encoding="utf-8")
    (small / CASE).write_text(text.replace("consequence: ", "consequence: Then "), encoding="utf-8")
    assert load_course(small).editions["small-case"] == before
    (small / CASE).write_text(text.replace("id: wait-1", "id: hold-1"), encoding="utf-8")
    assert load_course(small).editions["small-case"] != before


def test_pages_name_the_editions(course: Catalogue) -> None:
    for check in course.checks.values():
        html = check_html(course, check, NoLinks())
        for item in check.items:
            assert f'data-item="{item.id}" id="item-{item.id}" data-edition="{course.editions[item.id]}"' in html
    for case in course.cases.values():
        assert f'data-edition="{course.editions[case.case]}"' in case_html(course, case, NoLinks())


def test_editions_are_all_different(course: Catalogue) -> None:
    assert len(set(course.editions.values())) == len(course.editions)

"""A wrong number or name in the data of an explorer is a fault with file, line and remedy."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from counteroffer.course import CourseError, load_course
from counteroffer.course.diagnostics import Diagnostic, Faults
from counteroffer.course.explorers import MODELS, phase_map, read_explorers
from counteroffer.course.schemas import schemas

ROOT = Path(__file__).parents[2]
Change = Callable[[Path, str, str], None]

# file, text to replace, what to put there, what the message says
BREAKS = [
    ("limbo", "label: 80 places, number: 80", "label: 80 places, number: 30", "grow from one setting to the next"),
    ("limbo", 'id: "80", label: 80 places', 'id: "40", label: 80 places', "the setting `40` stands twice"),
    ("limbo", 'start: "30"', 'start: "35"', "the start `35` is not among the settings"),
    ("limbo", "label: 40 places, number: 40", "label: 40 places, number: 40.5", "whole and from 1"),
    ("limbo", "label: two weeks of patience, number: 0.5", "label: two weeks of patience, number: 0", "from 0.01"),
    ("limbo", "stay: 4", "stay: -4", "`stay`"),
    ("window-design", "label: 7 days, number: 7", "label: 7 days, number: 2", "whole and from 4 to 366"),
    ("window-design", "served: 2", "served: 0", "`served`"),
    ("screening", "label: 90 of 100 dangerous flagged, number: 90", "label: 90 of 100 dangerous flagged, number: 190", "from 1 to 100"),
    ("screening", "cite: [p-195, p-196]", "cite: []", "`cite`"),
    ("screening", "explorer: screening", "explorer: limbo", "is `limbo`"),
    ("decisive-minority", "id: watched, label", "id: looked-at, label", "are drawn, watched, first, in this order"),
    ("decisive-minority", "pressed: [3, 5, 24]", "pressed: [3, 5, 36]", "numbered from 0 to 35"),
    ("decisive-minority", "bridge: [3, 6]", "bridge: [0, 6]", "numbered from 1 to 8"),
    ("window-design", 'setting: {days: "90"}', 'setting: {days: "91"}', "There is no setting of `days` `91`."),
    ("window-design", 'setting: {days: "90"}', 'setting: {length: "90"}', "There is no control `length`."),
    ("window-design", 'setting: {days: "90"}', 'setting: {days: "7"}', "Two frames show the same setting."),
    ("phase-map", "setting: {view: means}", "setting: {view: ways}", "There is no setting of `view` `ways`."),
    ("decisive-minority", "label: 3 protected, number: 3", "label: 3 protected, number: 4", "from 0 to 3"),
]


def faults(root: Path) -> list[Diagnostic]:
    found = Faults(root)
    read_explorers(sorted((root / "assets/explorers").glob("*.yml")), found, {})
    return list(found)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "assets/explorers", tmp_path / "assets/explorers")
    return tmp_path


@pytest.mark.parametrize(("name", "old", "new", "said"), BREAKS, ids=[f"{one[0]}-{index}" for index, one in enumerate(BREAKS)])
def test_a_fault_says_what_would_fit(copied: Path, change: Change, name: str, old: str, new: str, said: str) -> None:
    assert faults(copied) == []
    change(copied / f"assets/explorers/{name}.yml", old, new)
    found = faults(copied)
    assert [one for one in found if said in one.message], found
    assert {one.file for one in found} == {f"assets/explorers/{name}.yml"}
    assert all(one.line >= 1 and one.remedy for one in found)


def test_a_file_of_another_name_says_which_there_are(copied: Path) -> None:
    (copied / "assets/explorers/weather.yml").write_text("explorer: weather\n", encoding="utf-8")
    (fault,) = faults(copied)
    assert fault.code == "explorer-unknown"
    assert all(name in fault.remedy for name in MODELS)


def test_an_unknown_fact_is_found_where_it_is_cited(small: Path, change: Change) -> None:
    change(small / "assets/explorers/phase-map.yml", "weight: 2, cite: [fact-01]", "weight: 2, cite: [fact-11]")
    with pytest.raises(CourseError, match=r"phase-map.yml:17.*fact-11.*citation-unknown"):
        load_course(small)


def test_a_course_may_have_no_phase_map() -> None:
    assert phase_map({}) is None


def test_an_editor_gets_a_schema_for_every_explorer() -> None:
    assert {f"explorer-{name}" for name in MODELS} <= set(schemas())

"""What rests on a fact, a source, an objective or an item is found wherever it is named; a retracted fact is missed nowhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from counteroffer.cli import app
from counteroffer.course import Catalogue, CourseError, load_course
from counteroffer.course.uses import uses

Change = Callable[[Path, str, str], None]
FACTS = "assets/evidence/facts-small.yml"


def test_every_kind_of_file_that_cites_a_fact_is_named(small: Path) -> None:
    (small / "exercises/exam/pilots").mkdir()
    (small / "exercises/exam/pilots/one.csv").write_text("item,fact\nitem-single,fact-01\nitem-single-two,fact-011\n", encoding="utf-8")
    course = load_course(small)
    found = uses(course, "fact-01")
    files = {use.file for use in found}
    text = {path.relative_to(small).as_posix() for path in small.rglob("*.*") if path.suffix in {".yml", ".md", ".csv"} and path.is_file()}
    naming = {name for name in text if "fact-01" in (small / name).read_text(encoding="utf-8").replace("fact-011", "")}
    assert files == naming
    said = [str(use) for use in found]
    assert "exercises/checks/first-unit.yml:12: check first-unit, item item-single, option this-one" in said
    assert "exercises/exam/pilots/one.csv:2: pilot" in said
    assert any(use.what.startswith("case small-case, decision step-1, option ") for use in found)
    assert any(use.file == "chapters/part-1/first-unit.md" and use.what == "unit 1.1 First unit" for use in found), said


def test_an_item_is_used_where_its_check_stands_and_where_it_is_an_enemy(small: Path, change: Change) -> None:
    change(small / "exercises/checks/first-unit.yml", "  section: a-section\n", "  section: a-section\n  enemies: [item-multiple]\n")
    found = uses(load_course(small), "item-multiple")
    assert {use.what for use in found if use.file.endswith(".yml")} == {"check first-unit, item item-single"}
    assert any(use.file.startswith("chapters/") for use in found)


def test_an_objective_and_a_source_in_the_course(course: Catalogue) -> None:
    files = {use.file.split("/")[0] + "/" + use.file.split("/")[1] for use in uses(course, "CO3.a")}
    assert {"chapters/part-1", "exercises/checks", "exercises/cases"} <= files or {"exercises/checks", "exercises/cases"} <= files
    source = course.facts["seed-24"].source[0]
    assert any(use.through == "seed-24" for use in uses(course, source)), "what rests on its facts rests on it"
    with pytest.raises(KeyError):
        uses(course, "nothing")


def test_the_command_names_file_and_line_or_the_nearest_name(small: Path) -> None:
    told = CliRunner().invoke(app, ["uses", "item-single", str(small)])
    assert told.exit_code == 0
    assert "item-single (edition " in told.output
    wrong = CliRunner().invoke(app, ["uses", "item-singel", str(small)])
    assert wrong.exit_code == 2
    assert "Did you mean item-single" in wrong.output


def test_a_retracted_fact_is_a_fault_at_every_place_that_rests_on_it(small: Path) -> None:
    places = {(use.file, use.line) for use in uses(load_course(small), "fact-01")}
    path = small / FACTS
    text = path.read_text(encoding="utf-8")
    at = text.index("id: fact-01")
    cut = text.index("\n", at)
    line = text[at:cut]
    if line.endswith("}"):
        text = text[:at] + line[:-1] + ", retracted: The paper was withdrawn.}" + text[cut:]
    else:
        text = text[:cut] + "\n  retracted: The paper was withdrawn." + text[cut:]
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CourseError) as caught:
        load_course(small)
    named = [one for one in caught.value.diagnostics if one.code == "fact-retracted"]
    assert named
    assert all("The paper was withdrawn" in one.message for one in named)
    shifted = {(file, line) for file, line in places if file != FACTS}
    assert {(one.file, one.line) for one in named if one.file != FACTS} == shifted

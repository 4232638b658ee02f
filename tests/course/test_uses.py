"""What rests on a fact, a source, an objective or an item is found wherever it is named; a retracted fact is missed nowhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from counteroffer.cli import app
from counteroffer.course import Catalogue, CourseError, load_course
from counteroffer.course.uses import known, uses
from counteroffer.exam.bank import DEMONSTRATION, with_bank

Change = Callable[[Path, str, str], None]
FACTS = "assets/evidence/facts-small.yml"
RETRACTED = ("  claim: One thing is so.\n", "  claim: One thing is so.\n  retracted: The paper was withdrawn.\n")


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


def test_an_id_whose_letters_are_written_as_numbers_is_found_too(small: Path, change: Change) -> None:
    place = small / "assets/glossary.yml"
    change(place, "cite: [fact-01]", r'cite: ["fact\x2d01"]')
    place.write_text("\n".join(line for line in place.read_text(encoding="utf-8").splitlines() if "fact-01" not in line), encoding="utf-8")
    course = load_course(small)
    assert "fact-01" not in place.read_text(encoding="utf-8")
    assert "assets/glossary.yml" in {use.file for use in uses(course, "fact-01")}


def test_an_item_is_used_where_its_check_stands_and_where_it_is_an_enemy(small: Path, change: Change) -> None:
    change(small / "exercises/checks/first-unit.yml", "  section: a-section\n", "  section: a-section\n  enemies: [item-multiple]\n")
    found = uses(load_course(small), "item-multiple")
    assert {use.what for use in found if use.file.endswith(".yml")} == {"check first-unit, item item-single"}
    assert any(use.file.startswith("chapters/") for use in found)


@pytest.mark.slow
def test_an_objective_and_a_source_in_the_course(course: Catalogue) -> None:
    files = {use.file.split("/")[0] + "/" + use.file.split("/")[1] for use in uses(course, "CO3.a")}
    assert {"chapters/part-1", "exercises/checks", "exercises/cases"} <= files or {"exercises/checks", "exercises/cases"} <= files
    source = course.facts["seed-24"].source[0]
    assert any(use.through == "seed-24" for use in uses(course, source)), "what rests on its facts rests on it"
    with pytest.raises(KeyError):
        uses(course, "nothing")


def _texts(node: yaml.Node | None, key: str, line: int) -> Iterator[tuple[str, int, str]]:
    """Every text below a node with the key under which it stands, and the line of the key or of the entry."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _texts(value, str(name.value), name.start_mark.line + 1)
    elif isinstance(node, yaml.SequenceNode):
        for one in node.value:
            yield from _texts(one, key, one.start_mark.line + 1)
    elif node:
        yield key, line, str(node.value)


@pytest.mark.slow
def test_whatever_the_key_every_id_in_a_file_of_the_course_is_found(course: Catalogue) -> None:
    ids = set(known(course))
    places: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
    first: dict[tuple[str, ...], str] = {}
    for path in sorted(one for folder in ("assets", "exercises", "workshop") for one in (course.root / folder).rglob("*.yml")):
        file = path.relative_to(course.root).as_posix()
        for key, line, text in _texts(yaml.compose(path.read_text(encoding="utf-8"), yaml.CSafeLoader), "", 1):
            for word in {one.strip(".-") for one in re.findall(r"[\w.-]+", text)} & ids - ({text} if key == "id" else set()):
                places[word].add((file, line))
                first.setdefault((*path.parent.parts[len(course.root.parts) :], key), word)
    told = {"found", "seed_refs", "enemies", "use_for", "also_for", "item", "items", "cite", "objectives", "comment", "rests_on", "source"}
    assert told <= {key for *_, key in first}
    for id_ in set(first.values()):
        found = {(use.file, use.line) for use in uses(course, id_) if use.file.endswith(".yml") and not use.through}
        assert found == places[id_], id_


@pytest.mark.slow
def test_items_of_the_certification_bank_and_their_pilots(course: Catalogue) -> None:
    bank = [item.id for check in with_bank(course, course.root / DEMONSTRATION).checks.values() for item in check.items]
    assert set(bank) <= set(known(course))
    assert any("-certification-" in use.file and use.what == "pilot" for use in uses(course, bank[0]))
    told = CliRunner().invoke(app, ["uses", bank[0], str(course.root)])
    assert re.match(rf"{bank[0]} \(edition [0-9a-f]{{10}}\): [1-9]", told.output)


def test_who_names_a_set_shows_its_items(course: Catalogue) -> None:
    assert course.papers
    measure = course.checks[course.papers.measures[0]]
    found = uses(course, measure.items[0].id)
    assert {"assets/papers.yml", "workshop/agendas/one-day.yml"} <= {use.file for use in found if use.through == measure.check}


def test_the_command_names_file_and_line_or_the_nearest_name(small: Path) -> None:
    told = CliRunner().invoke(app, ["uses", "item-single", str(small)])
    assert told.exit_code == 0
    assert "item-single (edition " in told.output
    wrong = CliRunner().invoke(app, ["uses", "item-singel", str(small)])
    assert wrong.exit_code == 2
    assert "Did you mean item-single" in wrong.output


def test_a_retracted_fact_is_a_fault_at_every_place_that_rests_on_it(small: Path, change: Change) -> None:
    places = {(use.file, use.line) for use in uses(load_course(small), "fact-01")}
    change(small / FACTS, *RETRACTED)
    with pytest.raises(CourseError) as caught:
        load_course(small)
    named = [one for one in caught.value.diagnostics if one.code == "fact-retracted"]
    assert named
    assert all("The paper was withdrawn" in one.message for one in named)
    shifted = {(file, line) for file, line in places if file != FACTS}
    assert {(one.file, one.line) for one in named if one.file != FACTS} == shifted


def _bank(root: Path, folder: Path) -> Path:
    """A bank of one item, which rests on the first fact."""
    folder.mkdir(parents=True)
    text = (root / "exercises/checks/first-unit.yml").read_text(encoding="utf-8")
    first = text[: text.index("- id: ", text.index("- id: ", text.index("items:")) + 1)]
    (folder / "first-unit.yml").write_text(first.replace("item-single", "xitem-single"), encoding="utf-8")
    return folder


def test_a_bank_and_teaching_notes_that_rest_on_a_retracted_fact_are_named(small: Path, change: Change) -> None:
    _bank(small, small / DEMONSTRATION)
    # no note that is whole is needed to see that it would be named
    (small / "workshop").mkdir()
    (small / "workshop/plan.yml").write_text("plan: one\nkey_of_tomorrow: [fact-01]\nremark: See fact-01.\n", encoding="utf-8")
    change(small / FACTS, *RETRACTED)
    told = CliRunner().invoke(app, ["check", str(small)])
    assert told.exit_code == 2
    lines = [line for line in told.output.splitlines() if "fact-retracted" in line]
    assert any(line.startswith(f"{DEMONSTRATION}/first-unit.yml:") for line in lines), told.output
    assert [line.partition(": ")[0] for line in lines if line.startswith("workshop/")] == ["workshop/plan.yml:2"]


def test_a_bank_elsewhere_that_rests_on_a_retracted_fact_is_refused(small: Path, tmp_path: Path) -> None:
    bank = _bank(small, tmp_path / "bank")
    course = load_course(small)
    with_bank(course, bank)
    gone = {name: fact.model_copy(update={"retracted": "The paper was withdrawn."}) for name, fact in course.facts.items()}
    with pytest.raises(CourseError) as caught:
        with_bank(replace(course, facts=gone), bank)
    assert {(one.file, one.code) for one in caught.value.diagnostics} == {("first-unit.yml", "fact-retracted")}

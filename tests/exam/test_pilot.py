"""Pilots: what is handed out tells no key, what comes back is read or refused by line, sealed, and scored exactly."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from counteroffer.course import Catalogue, CourseError, load_course
from counteroffer.course.marking import expected_random
from counteroffer.exam.bank import with_bank
from counteroffer.pilot import answers, face, groups, report
from counteroffer.pilot.marks import OPEN, Pilot, read_pilot
from counteroffer.pilot.seal import check_seal, seal
from counteroffer.pilot.sheet import Shown, asked_in, draw, items_of, read_sheet
from counteroffer.twin.text import inline
from tests.exam.sitting import NOW, filled, handed_out, right, sat
from tests.exam.test_key_free import other_keys
from tests.test_cli import counteroffer


@pytest.mark.parametrize("shown", ["options", "everything", "units"])
def test_what_is_handed_out_tells_no_key(course: Catalogue, tmp_path: Path, shown: Shown) -> None:
    sheet = handed_out(course, tmp_path, shown)
    asked = items_of(course.checks.values(), sheet)
    html = (tmp_path / "sheet.html").read_text(encoding="utf-8")
    for check, item in asked.values():
        for handed in (html, (tmp_path / "answers.csv").read_text(encoding="utf-8")):
            assert not re.search(rf"\b{re.escape(item.id)}\b", handed), "an item's name would find it in the published bank"
        assert not any(remark.text[:60] in html for remark in item.remarks())
        assert (str(inline(item.stem)) in html) == (shown != "options")
        assert shown != "options" or not check.scenario or str(inline(check.scenario))[:60] not in html
    assert (tmp_path / "units.html").exists() == (shown == "units")


def test_the_same_is_handed_out_whatever_is_right(course: Catalogue) -> None:
    checks = [
        check.model_copy(update={"items": [one for one in check.items if one.kind != "ordering"]}) for check in course.checks.values()
    ]
    others = [check.model_copy(update={"items": [other_keys(one) for one in check.items]}) for check in checks if check.items]
    made, other = (draw(found, bank="practice", shown="everything", seed="s") for found in (checks, others))
    assert [one.model_dump(exclude={"edition"}) for one in made.questions] == [
        one.model_dump(exclude={"edition"}) for one in other.questions
    ]


def test_a_sheet_follows_from_its_seed_and_leaves_out_what_others_ask(course: Catalogue, tmp_path: Path) -> None:
    checks = list(course.checks.values())
    first = draw(checks, bank="practice", shown="options", seed="one", sample=30)
    assert first == draw(checks, bank="practice", shown="options", seed="one", sample=30)
    assert first.id != draw(checks, bank="practice", shown="options", seed="two", sample=30).id
    face.write(course, checks, first, tmp_path)
    assert read_sheet(tmp_path) == first
    second = draw(checks, bank="practice", shown="everything", seed="one", sample=30, without=asked_in([tmp_path]))
    assert not {one.item for one in first.questions} & {one.item for one in second.questions}
    probes = {item.id for check in checks if check.mode == "probe" for item in check.items}
    assert not probes & {one.item for one in draw(checks, bank="practice", shown="options", seed="one").questions}
    with pytest.raises(ValueError, match="items are left to ask, and 900 are wanted"):
        draw(checks, bank="practice", shown="options", seed="one", sample=900)


def test_items_of_a_set_stand_together_under_their_situation(course: Catalogue, tmp_path: Path) -> None:
    sheet = handed_out(course, tmp_path)
    for check in (one for one in course.checks.values() if one.scenario):
        places = [one.number for one in sheet.questions if one.item in {item.id for item in check.items}]
        assert places == list(range(places[0], places[0] + len(check.items)))
    sets = sum(bool(check.scenario) for check in course.checks.values())
    assert (tmp_path / "sheet.html").read_text(encoding="utf-8").count('class="situation"') == sets


@pytest.fixture
def folder(small: Path) -> Path:
    """A sheet of the small course, handed out."""
    handed_out(load_course(small), small / "pilot")
    return small / "pilot"


BROKEN = [
    ("date,Such as 2026-11-28.,2026-11-28", "date,Such as 2026-11-28.,28.11.2026", 7, "answers-about"),
    ("sitter,", "siter,", 3, "answers-unknown"),
    ("question,how,answer", "number,how,said", 1, "answers-header"),
    (",outsider\n", ",visitor\n", 6, "answers-about"),
    (",person\n", ",model\n", 5, "answers-about"),
    ("\n1,", "\n9,", 8, "answers-unknown"),
    ("\n2,", "\n1,", 9, "answers-row"),
]


@pytest.mark.parametrize(("old", "new", "line", "code"), BROKEN)
def test_answers_that_cannot_be_read_name_file_line_and_remedy(folder: Path, old: str, new: str, line: int, code: str) -> None:
    text = filled(read_sheet(folder), {})
    assert old in text
    sat(folder, "a1", text.replace(old, new, 1))
    with pytest.raises(CourseError) as caught:
        seal(folder)
    assert (f"pilot/returned/a1.csv:{line}:", code) in {(str(one).split(" ")[0], one.code) for one in caught.value.diagnostics}
    assert not (folder / "seal.json").exists()


def test_answers_to_another_sheet_and_sitters_of_one_name_are_refused(folder: Path) -> None:
    sheet = read_sheet(folder)
    sat(folder, "a1", filled(sheet, {}).replace(sheet.id, "0" * 12))
    with pytest.raises(CourseError, match="answers-sheet"):
        seal(folder)
    sat(folder, "a1", filled(sheet, {}))
    sat(folder, "a2", filled(sheet, {}))
    with pytest.raises(CourseError, match="answers-twice"):
        seal(folder)


def test_semicolons_and_blank_lines_of_a_spreadsheet_are_read(folder: Path) -> None:
    sheet = read_sheet(folder)
    rows = csv.reader(io.StringIO(filled(sheet, {"1": ""})))
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows([*rows, ["", "", ""]])
    sat(folder, "a1", "\ufeff" + out.getvalue())
    (one,) = answers.read_answers(folder, sheet)
    assert (one.sitter, one.who, one.group, set(one.answers)) == ("a1", "person", "outsider", {1, 2, 3, 4, 5})


def test_what_is_sealed_cannot_change_and_what_comes_later_joins(folder: Path) -> None:
    sheet = read_sheet(folder)
    sat(folder, "a1", filled(sheet, {}))
    first = seal(folder, NOW)
    assert first == seal(folder), "nothing new, nothing changed"
    sat(folder, "a2", filled(sheet, {}, "a2"))
    with pytest.raises(CourseError, match="seal-open"):
        check_seal(folder)
    second = seal(folder, NOW)
    assert second.sealed[: len(first.sealed)] == first.sealed
    assert second.fingerprint != first.fingerprint
    sat(folder, "a1", filled(sheet, {"1": "A B C"}))
    for look in (seal, check_seal):
        with pytest.raises(
            CourseError, match=r"pilot/returned/a1\.csv:1: error: This file has changed since it was sealed at 2026-11-28T12:00:00Z"
        ):
            look(folder)
    (folder / "returned/a1.csv").unlink()
    with pytest.raises(CourseError, match="seal-lost"):
        check_seal(folder)


def test_nothing_is_scored_before_it_is_sealed(folder: Path) -> None:
    sat(folder, "a1", filled(read_sheet(folder), {}))
    with pytest.raises(CourseError, match="seal-missing"):
        read_pilot([folder], [])


def test_who_knows_everything_earns_everything_and_a_blank_nothing(course: Catalogue, tmp_path: Path) -> None:
    sheet = handed_out(course, tmp_path, "units")
    sat(tmp_path, "r1", filled(sheet, right(course, sheet), "r1", "reader"))
    sat(tmp_path, "r2", filled(sheet, {}, "r2", "reader"))
    seal(tmp_path, NOW)
    found = read_pilot([tmp_path], list(course.checks.values()))
    assert {one.earned for one in found.marks if one.sitter.endswith("r1")} == {1.0}
    assert {(one.earned, one.blank) for one in found.marks if one.sitter.endswith("r2")} == {(0.0, True)}
    assert {one.condition for one in found.marks} == {OPEN}
    items = [item for check in course.checks.values() if check.mode == "practice" for item in check.items]
    (score,) = groups.scores(found.marks)
    assert score.chance == pytest.approx(float(sum(map(expected_random, items))) / len(items))
    assert (score.items, score.sitters, score.score, score.sitter_range) == (len(items), 2, 0.5, (0.0, 1.0))


def test_an_item_that_has_changed_since_counts_no_more(folder: Path, small: Path) -> None:
    sheet = read_sheet(folder)
    sat(folder, "a1", filled(sheet, {}))
    seal(folder, NOW)
    path = small / "exercises/checks/first-unit.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("stem: What does it mean?", "stem: What does it say?"), encoding="utf-8")
    found = read_pilot([folder], list(load_course(small).checks.values()))
    assert found.changed == ("item-single",)
    assert len(found.marks) == 4


def test_a_report_names_who_sat_and_no_key(course: Catalogue, tmp_path: Path) -> None:
    sheet = handed_out(course, tmp_path, "options")
    sat(tmp_path, "a1", filled(sheet, right(course, sheet) | {"who": "model", "model": "=made 1"}))
    seal(tmp_path, NOW)
    found = read_pilot([tmp_path], list(course.checks.values()))
    page, scores, items, sitters = (path.read_text(encoding="utf-8") for path in report.write(found, tmp_path / "report"))
    assert "a1, a model (=made 1): outsiders, options only" in page
    assert "<b>not kept</b>" in page
    assert len(list(csv.DictReader(io.StringIO(items)))) == len(sheet.questions)
    assert next(csv.DictReader(io.StringIO(scores)))["score"] == "1.0000"
    assert found.sat[0].seal in sitters
    with pytest.raises(ValueError, match="nothing to score"):
        report.write(Pilot("practice", found.sat, (), ("gone",)), tmp_path / "other")


@pytest.mark.slow
def test_the_commands_from_sheet_to_report(small: Path, tmp_path: Path) -> None:
    bank = tmp_path / "bank"
    bank.mkdir()
    path = small / "exercises/checks/first-unit.yml"
    text = path.read_text(encoding="utf-8").replace("\n- id: ", "\n- unit: first-unit\n  id: x-")
    (bank / path.name).write_text(text, encoding="utf-8")
    out = tmp_path / "sheet"
    done = counteroffer("pilot", "sheet", small, "--out", out, "--bank", bank)
    assert done.returncode == 0, done.stderr
    again = counteroffer("pilot", "sheet", small, "--out", out)
    assert (again.returncode, "Name another folder" in again.stderr) == (2, True)
    sat(out, "a1", filled(read_sheet(out), {}))
    done = counteroffer("pilot", "seal", out)
    fingerprint = check_seal(out).fingerprint
    assert (done.returncode, fingerprint in done.stdout) == (0, True)
    lacking = counteroffer("pilot", "score", out, "--root", small, "--out", tmp_path / "report")
    assert (lacking.returncode, "name its folder with --bank" in lacking.stderr) == (2, True)
    done = counteroffer("pilot", "score", out, "--root", small, "--bank", bank, "--out", tmp_path / "report")
    assert done.returncode == 0, done.stderr
    assert "outsiders, everything but the course" in done.stdout
    assert (tmp_path / "report/report.html").is_file()
    sheet = json.loads((out / "sheet.json").read_text(encoding="utf-8"))
    (out / "sheet.json").write_text(json.dumps(sheet | {"shown": "nothing"}), encoding="utf-8")
    done = counteroffer("pilot", "seal", out)
    assert (done.returncode, "sheet/sheet.json:1: error" in done.stderr, "Traceback" in done.stderr) == (2, True, False)


def test_an_empty_or_faulty_bank_is_named(small: Path, tmp_path: Path) -> None:
    done = counteroffer("pilot", "sheet", small, "--out", tmp_path / "sheet", "--bank", tmp_path)
    assert (done.returncode, "[bank-empty]" in done.stderr) == (2, True)
    (tmp_path / "one.yml").write_text("check: one\ntitle: One\nitems:\n- kind: riddle\n", encoding="utf-8")
    done = counteroffer("pilot", "sheet", small, "--out", tmp_path / "sheet", "--bank", tmp_path)
    assert (done.returncode, "one.yml:4: error" in done.stderr) == (2, True)


def test_a_bank_holds_no_practice_item_and_names_what_the_course_has(small: Path, tmp_path: Path) -> None:
    own = (small / "exercises/checks/first-unit.yml").read_text(encoding="utf-8")
    (tmp_path / "first-unit.yml").write_text(own, encoding="utf-8")
    with pytest.raises(CourseError, match=r"stands already in exercises/checks/first-unit\.yml"):
        with_bank(load_course(small), tmp_path)
    (tmp_path / "first-unit.yml").unlink()
    other = (
        own.replace("check: first-unit", "check: other").replace("\n- id: ", "\n- id: x-").replace("section: a-section", "section: gone")
    )
    (tmp_path / "other.yml").write_text(other, encoding="utf-8")
    with pytest.raises(CourseError, match="belongs to no unit"):
        with_bank(load_course(small), tmp_path)

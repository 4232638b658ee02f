"""The pack of a case: what is shut stands on no table, what is long is refused, and the helper's sheet holds the whole machine."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from typer.testing import CliRunner

from counteroffer.cli import app
from counteroffer.course import Catalogue, load_course
from counteroffer.course.cases import Condition
from counteroffer.handouts.case_pack import RunSheet, case_pack, open_choices
from counteroffer.handouts.piece import Edition, Pack
from counteroffer.handouts.press import HandoutError, Sheet, press
from counteroffer.language import ENGLISH
from counteroffer.twin.text import inline
from tests.conftest import ROOT
from tests.handouts.drawn import bare, texts

CASES = sorted(path.stem for path in (ROOT / "exercises" / "cases").glob("*.yml"))
TABLES = ("1-brief", "2-decisions", "3-cards")


def pack(course: Catalogue, case: str) -> Pack:
    return case_pack(course, course.cases[case])


def drawn(course: Catalogue, case: str, *names: str, edition: Edition = Edition(), smallest: bool = False) -> list[Sheet]:  # noqa: B008
    whole = pack(course, case)
    wanted = [piece for piece in whole.pieces if piece.name in names]
    return [press(course, whole, replace(one, sizes=one.sizes[-1:]) if smallest else one, edition) for one in wanted]


@pytest.mark.parametrize("case", CASES)
def test_what_lies_on_tables_shows_no_closed_option_no_covered_meter_and_nothing_that_moves_it(course: Catalogue, case: str) -> None:
    one = course.cases[case]
    # in the smallest letters, which are laid once: they say the same, and are refused where nothing fits
    read = "".join(page for sheet in drawn(course, case, *TABLES, smallest=True) for page in texts(sheet))
    locked = [choice.text for _, choice in RunSheet(one, ENGLISH).locked()]
    assert locked
    for text in locked:
        assert bare(str(inline(text)).replace("&quot;", "")) not in read, text
    for decision in one.decisions:
        for choice in open_choices(decision):
            assert bare(choice.text) in read, choice.text
        assert open_choices(decision), f"a table has nothing to choose from at {decision.id}"
    # the leader reads these out
    read += "".join(page for sheet in drawn(course, case, "4-slips", smallest=True) for page in texts(sheet))
    hidden = [meter for meter in one.meters if meter.hidden]
    assert hidden
    for meter in hidden:
        assert bare(meter.label) not in read
    for rule in one.background:
        assert bare(rule.explains) not in read


def test_each_decision_has_one_page_and_each_slip_is_whole(course: Catalogue) -> None:
    case = course.cases["two-doors"]
    decisions, slips, notices, endings = drawn(course, "two-doors", "2-decisions", "4-slips", "5-notices", "6-endings")
    for decision, page in zip(case.decisions, texts(decisions), strict=True):
        assert bare(decision.question) in page
    read = "".join(texts(slips))
    for _, choice in case.choices():
        assert bare(choice.consequence) in read
    shown = "".join(texts(notices))
    for number, rule in RunSheet(case, ENGLISH).notices():
        assert f"Notice{number}{bare(rule.notice or '')}" in shown
    assert notices.size >= 15, "they are read from the board"
    for ending in case.endings:
        assert bare(ending.better_for) in "".join(texts(endings))


def test_the_run_sheet_holds_every_line_that_depends_on_something(course: Catalogue) -> None:
    case = course.cases["the-camp-empties"]
    read = "".join("".join(texts(sheet)) for sheet in drawn(course, "the-camp-empties", "7-run-sheet"))
    for place in case.places():
        for part in place.text:
            if part.condition.flags() or part.condition.meters():
                assert bare(part.text) in read, part.text


def test_conditions_are_said_in_the_numbers_of_the_sheets(course: Catalogue) -> None:
    case = course.cases["the-camp-empties"]
    sheet = RunSheet(case, ENGLISH)
    said = {sheet.choice(decision, choice): sheet.when(choice.condition) for decision, choice in sheet.locked()}
    assert said["3C"] == "card 5"
    assert said["5C"] == "Capacity of the office 3 or more"
    assert sheet.when(case.background[0].condition) == "1A, and decision 5 taken"
    assert (
        sheet.when(Condition(lacks=["list-out", "asked-first"], at_most={"capacity": 0}))
        == "none of 1A, 1C, and Capacity of the office at 0"
    )


def test_a_line_at_a_decision_asks_only_about_what_can_lie_behind_it(course: Catalogue) -> None:
    case = course.cases["safe-names"]
    sheet = RunSheet(case, ENGLISH)
    for decision in case.decisions:
        for part in decision.text:
            for later in re.findall(r"\b(\d+)[A-E]\b", sheet.when(part.condition, decision.id)):
                assert int(later) < sheet.number(decision.id), part.text


@pytest.mark.parametrize("case", CASES)
def test_letters_on_a_table_do_not_tell_that_an_option_is_closed(course: Catalogue, case: str) -> None:
    sheet = RunSheet(course.cases[case], ENGLISH)
    for decision in course.cases[case].decisions:
        shown = [sheet.letter(decision, choice) for choice in open_choices(decision)]
        assert shown == list("ABCDE"[: len(shown)]), f"at {decision.id} a closed option stands before an open one"


def test_a_slip_has_a_name_that_is_whole_and_its_meters_a_line_each(course: Catalogue) -> None:
    for case in course.cases.values():
        sheet = RunSheet(case, ENGLISH)
        for _, choice in case.choices():
            assert choice.text.startswith(sheet.name(choice).removesuffix(" …"))
            order = [meter.label for meter in case.meters]
            assert [order.index(label) for _, label in sheet.moves(choice)] == sorted(
                order.index(label) for _, label in sheet.moves(choice)
            )
    names = [RunSheet(case, ENGLISH).name(choice) for case in course.cases.values() for _, choice in case.choices()]
    assert sum(name.endswith("…") for name in names) <= len(names) / 20


def test_the_helper_can_write_down_what_was_taken(course: Catalogue) -> None:
    read = "".join("".join(texts(sheet)) for sheet in drawn(course, "the-camp-empties", "7-run-sheet"))
    assert bare("Cards read Taken") in read
    assert read.count("slow") >= 3
    assert bare("for the facilitator alone") in read


def test_a_slip_that_is_too_long_is_refused_by_its_name(small: Path, change: Callable[[Path, str, str], None]) -> None:
    path = small / "exercises" / "cases" / "small-case.yml"
    course = load_course(small)
    case = course.cases["small-case"]
    change(path, f"consequence: {case.decisions[0].options[0].consequence}", f"consequence: {'A very long consequence. ' * 60}")
    with pytest.raises(HandoutError, match=r"small-case/4-slips: .*`1A` on page 1 is \d+ mm longer than its box"):
        drawn(load_course(small), "small-case", "4-slips")
    done = CliRunner().invoke(app, ["handouts", str(small), "--out", str(small / "papers"), "--pack", "small-case"])
    assert done.exit_code == 2
    assert "`1A` on page 1" in done.output
    assert not (small / "papers" / "to-print.txt").exists()


def test_the_plain_edition_says_nowhere_what_it_belongs_to(small: Path) -> None:
    for name, more in (("plain", ["--plain"]), ("named", [])):
        made = CliRunner().invoke(app, ["handouts", str(small), "--out", str(small / name), "--pack", "small-case", *more])
        assert made.exit_code == 0, made.output
        papers = sorted((small / name).rglob("*.pdf"))
        assert len(papers) > 5
        called = [path.relative_to(small / name).as_posix() for path in (small / name).rglob("*")]
        assert any("small" in one for one in called) is (name == "named"), called
        for path in papers:
            document = PdfDocument(path)
            said = [*document.get_metadata_dict().values(), *(page.get_textpage().get_text_range() for page in document)]
            assert [part for part in said if "Counteroffer" in part] == (said[-len(document) :] if name == "named" else []), path


def test_an_unknown_pack_is_named_with_those_that_there_are(small: Path) -> None:
    done = CliRunner().invoke(app, ["handouts", str(small), "--pack", "nothing"])
    assert done.exit_code == 2
    assert "There is no pack `nothing`. There are: units, explorers, wall, small-case" in done.output

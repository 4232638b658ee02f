"""The guide on paper: names as on the papers of a room, decisions on one page, one list to print, nothing of a machine."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from counteroffer.course import Catalogue, CourseError, load_course
from counteroffer.course.texts import texts as texts_of
from counteroffer.course.workshop.names import of_case, of_course
from counteroffer.handouts.case_pack import RunSheet
from counteroffer.handouts.guide_pack import guide_pack
from counteroffer.handouts.piece import Edition, Pack, page
from counteroffer.twin.links import NoLinks
from counteroffer.twin.workshop import FAST, SLOW, Names, note_html, planned
from tests.conftest import ROOT
from tests.handouts.drawn import bare, sheet, texts
from tests.server.room.test_notes import NOTE

CASES = sorted(path.stem for path in (ROOT / "exercises" / "cases").glob("*.yml"))
PART = ROOT / "chapters" / "part-6"


@pytest.fixture(scope="module")
def guide(course: Catalogue) -> Pack:
    found = guide_pack(course)
    assert found
    return found


@pytest.fixture(scope="module")
def read(course: Catalogue, guide: Pack) -> dict[str, str]:
    """What stands on each paper, as words."""
    found = {}
    for piece in guide.pieces:
        soup = BeautifulSoup(page(course, guide, piece, piece.sizes[0], Edition()), "html.parser")
        for tag in soup.select("style, .co-screen, .co-objective, .co-paper, .co-vh"):
            tag.decompose()
        found[piece.name] = soup.body.get_text(" ") if soup.body else ""
    return found


def sheets(course: Catalogue, guide: Pack, name: str) -> list[str]:
    return texts(sheet(course, guide, name))


def test_no_inner_name_stands_on_paper(course: Catalogue, read: dict[str, str]) -> None:
    everywhere = of_course(course)
    for name, text in read.items():
        case = course.cases.get(name.removeprefix("note-"))
        # a case may have a tea-seller in it, and call a card so
        told = " ".join(said for _, said in texts_of(case)).lower() if case else ""
        inner = {one for one in everywhere | (of_case(case) if case else set()) if "-" in one and one not in told}
        # the list of what is printed names a pack, which is called as its case
        if name != "page-agendas":
            assert not [one for one in inner if re.search(rf"(?<![\w/-]){one}(?![\w-])", text, re.IGNORECASE)], name
        assert "[[" not in text, name
        assert not re.search(r"\bCO\d\.[a-z]\b", text), name


def test_marks_of_speech_are_neither_doubled_nor_straight(read: dict[str, str]) -> None:
    for name, text in read.items():
        close = re.sub(r"\s+", " ", text)
        assert not re.search(r"\"|“ ?“|” ?”|[?.]\.(?!\.)|\?:|\?;", close), (name, re.findall(r".{20}(?:\"|“ ?“|” ?”|\?:|\?;).{20}", close))


@pytest.mark.parametrize("name", CASES)
def test_an_option_is_called_as_on_its_papers(course: Catalogue, name: str) -> None:
    case, sheet = course.cases[name], RunSheet(course.cases[name], course.language)
    words = Names(course, case, sheet)
    for decision, choice in case.choices():
        assert words.said(f"[[{choice.id}]] first").striptags() == f"{sheet.choice(decision, choice)} first"
        assert words.said(f"[[{choice.id}|so told]]").striptags() == f"{sheet.choice(decision, choice)} (so told)"
    card = case.evidence[-1]
    assert words.said(f"[[{card.id}]]").striptags().startswith(f"card {len(case.evidence)}, “")


@pytest.mark.parametrize("name", CASES)
def test_each_option_has_its_reply_in_the_order_of_the_letters(course: Catalogue, name: str) -> None:
    case, sheet = course.cases[name], RunSheet(course.cases[name], course.language)
    soup = BeautifulSoup(note_html(course, course.notes[name], NoLinks(), sheet), "html.parser")
    for decision, part in zip(case.decisions, soup.select(".co-moment"), strict=True):
        said = [label.get_text() for label in part.select(".co-replies > li > .co-label:first-child")]
        assert said == [sheet.choice(decision, choice) for choice in decision.options]


@pytest.mark.parametrize("name", CASES)
def test_a_decision_stands_on_one_page(course: Catalogue, guide: Pack, name: str) -> None:
    pages = sheets(course, guide, f"note-{name}")
    for one in course.notes[name].decisions:
        last = one.danger or one.watch or (one.misreading.right if one.misreading else one.question.answers[-1].next)
        plain = [re.sub(r"\[\[.*", "", text) for text in (one.question.ask, last)]
        assert any(all(bare(text) in text_of_page for text in plain) for text_of_page in pages), one.decision


@pytest.mark.parametrize("name", CASES)
def test_the_planned_minutes_leave_time_for_the_ending(course: Catalogue, name: str) -> None:
    case, note = course.cases[name], course.notes[name]
    minutes = planned(case, note)
    last = case.decisions[-1].id
    # a debrief of eighteen minutes, an ending of three; a last slow decision that begins late is played fast
    ends = note.lengths.usual - 21
    assert ends - 1 <= minutes[last] + (SLOW if last in note.slow and minutes[last] + SLOW <= ends else FAST) <= ends


def test_letters_are_large_enough_for_an_old_copier(guide: Pack) -> None:
    assert min(size for piece in guide.pieces for size in piece.sizes) >= 9.5
    assert "font-size: 8pt" in next(line for line in _css() if ".guide-page .co-said {" in line)


def _css() -> list[str]:
    return (ROOT / "src/counteroffer/handouts/templates/paper.css").read_text("utf-8").splitlines()


def test_the_steps_of_a_page_count_on(course: Catalogue, guide: Pack) -> None:
    # numbers are drawn after the text of their page
    assert "45678910111213" in sheets(course, guide, "page-guide")[1]


def test_the_sentence_on_limits_has_one_wording(course: Catalogue) -> None:
    assert course.papers
    for text in ((PART / "before-you-invite.md").read_text("utf-8"), course.sessions["welcome"].steps[0].say or ""):
        assert bare(course.papers.limits) in bare(text)


def test_commands_stand_on_one_page(read: dict[str, str]) -> None:
    said = [name for name, text in read.items() if re.search(r"\bcounteroffer (?:handouts|room)\b|--pack", text)]
    assert said == ["page-agendas"]


def test_what_the_half_day_prints_is_there(course: Catalogue) -> None:
    items = {item for row in course.agendas["half-day"].rows for item in row.items}
    listed = (PART / "agendas.md").read_text("utf-8")
    assert all(item in listed for item in items)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Most for [[waiting-is-no-option]].", "name-unknown"),
        ("Most for wait-1, few for the rest.", "name-bare"),
        ("Wait-1 leads, as before.", "name-bare"),
        ("Go on with small-case.", "name-bare"),
    ],
)
def test_a_name_that_is_none_and_a_bare_one_are_faults(small: Path, said: str, code: str) -> None:
    note = NOTE.model_dump(mode="json")
    note["decisions"][1]["expect"] = said
    written = small / "workshop" / "notes" / "small-case.yml"
    written.parent.mkdir(parents=True)
    written.write_text(yaml.safe_dump(note, sort_keys=False, allow_unicode=True), "utf-8")
    with pytest.raises(CourseError, match=code):
        load_course(small)


def test_an_option_for_which_nobody_speaks_is_a_fault(small: Path) -> None:
    note = NOTE.model_dump(mode="json")
    for answer in note["decisions"][1]["question"]["answers"]:
        answer["to"] = None
    written = small / "workshop" / "notes" / "small-case.yml"
    written.parent.mkdir(parents=True)
    written.write_text(yaml.safe_dump(note, sort_keys=False, allow_unicode=True), "utf-8")
    with pytest.raises(CourseError, match=r"Nobody speaks for"):
        load_course(small)


def test_names_are_found_in_every_text_of_the_workshop(course: Catalogue) -> None:
    parts = (*course.notes.values(), *course.sessions.values(), *course.agendas.values())
    assert sum("[[" in text for part in parts for _, text in texts_of(part)) > 100


def test_the_pages_that_are_carried_are_those_that_the_papers_name(course: Catalogue, small: Path) -> None:
    assert course.papers
    only = replace(course, papers=course.papers.model_copy(update={"carried": ["chapters/reference/self-care"]}))
    found = guide_pack(only)
    assert found
    assert [piece.name for piece in found.pieces if piece.name.startswith("page-")] == ["page-self-care"]
    text = (ROOT / "assets/papers.yml").read_text(encoding="utf-8")
    (small / "assets/papers.yml").write_text(text.replace("chapters/part-6,", "chapters/part-9,"), encoding="utf-8")
    with pytest.raises(CourseError) as raised:
        load_course(small)
    said = [one.message for one in raised.value.diagnostics if one.code == "page-unknown"]
    assert said == ["There is no page `chapters/part-9`.", "There is no page `chapters/reference/self-care`."]

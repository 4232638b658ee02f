"""Papers of the room, slides, and the wall between facilitators' text and everybody's."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from markupsafe import Markup
from typer.testing import CliRunner

from counteroffer.cli import app
from counteroffer.course import Catalogue, CourseError, load_course
from counteroffer.course.texts import texts as texts_of
from counteroffer.course.workshop import Session
from counteroffer.figures.every_explorer import explorers
from counteroffer.handouts.explorer_pack import shown
from counteroffer.handouts.packs import packs
from counteroffer.handouts.piece import Edition, page
from counteroffer.handouts.press import press
from counteroffer.handouts.room_pack import room_pack
from counteroffer.handouts.slides import bands, deck, deck_html, lead, notes_pack
from tests.conftest import ROOT
from tests.handouts.drawn import bare, sheet, texts

PLAIN = Edition()
WALL = "What would a man at the door have seen after a month?"
UNSAID = "Keep the first count behind your back until all have voted."
SESSION: dict[str, Any] = {
    "session": "two-offers",
    "aim": "People set one need beside another and see which of the two came.",
    "risk": "Somebody in this room may have waited for pay that never came to him.",
    "room": "Tables of four that face a wall with four bare sheets on it.",
    "materials": ["Sixteen slips in your own hand and a bag for them."],
    "prepare": ["Write the slips on the evening before in large letters."],
    "steps": [
        {"id": "calls", "title": "Two calls", "least": 3, "most": 5, "does": "facilitator", "text": UNSAID, "say": "Do not say which of the two you like.", "wall": WALL},
        {"id": "vote", "title": "One vote", "least": 8, "most": 12, "does": "participants", "item": "to-two-weak-points", "text": UNSAID},
        {"id": "map", "title": "The map", "least": 8, "most": 12, "does": "participants", "explorer": "phase-map", "text": UNSAID, "drop": 1},
    ],
    "questions": [
        {
            "ask": f"What would the man at the gate ask you, {number}?",
            "answers": [
                {"likely": "He would ask for his pay and for nothing else.", "next": "And when does the pay come to him there?"},
                {"likely": "He should be shot like all the others were.", "next": "That is against our rules, and we go on.", "unwelcome": True},
            ],
        }
        for number in ("first", "second")
    ],
    "misreadings": [{"said": f"They are all the same, {number}.", "right": "The unit tells of two kinds of people there."} for number in "ab"],
    "do_not_let_stand": ["That people of one town are all alike in this."],
    "short": "Take the vote alone and leave out the map.",
    "without": "Read all of it aloud twice, by daylight.",
    "close": "Each writes one line and puts it into a pocket.",
}  # fmt: skip


@pytest.fixture(scope="module")
def led(course: Catalogue) -> Catalogue:
    """The course with one session, whose words are known here."""
    return replace(course, sessions=course.sessions or {"two-offers": Session.model_validate(SESSION)})


def words(html: str) -> str:
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup(["style", "script"]):
        tag.decompose()
    return soup.get_text(" ")


def told_to_facilitators(course: Catalogue) -> set[str]:
    """Every sentence of at least six words that a session, a note or an agenda says."""
    parts = (*course.sessions.values(), *course.notes.values(), *course.agendas.values())
    # the title of a step and what stands on the wall are what a slide is for
    said = [text for part in parts for where, text in texts_of(part) if where[-1] not in ("title", "wall")]
    sentences = {sentence for text in said for sentence in re.split(r"(?<=[.!?:])[\"”]?\s+", text)}
    return {bare(sentence) for sentence in sentences if len(sentence.split()) >= 6}


def test_facilitators_text_is_on_no_paper_or_slide_of_others(led: Catalogue) -> None:
    held = told_to_facilitators(led)
    assert bare(UNSAID) in held or led.notes
    # what learners read anyway, and what is read aloud to all
    learners = [
        path for folder in ("exercises", "chapters") for path in ROOT.joinpath(folder).rglob("*.*") if path.suffix in {".yml", ".md"}
    ]
    read_by_all = [*learners, ROOT / "assets" / "papers.yml"]
    quoted = bare("".join(path.read_text("utf-8") for path in read_by_all if "part-6" not in path.parts))
    # a question to the room may stand in the facilitator's words as well
    quoted += bare("".join(step.wall or "" for session in led.sessions.values() for step in session.steps))
    held = {sentence for sentence in held if sentence not in quoted}
    pages = {
        f"{pack.name}/{piece.name}": page(led, pack, piece, 11, PLAIN)
        for pack in packs(led)
        for piece in pack.pieces
        if piece.hands != "facilitator"
    }
    pages |= {f"slides/{name}": deck_html(led, session) for name, session in led.sessions.items()}
    assert len(pages) > 80
    for name, html in pages.items():
        read = bare(words(html))
        assert not [sentence for sentence in held if sentence in read], name


def test_notes_have_what_slides_leave_out(led: Catalogue) -> None:
    pack = notes_pack(led)
    assert pack
    piece = next(piece for piece in pack.pieces if piece.name.endswith("two-offers"))
    assert piece.hands == "facilitator"
    read = "".join(texts(press(led, pack, piece)))
    session = led.sessions["two-offers"]
    for step in session.steps:
        assert bare(step.text) in read
    for number, slide in enumerate(deck(led, session), 1):
        assert bare(f"{number}{slide.title}") in read


def test_a_deck_asks_without_its_key_and_guesses_before_it_shows(led: Catalogue) -> None:
    session = led.sessions["two-offers"]
    html = deck_html(led, session)
    item = next(item for check in led.checks.values() for item in check.items if item.id == "to-two-weak-points")
    assert bare(item.stem) in bare(words(html))
    for remark in item.remarks():
        assert bare(remark.text) not in bare(words(html))
    assert "data-key" not in html
    kinds = [slide.kind for one in led.sessions.values() for slide in deck(led, one)]
    assert all(kinds[place - 1] == "guess" for place, kind in enumerate(kinds) if kind == "picture")
    assert not re.search(r"(?:src|href)=\"(?!#|data:)", html)


def test_a_step_has_on_the_wall_what_the_room_needs_and_its_minutes(course: Catalogue) -> None:
    session = Session.model_validate(SESSION)
    html = deck_html(replace(course, sessions={"two-offers": session}), session)
    assert bare(WALL) in bare(words(html))
    assert UNSAID not in html
    talk = session.steps[0].model_copy(update={"does": "participants", "least": 5, "most": 8})
    html = deck_html(course, session.model_copy(update={"steps": [talk]}))
    assert bare("5 to 8 minutes") in bare(words(html))


def test_an_explorer_is_guessed_frame_by_frame_on_a_wall(led: Catalogue) -> None:
    explorer = explorers(led)["phase-map"]
    slides = [slide for slide in deck(led, led.sessions["campaign-phases"]) if slide.kind in ("guess", "picture")]
    frames = shown(led, explorer)
    assert [slide.kind for slide in slides] == ["guess", "picture"] * 3
    assert [slide.title for slide in slides] == [frame.ask for frame in frames for _ in range(2)]
    assert [slide.step is None for slide in slides] == [False, *[True] * 5], "its notes stand once"
    html = deck_html(led, led.sessions["campaign-phases"])
    for frame in frames:
        assert bare(frame.words) in bare(words(html))
    assert bare(explorer.caution) in bare(words(html))
    assert bare("Soldiers and police") in bare(words(html))
    names = re.findall(r'\sid="([^"]+)"', html)
    assert len(set(names)) == len(names), "two parts of a deck share an id"


def test_bands_of_a_picture_stand_side_by_side(led: Catalogue) -> None:
    for explorer in explorers(led).values():
        [frame, *_] = shown(led, explorer)
        height = float(re.findall(r'viewBox="0 0 342 ([\d.]+)"', frame.svg)[0])
        cut = bands(frame, explorer.wall)
        views = [re.findall(r'viewBox="0 ([\d.]+) 342 ([\d.]+)"', band)[0] for band in cut]
        assert [(float(top), float(top) + float(tall)) for top, tall in views] == list(explorer.wall)
        assert max(bottom for _, bottom in explorer.wall) <= height
        assert max(bottom - top for top, bottom in explorer.wall) <= 355, "letters would be small"
        assert sum('role="img"' in band for band in cut) == 1


def test_no_objective_stands_before_a_vote_that_it_might_answer(led: Catalogue) -> None:
    for name, session in led.sessions.items():
        kinds = [slide.kind for slide in deck(led, session)]
        if "objectives" in kinds:
            assert set(kinds[kinds.index("objectives") :]) == {"objectives", "acts", "end"}, name
        else:
            assert "end" not in kinds, f"{name} teaches nothing, and asks for no act"
    assert [name for name, one in led.sessions.items() if "acts" not in {slide.kind for slide in deck(led, one)}] == [
        "welcome",
        "where-do-you-stand",
    ]


def test_acts_say_apart_when_they_can_be_done() -> None:
    assert lead(Markup("<b>Ask what we decide with the answer? (Monday, your own form).</b> More.")) == (
        "Ask what we decide with the answer?",
        "Monday, your own form",
    )
    assert lead(Markup("<b>Keep less (a week).</b>")) == ("Keep less", "a week")
    assert lead(Markup("<b>Keep less</b> (of all).")) == ("Keep less", "")


def test_acts_that_are_rated_have_their_scale_on_the_slide(led: Catalogue) -> None:
    rated = [slide for one in led.sessions.values() for slide in deck(led, one) if slide.kind == "item" and slide.shown["ratings"]]
    assert [slide.shown["ratings"] for slide in rated] == [["Strong", "Defensible", "Weak", "Harmful"]]
    assert bare("Rate each act: Strong Defensible Weak Harmful") in bare(words(deck_html(led, led.sessions["specialists-wanted"])))


def test_a_slide_has_marks_as_the_book_has_them(led: Catalogue) -> None:
    for session in led.sessions.values():
        assert not re.search(r"[\"']", words(deck_html(led, session)))


def test_measures_are_crossed_and_without_answers(course: Catalogue) -> None:
    assert course.papers
    first, second = (course.checks[name] for name in course.papers.measures)
    a, b = ("".join(texts(sheet(course, room_pack(course), name))) for name in ("5-measure-a", "6-measure-b"))
    assert a.index(bare(first.title)) < a.index(bare(second.title))
    assert b.index(bare(second.title)) < b.index(bare(first.title))
    for check in (first, second):
        for item in check.items:
            assert bare(item.stem) in a
            assert bare(item.stem) in b
            assert not any(bare(remark.text) in a for remark in item.remarks() if len(remark.text) > 20)


def test_certificates_say_what_they_are_not(course: Catalogue) -> None:
    assert course.papers
    attendance, completion = (
        texts(sheet(course, room_pack(course), "8-attendance"))[0],
        texts(sheet(course, room_pack(course), "9-completion"))[0],
    )
    assert bare(course.papers.attended_not) in attendance
    assert not any(bare(outcome.text) in attendance for outcome in course.outcomes.values())
    for line in course.papers.completed_not:
        assert bare(line) in completion
    for chapter, front in course.units().values():
        assert bare(f"{front.number} {chapter.title}") in completion


def test_a_measure_that_is_no_check_is_named(small: Path) -> None:
    papers = small / "assets" / "papers.yml"
    papers.write_text((ROOT / "assets" / "papers.yml").read_text("utf-8"), "utf-8")
    with pytest.raises(CourseError, match=r"papers\.yml:\d+: .*`set-border-market`"):
        load_course(small)


def test_slides_of_a_course_without_sessions_are_refused_in_words(small: Path) -> None:
    done = CliRunner().invoke(app, ["slides", str(small)])
    assert done.exit_code == 2
    assert "workshop/sessions" in done.output

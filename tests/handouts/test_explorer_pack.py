"""Explorers on paper: what a table guesses, what it sees then, and that a bad copy loses none of it."""

from __future__ import annotations

import base64
import re
from dataclasses import replace

import pypdfium2
import pytest

from counteroffer.course import Catalogue
from counteroffer.figures.every_explorer import explorers
from counteroffer.handouts.explorer_pack import explorer_pack, picture, shown
from counteroffer.handouts.piece import Pack
from counteroffer.handouts.press import HandoutError, press
from tests.handouts.drawn import bare, sheet, texts


@pytest.fixture(scope="module")
def pack(course: Catalogue) -> Pack:
    found = explorer_pack(course)
    assert found
    return found


def test_a_table_guesses_before_it_sees(course: Catalogue, pack: Pack) -> None:
    for explorer in explorers(course).values():
        frames = shown(course, explorer)
        [guesses] = texts(sheet(course, pack, f"{explorer.id}-guesses"))
        *seen, last = texts(sheet(course, pack, f"{explorer.id}-frames"))
        for number, (frame, page) in enumerate(zip(frames, seen, strict=True), 1):
            assert bare(f"Frame {number} {frame.words} {frame.ask}") in guesses, "a number of a frame runs into the numbers of its setting"
            assert bare(frame.brief) not in guesses
            assert bare(explorer.title) in page
            assert bare(frame.ask) in page
            assert bare(frame.brief) in page
            assert bare(explorer.caution) in page
        assert bare(explorer.title) in guesses
        assert bare("What it leaves out") in last


def test_what_frames_leave_out_is_a_list_in_letters_that_can_be_read(course: Catalogue, pack: Pack) -> None:
    for explorer in explorers(course).values():
        drawn = sheet(course, pack, f"{explorer.id}-frames")
        assert drawn.size >= 10.5
        [left_out] = [note for note in explorer.notes if note.head == "What it leaves out"]
        assert all(remark.text.startswith("**") for remark in left_out.remarks)
        read = texts(drawn)[-1]
        assert all(bare(remark.text) in read for remark in left_out.remarks)


def test_the_foot_is_one_line_without_a_colon_after_a_question(course: Catalogue, pack: Pack) -> None:
    for piece in pack.pieces:
        document = pypdfium2.PdfDocument(press(course, pack, piece).pdf)
        for page in document:
            lines = page.get_textpage().get_text_range().splitlines()
            assert any(line.startswith(f"Counteroffer · Explorers · {piece.title}") for line in lines)
        assert "?:" not in piece.title


def test_a_picture_is_black_on_white(course: Catalogue) -> None:
    for explorer in explorers(course).values():
        drawn = picture(explorer.frame(explorer.start()).svg)
        svg = base64.b64decode(drawn.address.partition(",")[2]).decode()
        assert "var(" not in svg
        assert set(re.findall(r"#[0-9a-f]{6}", svg)) <= {"#000000", "#ffffff", "#aaaaaa"}
        assert drawn.width <= 180
        assert drawn.height <= 190


def test_a_picture_that_cannot_be_read_is_refused(course: Catalogue, pack: Pack) -> None:
    piece = next(piece for piece in pack.pieces if piece.name == "limbo-frames")
    broken = replace(picture(explorers(course)["limbo"].frame(explorers(course)["limbo"].start()).svg), address="data:image/svg+xml,<svg")
    with pytest.raises(HandoutError, match="image"):
        press(course, pack, replace(piece, values=piece.values | {"picture": lambda _: broken}))

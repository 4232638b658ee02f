"""Sheets of units, explorers, posters and the audit: what they must hold, and what they must not show yet."""

from __future__ import annotations

import pytest

from counteroffer.course import Catalogue
from counteroffer.course.kinds.single.model import SingleItem
from counteroffer.figures.catalogue import explorers
from counteroffer.handouts.explorer_pack import explorer_pack, picture, telling
from counteroffer.handouts.piece import Pack
from counteroffer.handouts.press import HandoutError, Sheet, press
from counteroffer.handouts.question_pack import question_pack, voted
from counteroffer.handouts.unit_pack import unit_pack
from counteroffer.handouts.wall_pack import wall_pack
from tests.handouts.drawn import bare, texts


def one(course: Catalogue, pack: Pack | None, name: str) -> Sheet:
    assert pack
    return press(course, pack, next(piece for piece in pack.pieces if piece.name == name))


def test_a_unit_is_one_page_in_its_own_sentences(course: Catalogue) -> None:
    sheet = one(course, unit_pack(course), "3.6-affiliates")
    [read] = texts(sheet)
    assert sheet.size >= 9
    assert bare("A number alone will not make a ministry act.") in read
    assert bare("Fishermen on the lake pay a tax to ISWAP.") in read
    assert bare(course.objectives["CO4.f"].text) in read
    assert bare("aff-02") not in read


def test_each_question_that_a_room_votes_on_has_a_page_without_its_key(course: Catalogue) -> None:
    pack = question_pack(course)
    assert pack
    assert {piece.name for piece in pack.pieces} == voted(course) >= {"to-two-weak-points", "rs-tablet-in-the-taxi"}
    item = next(item for check in course.checks.values() for item in check.items if item.id == "to-two-weak-points")
    sheet = one(course, pack, item.id)
    [read] = texts(sheet)
    assert isinstance(item, SingleItem)
    assert bare(item.stem) in read
    assert all(bare(option.text) in read for option in item.options)
    assert not any(bare(option.feedback) in read for option in item.options)
    assert sheet.size >= 11


def test_a_table_guesses_before_it_sees(course: Catalogue) -> None:
    pack = explorer_pack(course)
    for explorer in explorers(course).values():
        settings = telling(explorer)
        assert len({tuple(setting.items()) for setting in settings}) == 3
        [guesses] = texts(one(course, pack, f"{explorer.id}-guesses"))
        frames = texts(one(course, pack, f"{explorer.id}-frames"))
        for setting, page in zip(settings, frames, strict=True):
            assert bare(explorer.sentence(setting)) not in guesses
            assert bare(explorer.sentence(setting)) in page
        assert "var(" not in picture(explorer.frame(settings[0]))


def test_a_picture_that_cannot_be_read_is_refused(course: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = explorer_pack(course)
    assert pack
    piece = next(piece for piece in pack.pieces if piece.name == "limbo-frames")
    monkeypatch.setitem(piece.values, "picture", lambda _: "data:image/svg+xml,<svg")
    with pytest.raises(HandoutError, match="image"):
        press(course, pack, piece)


def test_the_audit_shows_our_rows_and_nobody_elses_steps(course: Catalogue) -> None:
    audit = course.audit
    assert audit
    read = "".join(texts(one(course, wall_pack(course), "audit")))
    for row in audit.dimensions:
        for anchor in row.anchors:
            assert bare(anchor) in read
        for code in row.offer.values():
            assert bare(code.note) not in read


def test_tiles_and_poster_show_every_phase(course: Catalogue) -> None:
    tiles, poster = texts(one(course, wall_pack(course), "phases-tiles")), texts(one(course, wall_pack(course), "phases-poster"))
    for label, tile in zip(("Guerrilla struggle", "Tamkin threshold", "State", "After territory"), tiles, strict=True):
        assert bare(label) in tile
        assert bare(label) in poster[0]

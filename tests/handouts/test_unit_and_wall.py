"""Sheets of units, explorers, posters and the audit: what they must hold, and what they must not show yet."""

from __future__ import annotations

from counteroffer.course import Catalogue
from counteroffer.course.kinds.single.model import Single
from counteroffer.handouts.argument import argument
from counteroffer.handouts.piece import Pack
from counteroffer.handouts.press import Sheet, press
from counteroffer.handouts.question_pack import question_pack, voted
from counteroffer.handouts.unit_pack import unit_pack
from counteroffer.handouts.wall_pack import wall_pack
from tests.handouts.drawn import bare, texts


def one(course: Catalogue, pack: Pack | None, name: str) -> Sheet:
    assert pack
    return press(course, pack, next(piece for piece in pack.pieces if piece.name == name))


def test_each_unit_has_a_sheet_with_its_acts_and_its_gaps(course: Catalogue) -> None:
    pack = unit_pack(course)
    assert len(pack.pieces) == len(course.units())
    for name, (chapter, front) in course.units().items():
        found = argument(course, chapter)
        assert found.opening, name
        if front.number > "1":
            assert 4 <= len(found.acts) <= 5, f"{name} has acts, and they are found"
            assert all("<b>" in act for act in found.acts)
            assert found.unknown, name
            assert len(found.sections) >= 3, name
        shown = " ".join(map(str, (*found.opening, *found.acts, *found.unknown)))
        assert "{" not in shown
        assert "`" not in shown


def test_a_unit_is_one_page_in_its_own_sentences(course: Catalogue) -> None:
    sheet = one(course, unit_pack(course), "3.6-affiliates")
    [read] = texts(sheet)
    assert sheet.size >= 9
    assert bare("A number alone will not make a ministry act.") in read
    assert bare("Fishermen on the lake pay a tax to ISWAP.") in read
    assert bare(course.objectives["CO4.f"].text) in read
    assert bare("aff-02") not in read


def test_an_address_stands_on_a_sheet_as_a_code_only_where_one_is_given(course: Catalogue) -> None:
    with_code, without = unit_pack(course, "https://example.org/course/"), unit_pack(course)
    assert str(with_code.pieces[4].values["code"]).startswith("data:image/svg+xml")
    assert not any(piece.values["code"] for piece in without.pieces)


def test_each_question_that_a_room_votes_on_has_a_page_without_its_key(course: Catalogue) -> None:
    pack = question_pack(course)
    assert pack
    assert {piece.name for piece in pack.pieces} == voted(course) >= {"to-two-weak-points", "rs-tablet-in-the-taxi"}
    item = next(item for check in course.checks.values() for item in check.items if item.id == "to-two-weak-points")
    sheet = one(course, pack, item.id)
    [read] = texts(sheet)
    assert isinstance(item, Single)
    assert bare(item.stem) in read
    assert all(bare(option.text) in read for option in item.options)
    assert not any(bare(option.feedback) in read for option in item.options)
    assert sheet.size >= 11


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

"""Sheets of units: what they must hold, and what they must not show yet."""

from __future__ import annotations

from counteroffer.course import Catalogue
from counteroffer.handouts.argument import argument
from counteroffer.handouts.piece import Pack
from counteroffer.handouts.press import Sheet, press
from counteroffer.handouts.unit_pack import unit_pack
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

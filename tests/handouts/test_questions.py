"""The questions that a room votes on: a sheet that is read across a table, and keys that no sheet shows."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from counteroffer.course import Catalogue
from counteroffer.course.items import Item, Line, kinds
from counteroffer.course.kinds.judgement.model import JudgementItem
from counteroffer.handouts.piece import Edition, Pack, Piece, page
from counteroffer.handouts.question_pack import name_of, question_pack, voted
from counteroffer.twin.templates import environment
from tests.handouts.drawn import bare, lines, sheet, texts


@pytest.fixture(scope="module")
def questions(course: Catalogue) -> Pack:
    found = question_pack(course)
    assert found
    return found


def piece(pack: Pack, name: str) -> Piece:
    return next(one for one in pack.pieces if one.name == name)


def test_each_question_that_a_room_votes_on_has_a_page_without_its_key(course: Catalogue, questions: Pack) -> None:
    keys, *sheets = questions.pieces
    assert (keys.name, keys.hands) == ("0-keys", "facilitator")
    assert {one.name for one in sheets} == voted(course) >= {"to-two-weak-points", "rs-tablet-in-the-taxi"}
    for one in sheets:
        assert one.hands == "everybody"
        read = bare(unescape(page(course, questions, one, 20, Edition())))
        assert bare(one.values["item"].stem) in read
        assert not any(bare(remark.text) in read for remark in one.values["item"].remarks())


def test_a_sheet_has_a_name_of_its_own_and_large_letters(course: Catalogue, questions: Pack) -> None:
    drawn = sheet(course, questions, "mc-poster-hour")
    assert drawn.size == 20
    [read] = lines(drawn)
    assert read[:3] == ["Unit 4.6 · Poster hour", "mc-poster-hour", "Choose alone. One letter on your ballot."]
    assert any(line.startswith("Counteroffer · Questions · Unit 4.6 · Poster hour") for line in read)
    titles = [one.title for one in questions.pieces]
    assert len(set(titles)) == len(titles)


def test_a_name_is_an_id_in_words() -> None:
    assert name_of("cw-film-on-monday") == "Film on Monday"
    assert name_of("pr-offers-for-block-d") == "Offers for block D"
    assert name_of("af-five-acts-of-a-state") == "Five acts of a state"


def test_ratings_are_a_table_of_four_columns_with_a_strip_for_the_second_vote(course: Catalogue, questions: Pack) -> None:
    drawn = sheet(course, questions, "sw-army-eleven-years")
    item = drawn.piece.values["item"]
    assert isinstance(item, JudgementItem)
    html = page(course, questions, drawn.piece, 15, Edition())
    table = html[html.index("<table") : html.index("</table>")]
    assert re.findall(r"<th>(\w+)</th>", table) == ["Strong", "Defensible", "Weak", "Harmful"]
    assert table.count('class="tick"') == 4 * len(item.options)
    assert "Second vote" in html[html.index("</table>") :]


def test_keys_are_in_the_order_of_the_course_with_every_reason(course: Catalogue, questions: Pack) -> None:
    keys, *sheets = questions.pieces
    pages = texts(sheet(course, questions, keys.name))
    assert all(bare("For the facilitator alone") in one for one in pages)
    read = "".join(pages)
    places = [read.index(bare(one.title)) for one in sheets]
    assert places == sorted(places)
    assert course.papers
    assert all(read.index(bare(f"Measure: {course.checks[name].title}")) > places[-1] for name in course.papers.measures)
    units = [one.title.partition(" · ")[0] for one in sheets]
    assert units == sorted(units)
    for one in sheets:
        for remark in one.values["item"].remarks():
            assert bare(remark.text) in read


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_a_key_names_the_letters_that_are_printed(course: Catalogue, kind: str) -> None:
    face: Any = environment(course.language).get_template(f"kinds/{kind}/paper.html").module
    items = [item for check in course.checks.values() for item in check.items if item.kind == kind]
    assert items
    for item in items:
        assert re.findall(r"\w+", face.key(item)) == marked(item), item.id
        asked = bare(re.sub(r"<[^>]+>", "", face.ask(item)))
        assert not any(bare(remark.text) in asked for remark in item.remarks() if len(remark.text) > 20)


def marked(item: Item) -> list[str]:
    """The key as it is marked on the item's answer sheet, line by line."""
    key, sheet = item.key(), item.sheet()
    if isinstance(key, dict):
        return [word for line, value in zip(sheet, key.values(), strict=True) for word in (line.label, box(line, str(value)))]
    if len(sheet) == 1:
        return [label for label, value in sheet[0].boxes.items() if value in ([key] if isinstance(key, str) else key)]
    return [str(key.index(line.field.removeprefix(f"{item.id}-")) + 1) for line in sheet]


def box(line: Line, value: str) -> str:
    """What stands on the box of a line that stands for a value, or in words where a box does not speak for itself."""
    return line.means[value].text if line.means else next(label for label, stands in line.boxes.items() if stands == value)

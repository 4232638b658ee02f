"""Papers of a room, as the people at its tables need them."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from counteroffer.course import Catalogue
from counteroffer.handouts.room_pack import LETTERS, room_pack
from tests.handouts.drawn import Drawn, bare, drawer, lines, texts


@pytest.fixture(scope="module")
def room(course: Catalogue) -> Drawn:
    """Draws a piece of the room's pack, once."""
    return drawer(course, room_pack(course))


def test_before_and_after_are_sheets_of_their_own_numbers(room: Drawn) -> None:
    for letter in "ab":
        feet = [page[-1] for page in lines(room(f"{'5' if letter == 'a' else '6'}-measure-{letter}"))]
        turns = [f"Measure {letter.upper()}, {turn} · {page} / 2" for turn in ("before", "after") for page in (1, 2)]
        assert [foot.endswith(turn) for foot, turn in zip(feet, turns, strict=True)] == [True] * 4, feet


def test_a_measure_says_what_its_number_is_for_and_that_lines_may_stay_empty(room: Drawn) -> None:
    before, _, after, _ = texts(room("5-measure-a"))
    for page in (before, after):
        assert bare("nobody notes who has which") in page
        assert bare("Answer as you would today, or leave it empty") in page
    assert bare("Write one letter on each line. 2 letters stay free.") in after


def test_what_is_asked_apart_is_a_slip_of_its_own_two_to_a_page(room: Drawn) -> None:
    asked = bare("Did anything here put you or others at risk")
    assert asked not in "".join(texts(room("7-form")))
    [slips] = texts(room("7b-risk-slip"))
    assert slips.count(asked) == 2
    assert slips.count(bare("Cut here")) == 1


def test_a_ballot_has_its_letters_in_one_row_and_a_line_for_the_question(room: Drawn) -> None:
    [page] = lines(room("3-ballots"))
    read = "\n".join(page)
    assert len(re.findall(" +".join(LETTERS), read)) == 24
    assert read.count("Question") == 24


def test_a_card_with_letters_is_laid_down_and_each_half_says_so(room: Drawn) -> None:
    [page] = texts(room("2-letter-cards"))
    assert page.count(bare("Lay the card face down before you")) == 2
    assert not re.search("chest|show it|hold it", page)


def test_an_act_card_asks_for_posts_and_leaves_lines_for_the_act(course: Catalogue, room: Drawn) -> None:
    assert course.papers
    assert course.papers.act[0].lines >= 2
    [page] = texts(room("4-act-cards"))
    assert page.count(bare("(a post, no name)")) == 4


def test_a_sheet_of_completion_has_the_sum_of_its_minutes(course: Catalogue, room: Drawn) -> None:
    minutes = sum(front.minutes for _, front in course.units().values())
    assert bare(f"All units: {minutes} minutes") in texts(room("9-completion"))[0]


def test_the_number_of_a_copy_stands_where_an_old_copier_sees_it(room: Drawn) -> None:
    page = pypdfium2.PdfDocument(room("5-measure-a").pdf)[0]
    text = page.get_textpage()
    place = text.search("Copy no.").get_next()
    assert place
    top = text.get_charbox(place[0])[3]
    assert (page.get_height() - top) / 72 * 25.4 > 9

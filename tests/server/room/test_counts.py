"""What is told of few votes, of slips, of a draw, of two rounds, and what leaves with the debrief."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.server.room.conftest import InRoom
from tests.server.room.test_old_pages import form, sent
from tests.server.room.test_room import text

if TYPE_CHECKING:
    from django.test import Client


def votes(in_room: InRoom, number: int) -> list[Client]:
    phones = [in_room.phone() for _ in range(number)]
    in_room.begin()
    in_room.do("vote")
    for phone in phones:
        in_room.vote(phone, choice="wait-1")
    return phones


WARNS = "Whoever counted these slips can now work out the other votes. With fewer than five phones, let all vote on paper."


def test_who_counts_slips_is_warned_where_the_rest_is_a_few(in_room: InRoom) -> None:
    votes(in_room, 1)
    assert WARNS in text(in_room.lead, "/lead/"), "one phone"
    assert WARNS not in text(in_room.lead, "/screen/")
    in_room.do("drop")
    in_room.do("vote")
    assert WARNS not in text(in_room.lead, "/lead/"), "nobody has voted"
    phones = [in_room.phone() for _ in range(5)]
    for phone in phones:
        in_room.vote(phone, choice="wait-1")
    assert WARNS not in text(in_room.lead, "/lead/"), "five phones and no slips"
    in_room.do("paper", {"choice|wait-1": "4"})
    assert WARNS in text(in_room.lead, "/lead/"), "four slips among five phones"
    in_room.do("paper", {"choice|wait-1": "1"})
    assert WARNS not in text(in_room.lead, "/lead/")


def test_slips_of_two_helpers_add_up_in_view_and_can_be_corrected(in_room: InRoom) -> None:
    in_room.begin()
    in_room.do("vote")
    for count in ("4", "3"):
        in_room.do("paper", {"choice|speak-1": count})
    assert "7 slips are typed so far: A 0 · B 7 · – 0" in text(in_room.lead, "/lead/")
    correct = {**form(in_room, "correct"), "choice|wait-1": "2", "choice|speak-1": "5", "choice|-": "0"}
    in_room.do("paper", {"choice|speak-1": "1"})
    assert sent(in_room, correct) == 409, "another helper has typed meanwhile"
    assert sent(in_room, {**correct, "slips": form(in_room, "correct")["slips"]}) == 303
    assert "7 slips are typed so far: A 2 · B 5 · – 0" in text(in_room.lead, "/lead/")
    for nothing in ({}, {"choice|wait-1": "501"}, {"choice|wait-1": "two"}):
        in_room.do("paper", nothing, status=400)
    for page in ("/screen/", "/lead/debrief/"):
        assert "typed so far" not in text(in_room.lead, page)


def test_a_vote_is_drawn_and_no_seat_is_named(in_room: InRoom) -> None:
    phones = votes(in_room, 6)
    for phone in phones[:3]:
        in_room.vote(phone, choice="speak-1")
    in_room.do("close")
    in_room.do("show")
    assert "No option leads: a vote is drawn, or the facilitator decides." in text(in_room.lead, "/screen/")
    in_room.do("draw")
    drawn = re.search(r"A vote was drawn: ([AB])\.", text(phones[0], "/here/"))
    assert drawn
    assert "seat" not in text(in_room.lead, "/screen/").lower().replace("your seat", "")
    in_room.do("draw", status=409)
    assert f"Go with the drawn vote: {drawn[1]}" in text(in_room.lead, "/lead/")
    in_room.do("choose", by="draw")
    assert f"The room chose {drawn[1]}" in text(phones[0], "/here/")
    assert "(by a drawn vote)" in text(in_room.lead, "/lead/debrief/")


def test_of_fewer_than_five_the_facilitator_chooses(in_room: InRoom) -> None:
    votes(in_room, 2)
    in_room.do("close")
    in_room.do("show")
    assert "Too few votes to say; the facilitator decides." in text(in_room.lead, "/screen/")
    assert "Draw a vote" not in text(in_room.lead, "/lead/")
    in_room.do("draw", status=409)
    in_room.do("choose", by="majority", status=409)


def test_the_facilitator_is_told_when_somebody_came_between_two_rounds(in_room: InRoom) -> None:
    phones = votes(in_room, 5)
    in_room.do("close")
    in_room.do("talk")
    in_room.do("again")
    for phone in phones:
        in_room.vote(phone, choice="wait-1")
    in_room.vote(in_room.phone(), choice="speak-1")
    in_room.do("close")
    assert "1 person voted in one of the two rounds alone." in text(in_room.lead, "/lead/")
    in_room.do("show")
    for browser, address in ((phones[0], "/here/"), (in_room.lead, "/screen/")):
        assert "The first count is not shown: not the same people voted." in text(browser, address)
        assert re.findall(r'co-count">(\d+)<', browser.get(address).content.decode()) == ["5", "1", "0"]
    in_room.do("choose", by="majority")
    assert "Answer After talking A Wait and watch 5" in text(in_room.lead, "/lead/debrief/")


def test_a_question_that_was_never_shown_leaves_with_no_debrief(in_room: InRoom) -> None:
    phone = in_room.phone()
    for asked in ("My cousin was one of those.", "What does it cost?"):
        phone.post("/here/park/", {"text": asked})
    in_room.do("moderate", key="2", state="shown")
    debrief = text(in_room.lead, "/lead/debrief/")
    assert "What does it cost?" in debrief
    assert "cousin" not in debrief

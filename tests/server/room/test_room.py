"""A room as its people meet it, with scripts off: join, vote alone, talk, vote again, both counts; paper; late, closed, forgotten."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING

from tests.server.room.conftest import InRoom

if TYPE_CHECKING:
    from django.test import Client


def text(browser: Client, address: str) -> str:
    """What a page says, without its tags."""
    answer = browser.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def test_a_phone_joins_with_six_letters_and_no_name(in_room: InRoom) -> None:
    from django.test import Client

    from counteroffer.server.room import sealed
    from counteroffer.server.room.tables import SeatRow

    browser = Client()
    door = text(browser, f"/?code={in_room.code.lower()}")
    assert "Counts are shown when at least five voted" in door, "what is kept stands at the door"
    assert "Workshop" in door
    assert "Islamic" not in door, "the title is neutral"
    assert browser.post("/join/", {"code": "AAAAAA"}).status_code == 403
    answer = browser.post("/join/", {"code": in_room.code.lower()})
    assert answer["Location"] == "/here/"
    assert answer.cookies["room-seat"]["httponly"]
    assert "You are in the room" in text(browser, "/here/")
    (seat,) = SeatRow.objects.all()
    assert sealed.opened("person", seat.person) == {"name": "", "parked": []}
    assert answer.cookies["room-seat"].value not in seat.cookie
    assert browser.get("/")["Location"] == "/here/", "the same phone is not let in twice"


def test_only_the_facilitator_leads(in_room: InRoom) -> None:
    from django.test import Client

    phone, stranger = in_room.phone(), Client()
    for browser in (phone, stranger):
        for address in ("/lead/", "/screen/", "/lead/debrief/", "/lead/counts.csv"):
            assert browser.get(address)["Location"].startswith("/lead/enter/")
        for address in ("/lead/act/", "/lead/forget/"):
            assert browser.post(address, {"act": "case", "of": "small-case", "sure": "on"})["Location"].startswith("/lead/enter/")
    assert stranger.get("/here/")["Location"] == "/"
    assert stranger.post("/here/vote/", {"round": "1", "choice": "wait-1"})["Location"] == "/?again"
    second = Client()
    assert second.post("/lead/enter/", {"key": in_room.key.lower(), "to": "https://elsewhere.example/"})["Location"] == "/lead/"
    assert "Facilitator" in text(second, "/lead/"), "whoever has the key takes over"


def test_vote_talk_vote_and_both_counts_side_by_side(in_room: InRoom) -> None:
    phones = [in_room.phone() for _ in range(6)]
    in_room.begin()
    assert "What do you do on day 1?" in text(phones[0], "/here/")
    in_room.do("vote")
    for phone in phones:
        in_room.vote(phone, choice="wait-1")
    in_room.vote(phones[0], choice="speak-1")
    assert re.search(r'value="speak-1"[^>]* checked', phones[0].get("/here/").content.decode()), "a phone that slept finds its vote"
    late = in_room.phone()
    in_room.vote(late, choice="-")
    in_room.do("close")
    in_room.do("talk")
    for browser, address in ((phones[0], "/here/"), (in_room.lead, "/screen/"), (in_room.lead, "/lead/")):
        assert 'co-count"' not in browser.get(address).content.decode()
    in_room.do("again")
    for phone in phones[:4]:
        in_room.vote(phone, choice="speak-1")
    in_room.do("paper", {"choice|wait-1": "2"})
    in_room.do("close")
    in_room.do("show", alone="no")
    for browser, address in ((phones[0], "/here/"), (in_room.lead, "/screen/"), (in_room.lead, "/lead/")):
        counts = re.findall(r'co-count">(\d+)<', browser.get(address).content.decode())
        assert counts == ["5", "2", "1", "4", "1", "0"], address
    in_room.do("choose", by="majority")
    assert "The room chose B" in text(late, "/here/")
    assert "They hear you on day 1." in text(in_room.lead, "/screen/")
    in_room.do("go-on")
    assert "What do you do on day 2?" in text(phones[0], "/here/")


def test_nothing_is_taken_once_a_round_is_closed(in_room: InRoom) -> None:
    phone = in_room.phone()
    in_room.begin()
    in_room.do("vote")
    in_room.do("close")
    late = phone.post("/here/vote/", {"round": "1", "choice": "wait-1"}, headers={"accept": "application/json"})
    assert (late.status_code, json.loads(late.content)["said"]) == (409, "This round is closed, so your vote was not taken.")
    in_room.do("talk")
    in_room.do("again")
    assert phone.post("/here/vote/", {"round": "1", "choice": "wait-1"}).status_code == 409
    in_room.vote(phone, choice="burn-it", status=400)
    in_room.do("close")
    in_room.do("show")
    assert "Fewer than five voted" in text(phone, "/here/")


def test_fewer_than_five_leave_no_count_on_any_page_or_file(in_room: InRoom) -> None:
    phones = [in_room.phone() for _ in range(4)]
    in_room.begin()
    in_room.do("vote")
    for phone in phones:
        in_room.vote(phone, choice="wait-1")
    in_room.do("close")
    in_room.do("show")
    in_room.do("choose", by="majority")
    assert in_room.lead.get("/lead/counts.csv").content.decode().splitlines()[1:] == ["1,decision,step-1,,1,,,,wait-1,"]
    assert "Fewer than five voted, so no count is kept." in text(in_room.lead, "/lead/debrief/")


def test_the_debrief_has_exactly_the_votes_cast(in_room: InRoom) -> None:
    phones = [in_room.phone() for _ in range(7)]
    in_room.begin()
    for number in range(1, 7):
        in_room.do("vote")
        for place, phone in enumerate(phones):
            in_room.vote(phone, choice=f"wait-{number}" if place < 5 else f"speak-{number}")
        in_room.do("close")
        in_room.do("show")
        in_room.do("choose", by="facilitator", option=f"speak-{number}")
        in_room.do("go-on")
    in_room.do("stop")
    debrief = text(in_room.lead, "/lead/debrief/")
    assert debrief.count("A Wait and watch 5 B Speak to the families 2") == 6
    assert "A door that holds" in debrief
    assert debrief.count("Another road") == 2
    lines = in_room.lead.get("/lead/counts.csv").content.decode().splitlines()
    assert "6,decision,step-6,,1,choice,wait-6,5,speak-6," in lines
    assert "Pull of the other offer" not in text(in_room.lead, "/screen/"), "covered until it is uncovered"
    in_room.do("uncover")
    assert "Pull of the other offer" in text(phones[0], "/here/")


def test_questions_wait_for_the_facilitator_are_escaped_and_limited(in_room: InRoom) -> None:
    phone = in_room.phone(name="<b>M.</b>")
    asked = "<script>alert(1)</script> Who was missing?"
    assert phone.post("/here/park/", {"text": asked}).status_code == 303
    assert "Who was missing?" not in text(in_room.lead, "/screen/")
    lead = in_room.lead.get("/lead/").content.decode()
    assert "&lt;script&gt;alert(1)" in lead
    assert "&lt;b&gt;M.&lt;/b&gt;" in lead
    assert "<script>alert" not in lead
    in_room.do("moderate", key="1", state="shown")
    screen = in_room.lead.get("/screen/").content.decode()
    assert "&lt;script&gt;" in screen
    assert "M." not in re.sub(r"<[^>]+>", "", screen)
    in_room.do("moderate", key="1", state="hidden")
    assert "Who was missing?" not in text(in_room.lead, "/screen/")
    assert [phone.post("/here/park/", {"text": "More?"}).status_code for _ in range(5)] == [303, 303, 303, 303, 429]


def test_an_item_is_answered_as_peer_instruction_and_its_answer_comes_last(in_room: InRoom) -> None:
    phones = [in_room.phone() for _ in range(5)]
    in_room.do("item", of="item-single")
    for phone in phones:
        in_room.vote(phone, choice="third")
    assert "Best answer" not in phones[0].get("/here/").content.decode()
    in_room.do("close")
    assert "Best answer" not in in_room.lead.get("/screen/").content.decode()
    in_room.do("show")
    assert "Best answer" in text(phones[0], "/here/")
    in_room.do("done")


def test_polls_orders_and_the_audit(in_room: InRoom) -> None:
    phones = [in_room.phone() for _ in range(5)]
    in_room.do("poll", kind="ranking", title="What first?", lines="papers\npay\n")
    for phone in phones:
        in_room.vote(phone, {"1": "1", "2": "1"}, status=400)
        in_room.vote(phone, {"1": "2", "2": "1"})
    in_room.do("close")
    in_room.do("show")
    assert re.search(r"2 pay 1\.0 .* 1 papers 2\.0", text(in_room.lead, "/screen/"))
    in_room.do("done")
    in_room.do("poll", status=400, kind="ranking", title="What first?", lines="papers")
    assert in_room.course.audit
    phase = in_room.course.audit.phases[0].id
    in_room.do("audit", of=phase)
    dimension = in_room.course.audit.dimensions[0]
    for phone in phones:
        in_room.vote(phone, {dimension.id: "3"})
    in_room.do("close")
    in_room.do("show")
    seen = text(in_room.lead, "/screen/")
    theirs = dimension.offer[phase].code
    assert f"{dimension.label} {'not known' if theirs is None else theirs} 0 0 0 5 0" in seen, "and no mean, for marks are not added up"
    assert in_room.course.audit.dimensions[1].label not in seen.split("Counts")[-1], "of a row that nobody marked nothing is shown"


def test_leaving_deletes_the_phone_and_forgetting_deletes_all(in_room: InRoom) -> None:
    from counteroffer.server.room.tables import BallotRow, RoomRow, SeatRow

    phone, other = in_room.phone(), in_room.phone()
    in_room.begin()
    in_room.do("vote")
    in_room.vote(phone, choice="wait-1")
    in_room.vote(other, choice="wait-1")
    phone.post("/leave/")
    assert (SeatRow.objects.count(), BallotRow.objects.count()) == (1, 1)
    in_room.lead.post("/lead/forget/")
    assert RoomRow.objects.exists(), "only who is sure forgets"
    in_room.lead.post("/lead/forget/", {"sure": "on"})
    assert not any(rows.objects.exists() for rows in (RoomRow, SeatRow, BallotRow))
    assert other.get("/here/")["Location"] == "/"
    assert "everything in it was deleted" in text(other, "/")


def test_nothing_of_a_room_stands_in_the_log_of_examinations(in_room: InRoom) -> None:
    from counteroffer.server.models import Entry

    before = Entry.objects.count()
    phone = in_room.phone()
    in_room.begin()
    in_room.do("vote")
    in_room.vote(phone, choice="wait-1")
    in_room.do("close")
    assert Entry.objects.count() == before


def test_no_page_asks_anything_of_another_origin_or_runs_a_script_of_its_own(in_room: InRoom) -> None:
    phone = in_room.phone()
    for browser, address in ((phone, "/"), (phone, "/here/"), (in_room.lead, "/screen/"), (in_room.lead, "/lead/")):
        answer = browser.get(address, follow=True)
        page = answer.content.decode()
        policy = answer["Content-Security-Policy"].split("; ")
        assert {"default-src 'none'", "script-src 'self'"} <= set(policy)
        assert not re.search(r"<script(?! src)|\son\w+=|\sstyle=", page), address
        assert not re.search(r'(?:src|href|action)="(?:https?:)?//', page), address

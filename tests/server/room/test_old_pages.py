"""A page that waits while the room goes on does nothing when it is pressed, and says so; whatever is not kept is said to our script too."""

from __future__ import annotations

import json
import re

import pytest

from tests.server.room.conftest import InRoom
from tests.server.room.test_room import text

JSON = {"accept": "application/json"}


def forms(in_room: InRoom) -> list[dict[str, str]]:
    """What each button of the facilitator's page would send."""
    page = in_room.lead.get("/lead/").content.decode()
    found = []
    for form in re.findall(r'<form method="post" action="/lead/act/"[\s\S]*?</form>', page):
        hidden = dict(re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)">', form))
        named = re.findall(r'<button class="[^"]*"(?: name="([\w-]+)" value="([^"]*)")?>', form)
        found += [{**hidden, **({name: value} if name else {})} for name, value in named]
    return found


def form(in_room: InRoom, act: str) -> dict[str, str]:
    return next(one for one in forms(in_room) if one.get("act") == act)


def sent(in_room: InRoom, fields: dict[str, str]) -> int:
    return in_room.lead.post("/lead/act/", fields).status_code


def test_a_second_click_on_what_stood_there_before_does_nothing(in_room: InRoom) -> None:
    phones = [in_room.phone() for _ in range(6)]
    in_room.begin()
    in_room.do("vote")
    close = form(in_room, "close")
    assert [sent(in_room, close), sent(in_room, close)] == [303, 409]
    in_room.do("talk")
    again = form(in_room, "again")
    assert [sent(in_room, again), sent(in_room, again)] == [303, 409]
    for phone in phones:
        in_room.vote(phone, choice="wait-1")
    assert sent(in_room, close) == 409, "a page of the first round does not close the second"
    assert text(in_room.lead, "/screen/").count("6 votes are in") == 1


def test_every_form_of_the_next_step_is_bound_to_the_room_it_was_drawn_from(in_room: InRoom) -> None:
    from counteroffer.server.room import store

    in_room.do("case", of="small-case")
    waiting: list[dict[str, str]] = []
    for act, more in (
        ("go-on", {}),
        ("vote", {}),
        ("close", {}),
        ("talk", {}),
        ("again", {}),
        ("close", {}),
        ("show", {}),
        ("choose", {"by": "facilitator", "option": "wait-1"}),
    ):
        waiting += [one for one in forms(in_room) if one["act"] not in {"timer", "moderate", "lock"}]
        in_room.do(act, more)
    assert {one["act"] for one in waiting} >= {
        "go-on",
        "vote",
        "close",
        "talk",
        "again",
        "show",
        "choose",
        "drop",
        "reopen",
        "paper",
        "stop",
        "card",
    }
    before = store.room()
    refused = [sent(in_room, {"choice|wait-1": "4", **one}) for one in waiting]
    assert refused == [409] * len(waiting)
    assert store.room() == before


def test_a_page_of_one_question_does_not_drop_the_next(in_room: InRoom) -> None:
    in_room.begin()
    in_room.do("vote")
    drop = form(in_room, "drop")
    assert sent(in_room, drop) == 303
    in_room.do("vote")
    assert sent(in_room, drop) == 409


def test_slips_of_a_round_are_not_counted_in_the_next(in_room: InRoom) -> None:
    in_room.begin()
    in_room.do("vote")
    paper = {**form(in_room, "paper"), "choice|wait-1": "9"}
    in_room.do("close")
    assert sent(in_room, paper) == 303, "while the room talks the helper counts"
    in_room.do("talk")
    in_room.do("again")
    assert sent(in_room, paper) == 409
    assert "0 votes are in" in text(in_room.lead, "/screen/")


def test_a_question_or_a_timer_leaves_the_facilitators_page_as_true_as_it_was(in_room: InRoom) -> None:
    phone = in_room.phone()
    in_room.begin()
    vote = form(in_room, "vote")
    assert phone.post("/here/park/", {"text": "Who was missing?"}).status_code == 303
    in_room.do("timer", minutes="5")
    assert sent(in_room, vote) == 303


def test_a_round_that_was_closed_too_early_is_opened_again(in_room: InRoom) -> None:
    phones = [in_room.phone() for _ in range(6)]
    in_room.begin()
    in_room.do("vote")
    in_room.vote(phones[0], choice="wait-1")
    in_room.do("close")
    in_room.do("reopen")
    assert "The round was opened again" in text(phones[0], "/here/")
    assert "Your vote is kept" not in text(phones[0], "/here/")
    for phone in phones:
        in_room.vote(phone, choice="speak-1")
    in_room.do("close")
    in_room.do("show")
    assert re.findall(r'co-count">(\d+)<', in_room.lead.get("/screen/").content.decode()) == ["0", "6", "0"]
    in_room.do("reopen", status=409)
    in_room.do("drop", status=409)


def said(answer: object) -> str:
    return str(json.loads(answer.content)["said"])  # type: ignore[attr-defined]


def test_our_script_is_told_why_nothing_was_done(in_room: InRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    from counteroffer.server import running
    from counteroffer.server.writer import Unavailable

    phone = in_room.phone()
    in_room.begin()
    in_room.do("vote")
    in_room.vote(phone, choice="wait-1")
    assert "Your vote is kept." in text(phone, "/here/"), "above the form, where a script can take it away"
    assert "Your vote is kept." not in re.findall(r'data-part="stage"[\s\S]*?</form>', phone.get("/here/").content.decode())[0]
    old = in_room.lead.post("/lead/act/", {"act": "vote", "moves": "0"}, headers=JSON)
    assert (old.status_code, said(old)) == (409, "The room has gone on meanwhile, so nothing was done. Look at what stands there now.")
    odd = phone.get("/nowhere/", headers=JSON)
    assert (odd.status_code, said(odd)) == (404, "There is nothing at this address.")

    def full(*_: object) -> None:
        raise Unavailable

    monkeypatch.setattr(running, "write", full)
    for browser, address, fields in (
        (phone, "/here/vote/", {"round": "1", "choice": "speak-1"}),
        (in_room.lead, "/lead/act/", form(in_room, "close")),
    ):
        browser.raise_request_exception = False
        refused = browser.post(address, fields, headers=JSON)
        assert (refused.status_code, said(refused)) == (503, "The laptop could not keep this. Try again, or vote on paper.")
    assert re.search(r'value="wait-1"[^>]* checked', phone.get("/here/").content.decode())


def test_who_lost_a_cookie_is_told_to_join_again(in_room: InRoom) -> None:
    from django.test import Client

    in_room.phone()
    strict = Client(enforce_csrf_checks=True)
    refused = strict.post("/here/vote/", {"round": "1", "choice": "wait-1"}, headers=JSON)
    assert (refused.status_code, "join again" in said(refused)) == (403, True)
    for lost, address, to in (
        ("/here/vote/", "/?again", "Join again."),
        ("/lead/act/", "/lead/enter/?to=/lead/&again", "Give the key again."),
    ):
        told = json.loads(Client().post(lost, {"act": "close"}, headers=JSON).content)
        assert told == {"said": "", "to": address}
        assert to in text(Client(), address)
    found = Client().post("/lead/enter/", {"key": in_room.key, "to": "/lead/"})
    assert found["Location"] == "/lead/"


def test_a_locked_door_lets_nobody_more_in_and_says_so_kindly(in_room: InRoom) -> None:
    from django.test import Client

    from counteroffer.server.room.tables import SeatRow

    phone = in_room.phone()
    assert "1 phone has joined." in text(in_room.lead, "/lead/")
    in_room.do("lock", locked="yes")
    stranger = Client()
    refused = stranger.post("/join/", {"code": in_room.code})
    assert (refused.status_code, SeatRow.objects.count()) == (409, 1)
    assert "the facilitator has locked the door. Ask to be let in" in refused.content.decode()
    assert "locked" not in stranger.post("/join/", {"code": "AAAAAA"}).content.decode(), "who has no code learns nothing"
    assert phone.get("/here/").status_code == 200, "who is in stays in"
    assert "The door is locked" in text(in_room.lead, "/lead/")
    in_room.do("lock", locked="no")
    assert stranger.post("/join/", {"code": in_room.code}).status_code == 302


def test_what_changes_by_itself_stands_beside_the_forms(in_room: InRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    from counteroffer.server.room import clock, face

    in_room.begin()
    in_room.do("vote")
    for _ in range(5):
        in_room.vote(in_room.phone(), choice="wait-1")
    before, later = face.parts("lead"), clock.room_time() + 60 * 20
    in_room.vote(in_room.phone(), choice="wait-1")
    monkeypatch.setattr(face, "room_time", lambda: later)
    after = face.parts("lead")
    assert {name for name in before if before[name] != after[name]} == {"turnout", "door"}
    assert "Minute 20 of 75." in after["turnout"]

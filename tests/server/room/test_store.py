"""How long a room is kept, and what it takes."""

from __future__ import annotations

import re
import time

import pytest

from counteroffer.server.room.clock import DAY, age, played
from tests.server.room.conftest import InRoom

HOUR = 3600


@pytest.mark.parametrize(
    ("wall", "since", "booted", "expected"),
    [
        (HOUR, HOUR, "one", HOUR),
        (400 * DAY, HOUR, "one", HOUR),
        (-400 * DAY, 2 * DAY, "one", 2 * DAY),
        (3 * DAY, -500, "two", 3 * DAY),
        (3 * DAY, 20 * HOUR, "", 20 * HOUR),
        (3 * DAY, -500, "", 3 * DAY),
        (-3 * DAY, -500, "", 0),
    ],
    ids=["a clock that goes", "one that jumped on", "one that jumped back", "another boot", "no name", "no name, but anew", "both back"],
)
def test_a_room_is_as_old_as_the_machine_says_not_its_clock(wall: float, since: float, booted: str, expected: float) -> None:
    before = "one" if booted else ""
    assert age(1e9, 1000, before, now_wall=1e9 + wall, now_since=1000 + since, now_booted=booted) == expected


def test_a_clock_that_jumped_sweeps_no_running_room_and_a_day_does(in_room: InRoom, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    from counteroffer.server.room import clock, oblivion, store

    with monkeypatch.context() as jumped:
        jumped.setattr(time, "time", lambda: 9e9)
        assert not oblivion.sweep()
    later = clock.room_time() + DAY + 1
    monkeypatch.setattr(clock, "room_time", lambda: later)
    assert oblivion.sweep()
    assert store.row() is None


def test_ballots_of_a_dropped_question_are_deleted(in_room: InRoom) -> None:
    from counteroffer.server.room.tables import BallotRow

    phone = in_room.phone()
    in_room.begin()
    in_room.do("vote")
    in_room.vote(phone, choice="wait-1")
    in_room.do("drop")
    assert not BallotRow.objects.exists()
    in_room.do("vote")
    assert not re.search(r" checked", phone.get("/here/").content.decode()), "a ballot of another round is none of this one"


def test_a_phone_cannot_vote_as_fast_as_a_machine(in_room: InRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    from counteroffer.server.room import throttle

    # a slow machine would let time heal what it must refuse
    monkeypatch.setattr(throttle, "_EACH_SECOND", 0)
    throttle._bucket.cache_clear()
    phone = in_room.phone()
    in_room.begin()
    in_room.do("vote")
    answers = [phone.post("/here/vote/", {"round": "1", "choice": "wait-1"}).status_code for _ in range(22)]
    assert answers[:20] == [303] * 20
    assert 429 in answers


def test_a_room_takes_only_so_many_phones(in_room: InRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.test import Client

    from counteroffer.server.room import people

    monkeypatch.setattr(people, "MOST_SEATS", 2)
    in_room.phone()
    in_room.phone()
    assert Client().post("/join/", {"code": in_room.code}).status_code == 409


@pytest.mark.parametrize(
    ("wall", "ran", "start", "expected"),
    [
        (HOUR, HOUR, "one", HOUR),
        (9 * HOUR, HOUR, "one", HOUR),
        (-HOUR, HOUR, "one", HOUR),
        (HOUR, -500, "two", HOUR),
        (HOUR, 200, "two", HOUR),
        (60, 200, "two", 200),
        (-400 * DAY, -500, "two", 500),
        (400 * DAY, -500, "two", 500),
    ],
    ids=["a clock that goes", "set on", "set back", "started anew", "longer than before", "set back a little", "in 1970", "far ahead"],
)
def test_a_case_goes_on_after_a_restart(wall: float, ran: float, start: str, expected: float) -> None:
    assert played(1e9, 1000, "one", now_wall=1e9 + wall, now_since=1000 + ran, now_start=start) == expected


def test_a_laptop_that_was_started_anew_calls_the_debrief(in_room: InRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    from counteroffer.server.room import clock, face

    in_room.begin()
    wall = time.time() + 58 * 60
    monkeypatch.setattr(clock, "boot", lambda: "another")
    monkeypatch.setattr(face, "room_time", lambda: 90.0)
    monkeypatch.setattr(time, "time", lambda: wall)
    page = in_room.lead.get("/lead/").content.decode()
    assert "Minute 58 of 75." in page
    assert "Say where the room stands, and stop here." in page

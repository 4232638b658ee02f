"""The facilitator's phone has the case's teaching note beside it, and nobody else has; and says when the room is late."""

from __future__ import annotations

import pytest

from counteroffer.course.workshop import Note
from tests.server.room.conftest import InRoom
from tests.server.room.test_room import text

ANSWERS = [
    {"likely": "They will wait.", "next": "Who pays for the wait?", "to": "wait-1"},
    {"likely": "Nobody cares.", "next": "Who would, if asked?", "unwelcome": True},
]


def decision(number: int) -> dict[str, object]:
    return {
        "decision": f"step-{number}",
        "expect": f"Most wait on day {number}.",
        "question": {"ask": f"Who pays on day {number}?", "answers": ANSWERS},
    }


NOTE = Note.model_validate(
    {
        "note": "small-case",
        "standing": {"runs": 0, "written_by": "A", "read_by": "B", "look_again": "2027-01-01"},
        "in_two_lines": "A list and a day.",
        "use_for": ["CO1.a"],
        "after": ["first-unit"],
        "not_for": ["A first hour."],
        "content_note": "Nothing heavy.",
        "may_be_present": "Anybody.",
        "invented": "All.",
        "documented": [{"text": "This.", "cite": ["fact-01"]}, {"text": "That.", "cite": ["fact-02"]}],
        "prepare": {"minutes": 30, "steps": ["Read.", "Play.", "Print."]},
        "lengths": {"usual": 75, "long": 100, "short": 45, "short_decisions": ["step-1", "step-2", "step-3"]},
        "fast": ["step-2", "step-3", "step-4", "step-5"],
        "slow": ["step-1", "step-6"],
        "board": "Left, meters.",
        "opening_question": "Which list?",
        "decisions": [
            decision(1)
            | {
                "misreading": {"said": "Waiting is free.", "right": "It costs a night."},
                "watch": "The caller.",
                "danger": "Somebody tells of a call.",
            },
            *(decision(number) for number in range(2, 7)),
        ],
        "roads_share": "Each spent one thing.",
        "cards": [{"card": "letter", "why": "It names a date."}] * 3,
        "debrief": [{"answers": ["The list.", "The date."], "further": "Who may end it?"}] * 3,
        "do_not_let_stand": ["The town is the enemy.", "The officer is."],
        "close": "One stop.",
        "if_shaken": "Go to facts.",
    }
)


@pytest.fixture
def noted(in_room: InRoom) -> InRoom:
    in_room.course.notes["small-case"] = NOTE
    return in_room


def test_notes_stand_on_the_facilitators_phone_alone(noted: InRoom) -> None:
    phone = noted.phone()
    noted.begin()
    lead = text(noted.lead, "/lead/")
    for said in (
        "Expect: Most wait on day 1.",
        "Who pays on day 1?",
        "Who pays for the wait?",
        "It costs a night.",
        "The caller.",
        "tells of a call",
    ):
        assert said in lead
        assert said not in text(phone, "/here/")
        assert said not in text(noted.lead, "/screen/")
    noted.do("vote")
    assert "A slow decision: vote, talk, vote again." in text(noted.lead, "/lead/")
    noted.do("close")
    noted.do("show")
    noted.do("choose", by="facilitator", option="wait-1")
    assert "Expect: Most wait on day 1." in text(noted.lead, "/lead/"), "while the consequence is read"
    noted.do("go-on")
    noted.do("vote")
    assert "A fast decision: one vote, then its count." in text(noted.lead, "/lead/")
    noted.do("drop")
    noted.do("stop")
    assert "Likely: The list. / The date. Further: Who may end it?" in text(noted.lead, "/lead/")
    assert "Who may end it?" not in text(noted.lead, "/screen/")


def test_the_debrief_starts_at_its_minute_and_a_late_room_is_told_what_to_drop(noted: InRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    from counteroffer.server.room import clock, face

    noted.begin()
    now = clock.room_time()
    assert "Minute 0 of 75. The debrief starts at minute 57, whatever is unfinished." in text(noted.lead, "/lead/")
    monkeypatch.setattr(face, "room_time", lambda: now + 30 * 60)
    assert "You are late" in text(noted.lead, "/lead/")
    monkeypatch.setattr(face, "room_time", lambda: now + 58 * 60)
    assert "Say where the room stands, and stop here." in text(noted.lead, "/lead/")

"""Every case of the course can be played in a room: each page can be drawn wherever a path may stand."""

from __future__ import annotations

import random

import pytest

from counteroffer.course import Catalogue
from counteroffer.room import acts, debrief
from counteroffer.room.board import Board
from counteroffer.room.questions import CHOICE
from counteroffer.room.state import Room
from tests.room.rooms import closed
from tests.server.room.conftest import InRoom
from tests.server.room.test_room import text

DICE = random.Random(5)  # noqa: S311
# Weights of what a facilitator does where there is a choice.
OFTEN = ("go-on", "close", "again", "show", "choose", "uncover", "vote")


def step(room: Room, course: Catalogue) -> Room:
    """What a facilitator might do next, so that the case goes on."""
    may = [act for act in acts.may(room, course) if act in {*OFTEN, "talk", "ask-card"}] or ["stop"]
    act = DICE.choice(may)
    if act == "close":
        assert room.now
        return closed(room, course, {CHOICE: {one: DICE.randint(0, 4) for one in room.now.question.columns}})
    if act == "choose":
        assert room.now
        return acts.choose(room, course, "facilitator", DICE.choice(room.now.question.columns[:-1]))
    if act in {"vote", "ask-card"}:
        return acts.vote(room, course, "decision" if act == "vote" else "card")
    plain = {"go-on": acts.go_on, "talk": acts.talk, "again": acts.again, "show": acts.show, "uncover": acts.uncover, "stop": acts.stop}
    return plain[act](room, course)


# a room's own store; what differs between databases has tests of its own
@pytest.mark.slow
@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_every_page_of_every_case(in_room: InRoom, course: Catalogue) -> None:
    from counteroffer.server.room import face, store
    from counteroffer.server.room.house import house

    house().course = course
    for case in course.cases:
        store.change(lambda room, case=case: acts.start(room, course, case))  # type: ignore[misc]
        while not store.room().plays[-1].uncovered:
            store.change(lambda room: step(room, course))
            face.parts(DICE.choice(["here", "screen", "lead"]))
        assert Board(course, store.room().plays[-1]).ended
        store.change(lambda room: acts.leave(room, course))
    told = debrief.report(store.room(), course)
    assert all(len(play.roads) == 2 for play in told.played)
    printed = text(in_room.lead, "/lead/debrief/")
    assert printed.count("Another road") == 2 * len(course.cases)

"""Rooms of the small course, played by hand."""

from __future__ import annotations

from counteroffer.course import Catalogue
from counteroffer.room import acts
from counteroffer.room.questions import CHOICE, PASS, Counts, ballots
from counteroffer.room.state import Room

A, B = "wait-1", "speak-1"


def begun(course: Catalogue) -> Room:
    """A room in which the brief was read."""
    return acts.go_on(acts.start(Room(), course, "small-case"), course)


def closed(room: Room, course: Catalogue, phones: Counts, seats: str = "") -> Room:
    """The round closed with these counts, given by `seats`, a letter each; else by as many as there are ballots."""
    return acts.close(room, course, phones, seats or map(str, range(ballots(phones))))


def voted(room: Room, course: Catalogue, votes: str, seats: str = "") -> Room:
    """The round closed with these votes of phones, a sign each: A, B or a pass."""
    named = {"A": A, "B": B, "-": PASS}
    return closed(room, course, {CHOICE: {option: votes.count(sign) for sign, option in named.items()}}, seats)

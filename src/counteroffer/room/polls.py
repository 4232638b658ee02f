"""What else a room can be asked: items of checks, scales, confidence, rankings, the ten dimensions sorted, the audit marked apart.

Nobody is asked for words of their own; the words of a poll are the facilitator's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from counteroffer.course import Catalogue
from counteroffer.course.audit import STEPS, Audit
from counteroffer.course.items import Item
from counteroffer.room.acts import NotNow, may, put
from counteroffer.room.questions import PASS, Question, choice
from counteroffer.room.state import Ask, Room

POLLS = ("scale", "confidence", "ranking")
SCALE = [str(step) for step in range(1, 6)]
# What a screen has room for.
LONGEST_WORDS, MOST_LINES = 120, 6


def peer_items(course: Catalogue) -> dict[str, Item]:
    """The items that a room can answer: those with one best answer, by id."""
    return {item.id: item for check in course.checks.values() for item in check.items if item.kind == "single"}


def ask_item(room: Room, course: Catalogue, item: str) -> Room:
    """Put an item of a check: alone, talk, again, and then its answer."""
    known = peer_items(course)
    _may(room, course, "item", there=item in known)
    return put(room, Ask(about="item", of=item, question=choice(known[item].part_ids())))


def ask_poll(room: Room, course: Catalogue, kind: Literal["scale", "confidence", "ranking"], title: str, lines: Sequence[str] = ()) -> Room:
    """Put a poll: `title` says what about; a ranking has two to six `lines` to put in order.

    Raises ValueError for words that are too many or too few.
    """
    _may(room, course, "poll", there=kind in POLLS)
    words = [" ".join(one.split()) for one in (title, *lines)]
    if any(len(one) > LONGEST_WORDS for one in words):
        raise ValueError("too long")
    lines = [one for one in words[1:] if one]
    if kind == "ranking":
        if not 2 <= len(lines) <= MOST_LINES:
            raise ValueError("a ranking has two to six lines")
        asked = _order([str(place) for place in range(1, len(lines) + 1)])
    else:
        asked = Question(kind="choice", rows=choice([]).rows, columns=[*SCALE, PASS])
    return put(room, Ask(about="poll", of=kind, words=[words[0], *lines], question=asked))


def ask_sort(room: Room, course: Catalogue) -> Room:
    """Let everybody put the ten dimensions of an offer in order, that which weighs most first."""
    _may(room, course, "sort", there=course.audit is not None)
    return put(room, Ask(about="sort", of="dimensions", question=_order(dimensions(course))))


def ask_audit(room: Room, course: Catalogue, phase: str) -> Room:
    """Let everybody mark our own offer on the ten dimensions, to be set beside the competing offer in a phase."""
    _may(room, course, "audit", there=course.audit is not None and phase in {one.id for one in course.audit.phases})
    marks = Question(kind="marks", rows=dimensions(course), columns=[str(step) for step in range(STEPS)])
    return put(room, Ask(about="audit", of=phase, question=marks))


def dimensions(course: Catalogue) -> list[str]:
    """The ids of the dimensions."""
    return [one.id for one in course.audit.dimensions] if course.audit else []


def their_codes(audit: Audit, phase: str) -> dict[str, int | None]:
    """The competing offer on each dimension in a phase, where the evidence says."""
    return {one.id: one.offer[phase].code for one in audit.dimensions}


def mean(columns: dict[str, int]) -> float:
    """The mean place that a row was given in an order; 0 where it was given none."""
    number = sum(columns.values())
    return sum(int(column) * count for column, count in columns.items()) / number if number else 0


def _order(rows: list[str]) -> Question:
    return Question(kind="order", rows=rows, columns=[str(place) for place in range(1, len(rows) + 1)])


def _may(room: Room, course: Catalogue, act: str, *, there: bool) -> None:
    if not there or act not in may(room, course):
        raise NotNow

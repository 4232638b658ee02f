"""What the facilitator's buttons do, by the name that they send: fields of a form to acts on the room."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from typing import Any

from counteroffer.course import Catalogue
from counteroffer.room import acts, polls, side
from counteroffer.room.state import Room
from counteroffer.server.room import store
from counteroffer.server.room.clock import room_time
from counteroffer.server.room.house import house

Fields = Mapping[str, str]
Deed = Callable[[Room, Catalogue, Fields], Room]
_MOST_SEATS = 500


def do(fields: Fields) -> None:
    """Do what a form asks for. Raises NotNow where it does not belong, ValueError for fields that say nothing, KeyError for an unknown name."""
    name = fields.get("act", "")
    # these two have to do with the ballots themselves
    if name in {"close", "drop"}:
        (store.close if name == "close" else store.drop)()
        return
    deed = DEEDS[name]
    store.change(lambda room: deed(room, house().course, fields))


def _plain(act: Callable[[Room, Catalogue], Room]) -> Deed:
    return lambda room, course, _: act(room, course)


def _draw(room: Room, course: Catalogue, fields: Fields) -> Room:
    seats = _number(fields, "seats")
    if not 1 <= seats <= _MOST_SEATS:
        raise ValueError("no such number of seats")
    return acts.draw(room, course, secrets.randbelow(seats) + 1)


def _paper(room: Room, course: Catalogue, fields: Fields) -> Room:
    counts: dict[str, dict[str, int]] = {}
    for name, value in fields.items():
        row, bar, column = name.partition("|")
        if bar and value.strip():
            counts.setdefault(row, {})[column] = min(_number(fields, name), _MOST_SEATS)
    return acts.paper(room, course, counts)


def _choose(room: Room, course: Catalogue, fields: Fields) -> Room:
    by: Any = fields.get("by", "")
    if by not in {"majority", "seat", "facilitator"}:
        raise ValueError("nobody decided")
    return acts.choose(room, course, by, fields.get("option", ""))


def _poll(room: Room, course: Catalogue, fields: Fields) -> Room:
    kind: Any = fields.get("kind", "")
    return polls.ask_poll(room, course, kind, fields.get("title", ""), fields.get("lines", "").splitlines())


def _moderate(room: Room, _: Catalogue, fields: Fields) -> Room:
    state: Any = fields.get("state", "")
    if state not in {"shown", "hidden", "answered"}:
        raise ValueError("no such state")
    return side.moderate(room, _number(fields, "key"), state)


def _number(fields: Fields, name: str) -> int:
    value = fields.get(name, "").strip()
    if not value.isdecimal() or len(value) > 6:
        raise ValueError(f"{name} is no number")
    return int(value)


DEEDS: dict[str, Deed] = {
    **{name: _plain(getattr(acts, name.replace("-", "_"))) for name in ("talk", "again", "show", "done", "stop", "uncover", "leave")},
    "go-on": _plain(acts.go_on),
    "vote": _plain(acts.vote),
    "ask-card": lambda room, course, _: acts.vote(room, course, "card"),
    "case": lambda room, course, fields: acts.start(room, course, fields.get("of", ""), room_time()),
    "card": lambda room, course, fields: acts.open_card(room, course, fields.get("of", "")),
    "item": lambda room, course, fields: polls.ask_item(room, course, fields.get("of", "")),
    "sort": _plain(polls.ask_sort),
    "audit": lambda room, course, fields: polls.ask_audit(room, course, fields.get("of", "")),
    "back": lambda room, course, fields: acts.back(room, course, _number(fields, "to")),
    "timer": lambda room, _, fields: side.set_timer(room, 60 * _number(fields, "minutes"), room_time()),
    "draw": _draw,
    "paper": _paper,
    "choose": _choose,
    "poll": _poll,
    "moderate": _moderate,
}

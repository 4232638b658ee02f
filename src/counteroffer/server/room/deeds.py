"""What the facilitator's buttons do, by the name that they send: fields of a form to acts on the room."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Mapping
from typing import Any

from counteroffer.course import Catalogue
from counteroffer.room import acts, polls, side
from counteroffer.room.acts import NotNow
from counteroffer.room.questions import Counts
from counteroffer.room.state import Room
from counteroffer.server.room import clock, store
from counteroffer.server.room.clock import room_time
from counteroffer.server.room.house import house

Fields = Mapping[str, str]
Deed = Callable[[Room, Catalogue, Fields], Room]
_MOST_SLIPS = 500
# Beside the way of the room: they stand on pages that wait, and do no harm there.
_BESIDE = {"timer", "moderate", "lock"}


def do(fields: Fields) -> None:
    """Do what a form asks for, if it was drawn from the room as it stands: `moves` says from which, and `round` where it is about one.

    Raises NotNow where it was drawn from another or does not belong, ValueError for fields that say nothing, KeyError for an unknown name.
    """
    name = fields.get("act", "")
    # these two have to do with the ballots themselves
    if name == "close":
        store.close(_number(fields, "round"))
    elif name == "drop":
        store.drop(_number(fields, "moves"))
    else:
        deed = DEEDS[name]
        store.change(lambda room: deed(_still(room, name, fields), house().course, fields))


def _still(room: Room, name: str, fields: Fields) -> Room:
    if name in _BESIDE:
        return room
    if name in {"paper", "correct"}:
        # helpers type while the room goes on, each for the round whose slips they hold
        still = room.now is not None and room.now.rounds[-1].key == _number(fields, "round")
    else:
        still = room.moves == _number(fields, "moves")
    if not still:
        raise NotNow
    return room


def _plain(act: Callable[[Room, Catalogue], Room]) -> Deed:
    return lambda room, course, _: act(room, course)


def _paper(room: Room, course: Catalogue, fields: Fields) -> Room:
    return acts.paper(room, course, _slips(fields))


def _correct(room: Room, course: Catalogue, fields: Fields) -> Room:
    return acts.correct(room, course, _slips(fields), _number(fields, "slips"))


def _slips(fields: Fields) -> Counts:
    counts: Counts = {}
    for name, value in fields.items():
        row, bar, column = name.partition("|")
        if bar and value.strip():
            counts.setdefault(row, {})[column] = _number(fields, name)
            if counts[row][column] > _MOST_SLIPS:
                raise ValueError("more slips than any room has people")
    if not counts:
        raise ValueError("no slips")
    return counts


def _show(room: Room, course: Catalogue, fields: Fields) -> Room:
    said = fields.get("alone", "")
    if said not in {"", "yes", "no"}:
        raise ValueError("neither alone nor both")
    return acts.show(room, course, alone=said == "yes" if said else None)


def _choose(room: Room, course: Catalogue, fields: Fields) -> Room:
    by: Any = fields.get("by", "")
    if by not in {"majority", "draw", "facilitator"}:
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
    **{name: _plain(getattr(acts, name.replace("-", "_"))) for name in ("talk", "reopen", "again", "done", "stop", "uncover", "leave")},
    "show": _show,
    "go-on": _plain(acts.go_on),
    "vote": _plain(acts.vote),
    "ask-card": lambda room, course, _: acts.vote(room, course, "card"),
    "case": lambda room, course, fields: acts.start(
        room, course, fields.get("of", ""), room_time(), start=clock.started(), wall=time.time()
    ),
    "card": lambda room, course, fields: acts.open_card(room, course, fields.get("of", "")),
    "item": lambda room, course, fields: polls.ask_item(room, course, fields.get("of", "")),
    "sort": _plain(polls.ask_sort),
    "audit": lambda room, course, fields: polls.ask_audit(room, course, fields.get("of", "")),
    "back": lambda room, course, fields: acts.back(room, course, _number(fields, "to")),
    "timer": lambda room, _, fields: side.set_timer(room, 60 * _number(fields, "minutes"), room_time()),
    "lock": lambda room, _, fields: side.lock(room, locked=fields.get("locked") == "yes"),
    "draw": lambda room, course, _: acts.draw(room, course, secrets.randbelow),
    "paper": _paper,
    "correct": _correct,
    "choose": _choose,
    "poll": _poll,
    "moderate": _moderate,
}

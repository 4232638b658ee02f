"""Beside what is asked: a timer, questions parked for later, the door. None of it is a move: a page that waits stays true."""

from __future__ import annotations

from typing import Any, Literal

from counteroffer.room.state import Parked, Room, Timer

LONGEST_QUESTION, LONGEST_NAME, MOST_WAITING = 240, 20, 200
LONGEST_TIMER = 60 * 60


def set_timer(room: Room, seconds: int, now: float) -> Room:
    """Set a timer that runs from now; 0 takes it away. `now` is the room's time, in seconds."""
    if not seconds:
        return _moved(room, timer=None)
    seconds = max(1, min(seconds, LONGEST_TIMER))
    return _moved(room, timer=Timer(seconds=seconds, ends=now + seconds))


def time_left(room: Room, now: float) -> int | None:
    """Whole seconds until the timer ends, never below 0; none where none is set, or where the room's time began anew meanwhile."""
    if room.timer is None or room.timer.ends - now > room.timer.seconds:
        return None
    return max(0, round(room.timer.ends - now))


def park(room: Room, text: str, name: str = "") -> Room:
    """Park a question, which waits until the facilitator shows it. Raises ValueError for none, and when too many wait."""
    said = " ".join(text.split())[:LONGEST_QUESTION]
    if not said or sum(one.state == "waiting" for one in room.parked) >= MOST_WAITING:
        raise ValueError("nothing to park, or no room for it")
    key = max((one.key for one in room.parked), default=0) + 1
    parked = Parked(key=key, text=said, name=" ".join(name.split())[:LONGEST_NAME])
    return _moved(room, parked=[*room.parked, parked])


def moderate(room: Room, key: int, state: Literal["shown", "hidden", "answered"]) -> Room:
    """Show a parked question, call it answered, or hide it for good: then nothing is kept of it but that there was one."""
    changes = {"state": state, **({"text": "", "name": ""} if state == "hidden" else {})}
    return _moved(room, parked=[one.model_copy(update=changes) if one.key == key else one for one in room.parked])


def unsigned(room: Room, keys: list[int]) -> Room:
    """Take the name from parked questions, whose people have left."""
    return _moved(room, parked=[one.model_copy(update={"name": ""}) if one.key in keys else one for one in room.parked])


def lock(room: Room, *, locked: bool) -> Room:
    """Let nobody more in, or let people in again."""
    return _moved(room, locked=locked)


def _moved(room: Room, **changes: Any) -> Room:
    # not counted among `moves`
    return room.model_copy(update=changes)

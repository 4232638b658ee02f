"""The room's time: seconds since this machine was started, which no setting of its clock moves; how old a room is, and a case."""

from __future__ import annotations

import secrets
import time
from contextlib import suppress
from pathlib import Path

DAY = 24 * 60 * 60
_BOOT = Path("/proc/sys/kernel/random/boot_id")
_PROCESS = secrets.token_hex(8)


def room_time() -> float:
    """Seconds since the machine was started; where the system can say so, with those in which it slept."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime(clock) if clock is not None else time.monotonic()


def boot() -> str:
    """What this start of the machine is called, or nothing where no one can say."""
    with suppress(OSError):
        return _BOOT.read_text("ascii").strip()
    return ""


def age(wall: float, since: float, booted: str, *, now_wall: float, now_since: float, now_booted: str) -> float:
    """Seconds since a room was touched at these times.

    As long as the machine was not started anew, its own time decides, whatever the wall clock was set to meanwhile. Where
    nobody can say whether it was, a room is as old as the clock that makes it younger says.
    """
    by_wall, by_machine = max(0.0, now_wall - wall), now_since - since
    if booted and now_booted:
        return by_machine if booted == now_booted else by_wall
    return by_wall if by_machine < 0 else min(by_wall, by_machine)


def started() -> str:
    """What this start of the machine is called; where no one can say, this process, which is of one start."""
    return boot() or _PROCESS


def played(wall: float, since: float, start: str, *, now_wall: float, now_since: float, now_start: str) -> float:
    """For how many seconds a case has gone on that began at these times.

    In the start of the machine in which it began the machine's own time says it. In another the wall clock does, as long as it can be
    true: the case is no younger than this start of the machine, and no room lives longer than a day.
    """
    ran = now_since - since
    if start == now_start:
        return max(0.0, ran)
    least = ran if ran >= 0 else now_since
    return now_wall - wall if least <= now_wall - wall <= DAY else least

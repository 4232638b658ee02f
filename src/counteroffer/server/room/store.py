"""The room in the database. Whatever changes it is done in the writer's transaction, and told to the hub once it is committed."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Callable, Mapping

from django.db import connection

from counteroffer.room import acts, side
from counteroffer.room.acts import NotNow
from counteroffer.room.state import Room
from counteroffer.server import running
from counteroffer.server.codes import ALPHABET, new_code
from counteroffer.server.room import clock
from counteroffer.server.room.house import house
from counteroffer.server.room.tables import BallotRow, RoomRow, SeatRow

LETTERS = "".join(sign for sign in ALPHABET if sign.isalpha())
# More phones than any room has people; and questions that one phone may park.
MOST_SEATS, MOST_QUESTIONS = 400, 5


class Full(Exception):  # noqa: N818 (a state of the room)
    """There is no room for more of this."""


def make() -> str:
    """Make the room, and give the facilitator's key, which is stored nowhere."""
    token = new_code()
    code = "".join(secrets.choice(LETTERS) for _ in range(6))
    running.write(lambda: RoomRow.objects.create(code=code, lead=hashed(token), **_times()))
    return token


def new_key() -> str:
    """One more key for the room that there is; those before go on opening it."""
    token = new_code()

    def added() -> None:
        for found in RoomRow.objects.all():
            found.lead = f"{found.lead} {hashed(token)}"
            found.save(update_fields=["lead"])

    running.write(added)
    return token


def row() -> RoomRow | None:
    """The room, unless it was forgotten."""
    return RoomRow.objects.first()


def room() -> Room:
    """How it stands. Raises NotNow when it was forgotten."""
    return _state(row())


def change(act: Callable[[Room], Room]) -> None:
    """Change the room. What `act` raises is raised here, and nothing is changed."""

    def changed() -> None:
        found = row()
        _keep(found, act(_state(found)))

    running.write(changed)
    house().hub.changed()


def close() -> None:
    """Close the round that is open, with the ballots that are in it now. Raises NotNow."""

    def closed(before: Room) -> Room:
        if before.now is None or before.now.open is None:
            raise NotNow
        found = BallotRow.objects.filter(round=before.now.open.key).values_list("cells", flat=True)
        return acts.close(before, house().course, before.now.question.count(found))

    change(closed)


def drop() -> None:
    """Put the question away as if it had not been asked, and delete its ballots. Raises NotNow."""

    def dropped(before: Room) -> Room:
        after = acts.drop(before, house().course)
        keys = [one.key for one in before.now.rounds] if before.now else []
        BallotRow.objects.filter(round__in=keys).delete()
        return after

    change(dropped)


def vote(seat: int, key: int, cells: Mapping[str, str]) -> None:
    """Keep a phone's ballot, instead of the one that it gave before. Raises NotNow when the round is not open, ValueError for no answer of its question."""

    def voted() -> None:
        ask = room().now
        if ask is None or ask.open is None or ask.open.key != key:
            raise NotNow
        BallotRow.objects.update_or_create(seat_id=seat, round=key, defaults={"cells": ask.question.read(cells)})

    running.write(voted)
    house().hub.changed()


def park(seat: int, text: str) -> None:
    """Park a phone's question. Raises Full when it has parked enough, ValueError for none."""

    def parked() -> None:
        one, found = SeatRow.objects.get(pk=seat), row()
        if one.parked >= MOST_QUESTIONS:
            raise Full
        _keep(found, side.park(_state(found), text, one.name))
        one.parked += 1
        one.save(update_fields=["parked"])

    running.write(parked)
    house().hub.changed()


def ballot(seat: int, key: int | None) -> dict[str, str]:
    """What a phone has answered in a round."""
    found = BallotRow.objects.filter(seat=seat, round=key).first() if key is not None else None
    return dict(found.cells) if found else {}


def ballots(key: int | None) -> int:
    """How many phones have answered in a round."""
    return BallotRow.objects.filter(round=key).count() if key is not None else 0


def sit(name: str) -> str:
    """Let a phone in, and give it its cookie. Raises Full."""
    cookie = secrets.token_urlsafe(16)

    def sat() -> None:
        found = row()
        if found is None or SeatRow.objects.count() >= MOST_SEATS:
            raise Full
        SeatRow.objects.create(room=found, cookie=hashed(cookie), name=" ".join(name.split())[: side.LONGEST_NAME])

    running.write(sat)
    house().hub.changed()
    return cookie


def rise(seat: int) -> None:
    """Forget a phone and its ballots; what was counted stays a count."""
    running.write(lambda: SeatRow.objects.filter(pk=seat).delete())
    house().hub.changed()


def forget() -> None:
    """Delete the room and all that belongs to it, from the log of the database too."""
    running.write(lambda: RoomRow.objects.all().delete())
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    house().hub.changed()


def sweep() -> bool:
    """Forget a room that nobody has touched for a day; whether it was."""
    found = row()
    if found is None or old(found) < clock.DAY:
        return False
    forget()
    return True


def old(found: RoomRow) -> float:
    """How long the room was not touched, in seconds."""
    now = _times()
    return clock.age(
        found.wall, found.since, found.boot, now_wall=float(now["wall"]), now_since=float(now["since"]), now_booted=str(now["boot"])
    )


def hashed(secret: str) -> str:
    """What is stored of a cookie or a token."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _times() -> dict[str, float | str]:
    return {"wall": time.time(), "since": clock.room_time(), "boot": clock.boot()}


def _state(found: RoomRow | None) -> Room:
    if found is None:
        raise NotNow
    return Room.model_validate_json(found.state)


def _keep(found: RoomRow | None, after: Room) -> None:
    if found is None:
        raise NotNow
    RoomRow.objects.filter(pk=found.pk).update(state=after.model_dump_json(), **_times())

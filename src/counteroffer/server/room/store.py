"""The room in the database. Whatever changes it is done in the writer's transaction, and told to the hub once it is committed.

Once ballots are deleted, the database's log is cut off too: else it would hold them for as long as it goes on.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from django.db import DatabaseError, connection

from counteroffer.room import acts
from counteroffer.room.acts import NotNow
from counteroffer.room.state import Room
from counteroffer.server import running
from counteroffer.server.room import clock, sealed
from counteroffer.server.room.house import house
from counteroffer.server.room.tables import BallotRow, RoomRow

# Milliseconds to wait for who reads or writes just then: the log can be cut off another time.
_PATIENCE = 1000
_ROOM, _BALLOT = "state", "ballot"


def row() -> RoomRow | None:
    """The room, unless it was forgotten."""
    return RoomRow.objects.first()


def room() -> Room:
    """How it stands. Raises NotNow when it was forgotten."""
    return state(row())


def change(act: Callable[[Room], Room]) -> None:
    """Change the room. What `act` raises is raised here, and nothing is changed."""

    def changed() -> None:
        found = row()
        keep(found, act(state(found)))

    running.write(changed)
    house().hub.changed()


def close(key: int) -> None:
    """Close the open round of this key: count the ballots that are in it now, and delete them. Raises NotNow where another is open, or none."""

    def closed(before: Room) -> Room:
        if before.now is None or before.now.open is None or before.now.open.key != key:
            raise NotNow
        found = BallotRow.objects.filter(round=key)
        cells = {str(seat): sealed.opened(_BALLOT, one) for seat, one in found.values_list("seat_id", "cells")}
        after = acts.close(before, house().course, before.now.question.count(cells.values()), cells)
        found.delete()
        return after

    change(closed)
    cut_log()


def drop(moves: int) -> None:
    """Put the question away as if it had not been asked, and delete its ballots. Raises NotNow where the room has moved on since `moves`."""

    def dropped(before: Room) -> Room:
        if before.moves != moves:
            raise NotNow
        after = acts.drop(before, house().course)
        keys = [one.key for one in before.now.rounds] if before.now else []
        BallotRow.objects.filter(round__in=keys).delete()
        return after

    change(dropped)
    cut_log()


def vote(seat: int, key: int, cells: Mapping[str, str]) -> None:
    """Keep a phone's ballot, instead of the one that it gave before. Raises NotNow when the round is not open, ValueError for no answer of its question."""

    def voted() -> None:
        ask = room().now
        if ask is None or ask.open is None or ask.open.key != key:
            raise NotNow
        kept = {"cells": sealed.seal(_BALLOT, ask.question.read(cells))}
        BallotRow.objects.update_or_create(seat_id=seat, round=key, defaults=kept)

    running.write(voted)
    house().hub.changed()


def ballot(seat: int, key: int | None) -> dict[str, str]:
    """What a phone has answered in the round that is open."""
    found = BallotRow.objects.filter(seat=seat, round=key).first() if key is not None else None
    return dict(sealed.opened(_BALLOT, found.cells)) if found else {}


def ballots(key: int | None) -> int:
    """How many phones have answered in a round."""
    return BallotRow.objects.filter(round=key).count() if key is not None else 0


def times() -> dict[str, float | str]:
    """Now, by the three clocks."""
    return {"wall": time.time(), "since": clock.room_time(), "boot": clock.boot()}


def state(found: RoomRow | None) -> Room:
    """How a room stands, in the writer's turn. Raises NotNow for none, VaultError for one whose key is gone."""
    if found is None:
        raise NotNow
    return Room.model_validate(sealed.opened(_ROOM, found.state))


def told(room: Room) -> str:
    """A room as it is kept."""
    return sealed.seal(_ROOM, room.model_dump(mode="json"))


def keep(found: RoomRow | None, after: Room) -> None:
    """Keep how a room stands, in the writer's turn. Raises NotNow for none."""
    if found is None:
        raise NotNow
    RoomRow.objects.filter(pk=found.pk).update(state=told(after), **times())


def cut_log() -> bool:
    """Carry the database's log into its file and cut it off; whether that could be done now."""
    if connection.vendor != "sqlite":
        return True
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout")
            (usual,) = cursor.fetchone()
            cursor.execute(f"PRAGMA busy_timeout={_PATIENCE}")
            try:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                (busy, *_) = cursor.fetchone()
            finally:
                cursor.execute(f"PRAGMA busy_timeout={usual}")
    except DatabaseError:
        return False
    return not busy

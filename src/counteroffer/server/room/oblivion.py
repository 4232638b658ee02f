"""How a room is forgotten: when its facilitator says so, and by itself when nobody has touched it for a day."""

from __future__ import annotations

from django.db import connection

from counteroffer.server import running
from counteroffer.server.room import clock, files, store
from counteroffer.server.room.house import house
from counteroffer.server.room.tables import RoomRow


def forget() -> bool:
    """Delete the room and all that belongs to it, from the log of the database too, and its key; whether nothing is left in the files.

    Raises Unavailable, and then nothing was deleted.
    """
    running.write(_all)
    whole, key = store.cut_log(), house().key
    try:
        if key:
            files.forget_key(key)
    except OSError:
        whole = False
    house().hub.changed()
    return whole


def sweep() -> bool:
    """Forget a room that nobody has touched for a day; whether it was."""
    found = store.row()
    if found is None or old(found) < clock.DAY:
        return False
    forget()
    return True


def _all() -> None:
    RoomRow.objects.all().delete()
    if connection.vendor == "sqlite":
        # or the highest numbers that there were stay
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM sqlite_sequence")


def old(found: RoomRow) -> float:
    """How long the room was not touched, in seconds."""
    now = store.times()
    return clock.age(
        found.wall, found.since, found.boot, now_wall=float(now["wall"]), now_since=float(now["since"]), now_booted=str(now["boot"])
    )

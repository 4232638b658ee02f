"""Who is in the room: phones by the hash of a random cookie, facilitators by that of a key. Neither cookie nor key is stored."""

from __future__ import annotations

import hashlib
import secrets

from counteroffer.room import side
from counteroffer.server import running
from counteroffer.server.codes import ALPHABET, new_code
from counteroffer.server.room import store
from counteroffer.server.room.house import house
from counteroffer.server.room.tables import RoomRow, SeatRow

LETTERS = "".join(sign for sign in ALPHABET if sign.isalpha())
# More phones than any room has people; and questions that one phone may park.
MOST_SEATS, MOST_QUESTIONS = 400, 5


class Full(Exception):  # noqa: N818 (a state of the room)
    """There is no room for more of this."""


class Locked(Full):
    """There may be room, but the facilitator has locked the door."""


def make() -> str:
    """Make the room, and give the facilitator's key, which is stored nowhere."""
    token = new_code()
    code = "".join(secrets.choice(LETTERS) for _ in range(6))
    running.write(lambda: RoomRow.objects.create(code=code, lead=hashed(token), **store.times()))
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


def has_seat(cookie: str | None) -> SeatRow | None:
    """The seat of a phone that joined."""
    return SeatRow.objects.filter(cookie=hashed(cookie)).first() if cookie else None


def leads(key: str | None) -> bool:
    """Whether this is a facilitator's key."""
    row = store.row()
    return bool(key and row) and hashed(str(key)) in row.lead.split()  # type: ignore[union-attr]


def sit(name: str) -> str:
    """Let a phone in, and give it its cookie. Raises Full, or Locked where the door is."""
    cookie = secrets.token_urlsafe(16)

    def sat() -> None:
        found = store.row()
        if found is None or SeatRow.objects.count() >= MOST_SEATS:
            raise Full
        if store.state(found).locked:
            raise Locked
        SeatRow.objects.create(room=found, cookie=hashed(cookie), name=" ".join(name.split())[: side.LONGEST_NAME])

    running.write(sat)
    house().hub.changed()
    return cookie


def rise(seat: int) -> None:
    """Forget a phone and its ballots; what was counted stays a count."""
    running.write(lambda: SeatRow.objects.filter(pk=seat).delete())
    house().hub.changed()


def park(seat: int, text: str) -> None:
    """Park a phone's question. Raises Full when it has parked enough, ValueError for none."""

    def parked() -> None:
        one, found = SeatRow.objects.get(pk=seat), store.row()
        if one.parked >= MOST_QUESTIONS:
            raise Full
        store.keep(found, side.park(store.state(found), text, one.name))
        one.parked += 1
        one.save(update_fields=["parked"])

    running.write(parked)
    house().hub.changed()


def hashed(secret: str) -> str:
    """What is stored of a cookie or a token."""
    return hashlib.sha256(secret.encode()).hexdigest()

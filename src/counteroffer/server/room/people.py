"""Who is in the room: phones by the hash of a random cookie, facilitators by that of a key. Neither cookie nor key is stored.

The hashes are made with the room's key: once that is deleted, no cookie on a phone fits one that a disk still has.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from counteroffer.room import side
from counteroffer.room.state import Room
from counteroffer.server import running
from counteroffer.server.codes import ALPHABET, new_code
from counteroffer.server.room import sealed, store
from counteroffer.server.room.house import house
from counteroffer.server.room.tables import RoomRow, SeatRow

LETTERS = "".join(sign for sign in ALPHABET if sign.isalpha())
# More phones than any room has people; and questions that one phone may park.
MOST_SEATS, MOST_QUESTIONS = 400, 5
_PERSON = "person"


class Full(Exception):  # noqa: N818 (a state of the room)
    """There is no room for more of this."""


class Locked(Full):
    """There may be room, but the facilitator has locked the door."""


def make() -> str:
    """Make the room, and give the facilitator's key, which is stored nowhere."""
    token = new_code()
    code = "".join(secrets.choice(LETTERS) for _ in range(6))
    running.write(lambda: RoomRow.objects.create(code=code, lead=hashed(token), state=store.told(Room()), **store.times()))
    return token


def new_key(*, alone: bool = False) -> str:
    """One more key for the room that there is, which is used by that; those before go on opening it, unless this is to stand alone."""
    token = new_code()

    def added() -> None:
        for found in RoomRow.objects.all():
            lead = hashed(token) if alone else f"{found.lead} {hashed(token)}"
            RoomRow.objects.filter(pk=found.pk).update(lead=lead, **store.times())

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
        person = {"name": " ".join(name.split())[: side.LONGEST_NAME], "parked": []}
        SeatRow.objects.create(room=found, cookie=hashed(cookie), person=sealed.seal(_PERSON, person))

    running.write(sat)
    house().hub.changed()
    return cookie


def rise(seat: int) -> None:
    """Forget a phone, its ballot and its name; what was counted stays a count, a question that it parked stays without the name."""

    def risen() -> None:
        for one in SeatRow.objects.filter(pk=seat):
            parked = sealed.opened(_PERSON, one.person)["parked"]
            if parked:
                found = store.row()
                store.keep(found, side.unsigned(store.state(found), parked))
            one.delete()

    running.write(risen)
    house().hub.left(seat)
    house().hub.changed()
    store.cut_log()


def park(seat: int, text: str) -> None:
    """Park a phone's question. Raises Full when it has parked enough, ValueError for none."""

    def parked() -> None:
        one, found = SeatRow.objects.get(pk=seat), store.row()
        person = sealed.opened(_PERSON, one.person)
        if len(person["parked"]) >= MOST_QUESTIONS:
            raise Full
        after = side.park(store.state(found), text, person["name"])
        store.keep(found, after)
        person["parked"].append(after.parked[-1].key)
        SeatRow.objects.filter(pk=seat).update(person=sealed.seal(_PERSON, person))

    running.write(parked)
    house().hub.changed()


def hashed(secret: str) -> str:
    """What is stored of a cookie or a token."""
    return hmac.new(running.now().vault.key("room visitors"), secret.encode(), hashlib.sha256).hexdigest()

"""What is stored of a room: how it stands, a row for each phone that joined, ballots of the open round. No address, no device, no time of a vote.

What tells of anybody is sealed (`sealed.py`). Rows have random numbers, by which SQLite lays them, so that no order tells who came first.
"""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.db import models


def unordered() -> int:
    """A number for a row, which scripts and tables can hold, too."""
    return 1 + secrets.randbelow(2**53 - 1)


class RoomRow(models.Model):
    """The room. `code` is what people type, `lead` the hashes of facilitators' keys, `state` a `room.state.Room`, sealed.

    When it was last touched stands by three clocks: `wall`, and `since` the boot that is called `boot`.
    """

    code: models.CharField[str, str] = models.CharField(max_length=6, unique=True)
    lead: models.TextField[str, str] = models.TextField()
    state: models.TextField[str, str] = models.TextField()
    wall: models.FloatField[float, float] = models.FloatField()
    since: models.FloatField[float, float] = models.FloatField()
    boot: models.CharField[str, str] = models.CharField(max_length=64, default="")

    objects: ClassVar[models.Manager[RoomRow]] = models.Manager()

    class Meta:
        """Of the one app."""

        app_label = "server"


class SeatRow(models.Model):
    """A phone that joined: the hash of its random cookie, and sealed the name that somebody chose to give and the keys of its parked questions."""

    id: models.BigAutoField[int, int] = models.BigAutoField(primary_key=True, default=unordered)
    room: models.ForeignKey[RoomRow, RoomRow] = models.ForeignKey(RoomRow, on_delete=models.CASCADE)
    cookie: models.CharField[str, str] = models.CharField(max_length=64, unique=True)
    person: models.TextField[str, str] = models.TextField()

    objects: ClassVar[models.Manager[SeatRow]] = models.Manager()

    class Meta:
        """Of the one app."""

        app_label = "server"


class BallotRow(models.Model):
    """What a phone answers in the round that is open: a column for each row of the question, sealed. It goes when the round is closed."""

    id: models.BigAutoField[int, int] = models.BigAutoField(primary_key=True, default=unordered)
    seat: models.ForeignKey[SeatRow, SeatRow] = models.ForeignKey(SeatRow, on_delete=models.CASCADE)
    seat_id: int
    round: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    cells: models.TextField[str, str] = models.TextField()

    objects: ClassVar[models.Manager[BallotRow]] = models.Manager()

    class Meta:
        """One ballot a phone and round."""

        app_label = "server"
        constraints = (models.UniqueConstraint(fields=["seat", "round"], name="ballot_once"),)

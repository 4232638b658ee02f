"""What is stored of a room: how it stands, a row for each phone that joined, its ballots. No address, no device, no time of a vote."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class RoomRow(models.Model):
    """The room. `code` is what people type, `lead` the hashes of facilitators' keys, `state` a `room.state.Room` as JSON.

    When it was last touched stands by three clocks: `wall`, and `since` the boot that is called `boot`.
    """

    code: models.CharField[str, str] = models.CharField(max_length=6, unique=True)
    lead: models.TextField[str, str] = models.TextField()
    state: models.TextField[str, str] = models.TextField(default="{}")
    wall: models.FloatField[float, float] = models.FloatField()
    since: models.FloatField[float, float] = models.FloatField()
    boot: models.CharField[str, str] = models.CharField(max_length=64, default="")

    objects: ClassVar[models.Manager[RoomRow]] = models.Manager()

    class Meta:
        """Of the one app."""

        app_label = "server"


class SeatRow(models.Model):
    """A phone that joined: the hash of its random cookie, the name that somebody chose to give, how many questions it parked."""

    room: models.ForeignKey[RoomRow, RoomRow] = models.ForeignKey(RoomRow, on_delete=models.CASCADE)
    cookie: models.CharField[str, str] = models.CharField(max_length=64, unique=True)
    name: models.CharField[str, str] = models.CharField(max_length=20, default="")
    parked: models.PositiveSmallIntegerField[int, int] = models.PositiveSmallIntegerField(default=0)

    objects: ClassVar[models.Manager[SeatRow]] = models.Manager()

    class Meta:
        """Of the one app."""

        app_label = "server"


class BallotRow(models.Model):
    """What a phone answers in a round: a column for each row of the question."""

    seat: models.ForeignKey[SeatRow, SeatRow] = models.ForeignKey(SeatRow, on_delete=models.CASCADE)
    seat_id: int
    round: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    cells = models.JSONField()

    objects: ClassVar[models.Manager[BallotRow]] = models.Manager()

    class Meta:
        """One ballot a phone and round."""

        app_label = "server"
        constraints = (models.UniqueConstraint(fields=["seat", "round"], name="ballot_once"),)

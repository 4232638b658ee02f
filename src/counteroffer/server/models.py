"""What is stored. Times are seconds since 1970; spans are seconds. Names of people stand in `Person` alone."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models


class Sitting(models.Model):
    """One examination: its forms, and how far it is. `pauses` are pairs: from when until when (None while it lasts)."""

    MADE, OPEN, CLOSED, RELEASED = "made", "open", "closed", "released"

    id: models.SlugField[str, str] = models.SlugField(primary_key=True, max_length=80)
    title: models.CharField[str, str] = models.CharField(max_length=200)
    blueprint = models.JSONField()
    forms = models.JSONField()
    # the items of all forms with their keys, sealed
    bank: models.TextField[str, str] = models.TextField()
    # what each candidate's orders follow from, sealed
    seed: models.TextField[str, str] = models.TextField()
    state: models.CharField[str, str] = models.CharField(max_length=10, default=MADE)
    extension: models.IntegerField[int, int] = models.IntegerField(default=0)
    pauses = models.JSONField(default=list)
    # what a certificate would say, and how many days it counts
    offer = models.JSONField(null=True)
    # after this day names are deleted
    forget: models.DateField[date | None, date | None] = models.DateField(null=True)

    objects: ClassVar[models.Manager[Sitting]] = models.Manager()


class Candidate(models.Model):
    """Somebody who sits: by number, code and form, without a name. `code` is an HMAC; `allowance` is extra time, `rest` time for breaks."""

    WAITING, SITTING, SUBMITTED = "waiting", "sitting", "submitted"

    sitting: models.ForeignKey[Sitting, Sitting] = models.ForeignKey(Sitting, on_delete=models.PROTECT)
    sitting_id: str
    number: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    code: models.CharField[str, str] = models.CharField(max_length=64, unique=True)
    form: models.PositiveSmallIntegerField[int, int] = models.PositiveSmallIntegerField()
    language: models.CharField[str, str] = models.CharField(max_length=20)
    group: models.CharField[str, str] = models.CharField(max_length=40, default="")
    allowance: models.IntegerField[int, int] = models.IntegerField(default=0)
    extension: models.IntegerField[int, int] = models.IntegerField(default=0)
    rest: models.IntegerField[int, int] = models.IntegerField(default=0)
    breaks = models.JSONField(default=list)
    state: models.CharField[str, str] = models.CharField(max_length=10, default=WAITING)
    started: models.FloatField[float | None, float | None] = models.FloatField(null=True)
    ended: models.FloatField[float | None, float | None] = models.FloatField(null=True)
    seen: models.FloatField[float | None, float | None] = models.FloatField(null=True)
    place: models.PositiveSmallIntegerField[int, int] = models.PositiveSmallIntegerField(default=0)
    receipt: models.CharField[str, str] = models.CharField(max_length=40, default="")
    annulled: models.TextField[str, str] = models.TextField(default="")
    result = models.JSONField(null=True)
    consent: models.CharField[str, str] = models.CharField(max_length=8, default="")
    # the number of the certificate that was issued
    certificate: models.CharField[str, str] = models.CharField(max_length=60, default="")

    objects: ClassVar[models.Manager[Candidate]] = models.Manager()

    class Meta:
        """A number is given once a sitting."""

        constraints = (models.UniqueConstraint(fields=["sitting", "number"], name="number_once"),)


class Person(models.Model):
    """Who a candidate is, sealed; can be deleted, and the log, which holds a commitment salted by `salt`, still proves.

    `token` is the same for the same person in every sitting (an HMAC of the name).
    """

    candidate: models.OneToOneField[Candidate, Candidate] = models.OneToOneField(Candidate, on_delete=models.CASCADE, primary_key=True)
    candidate_id: int
    name: models.TextField[str, str] = models.TextField()
    salt: models.CharField[str, str] = models.CharField(max_length=64)
    token: models.CharField[str, str] = models.CharField(max_length=64, default="", db_index=True)

    objects: ClassVar[models.Manager[Person]] = models.Manager()


class Answer(models.Model):
    """What a candidate answers to an item now; `revision` counts the changes."""

    candidate: models.ForeignKey[Candidate, Candidate] = models.ForeignKey(Candidate, on_delete=models.CASCADE)
    candidate_id: int
    item: models.CharField[str, str] = models.CharField(max_length=80)
    revision: models.PositiveIntegerField[int, int] = models.PositiveIntegerField(default=0)
    response = models.JSONField(null=True)
    flagged: models.BooleanField[bool, bool] = models.BooleanField(default=False)

    objects: ClassVar[models.Manager[Answer]] = models.Manager()

    class Meta:
        """One row an item."""

        constraints = (models.UniqueConstraint(fields=["candidate", "item"], name="answer_once"),)


class Transcript(models.Model):
    """What one of the staff reads off a candidate's answer sheet: `typed` is item id to signs; `done` once all of it is entered."""

    candidate: models.ForeignKey[Candidate, Candidate] = models.ForeignKey(Candidate, on_delete=models.CASCADE)
    candidate_id: int
    by: models.CharField[str, str] = models.CharField(max_length=60)
    typed = models.JSONField(default=dict)
    done: models.BooleanField[bool, bool] = models.BooleanField(default=False)

    objects: ClassVar[models.Manager[Transcript]] = models.Manager()

    class Meta:
        """Nobody enters a sheet twice."""

        constraints = (models.UniqueConstraint(fields=["candidate", "by"], name="transcript_once"),)


class Entry(models.Model):
    """A line of the audit log. Each holds the hash of the one before; the database refuses to change or delete one."""

    seq: models.BigIntegerField[int, int] = models.BigIntegerField(primary_key=True)
    at: models.FloatField[float, float] = models.FloatField()
    kind: models.CharField[str, str] = models.CharField(max_length=40)
    sitting: models.CharField[str, str] = models.CharField(max_length=80)
    by: models.CharField[str, str] = models.CharField(max_length=80)
    data: models.TextField[str, str] = models.TextField()
    before: models.CharField[str, str] = models.CharField(max_length=64)
    hash: models.CharField[str, str] = models.CharField(max_length=64)

    objects: ClassVar[models.Manager[Entry]] = models.Manager()


class Staff(models.Model):
    """Somebody who runs sittings. `totp` is the sealed secret of a second factor, `stepped` the last of its steps that was used."""

    name: models.CharField[str, str] = models.CharField(max_length=60, unique=True)
    password: models.CharField[str, str] = models.CharField(max_length=200)
    role: models.CharField[str, str] = models.CharField(max_length=12)
    totp: models.TextField[str, str] = models.TextField(default="")
    stepped: models.BigIntegerField[int, int] = models.BigIntegerField(default=0)
    failures: models.PositiveSmallIntegerField[int, int] = models.PositiveSmallIntegerField(default=0)
    locked: models.FloatField[float, float] = models.FloatField(default=0)

    objects: ClassVar[models.Manager[Staff]] = models.Manager()


# Django looks for its tables here alone
from counteroffer.server.room.tables import BallotRow, RoomRow, SeatRow  # noqa: E402, F401

"""The workshop's room."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

_ID: tuple[str, Any] = ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


class Migration(migrations.Migration):
    """Rooms, phones that joined, ballots."""

    dependencies = [("server", "0004_retake")]

    operations = [
        migrations.CreateModel(
            name="RoomRow",
            fields=[
                _ID,
                ("code", models.CharField(max_length=6, unique=True)),
                ("lead", models.TextField()),
                ("state", models.TextField(default="{}")),
                ("wall", models.FloatField()),
                ("since", models.FloatField()),
                ("boot", models.CharField(default="", max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="SeatRow",
            fields=[
                _ID,
                ("cookie", models.CharField(max_length=64, unique=True)),
                ("name", models.CharField(default="", max_length=20)),
                ("parked", models.PositiveSmallIntegerField(default=0)),
                ("room", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="server.roomrow")),
            ],
        ),
        migrations.CreateModel(
            name="BallotRow",
            fields=[
                _ID,
                ("round", models.PositiveIntegerField()),
                ("cells", models.JSONField()),
                ("seat", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="server.seatrow")),
            ],
            options={"constraints": [models.UniqueConstraint(fields=("seat", "round"), name="ballot_once")]},
        ),
    ]

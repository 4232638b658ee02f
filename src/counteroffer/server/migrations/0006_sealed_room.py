"""What a room keeps of anybody is sealed; rows have random numbers. A room of before stays unread, and is forgotten by its command."""

from django.db import migrations, models

from counteroffer.server.room.tables import unordered


class Migration(migrations.Migration):
    """Names and numbers of questions become one sealed text, ballots another."""

    dependencies = [("server", "0005_room")]

    operations = [
        migrations.AlterField("roomrow", "state", models.TextField()),
        migrations.RemoveField("seatrow", "name"),
        migrations.RemoveField("seatrow", "parked"),
        migrations.AddField("seatrow", "person", models.TextField(default=""), preserve_default=False),
        migrations.AlterField("seatrow", "id", models.BigAutoField(default=unordered, primary_key=True, serialize=False)),
        migrations.AlterField("ballotrow", "id", models.BigAutoField(default=unordered, primary_key=True, serialize=False)),
        migrations.AlterField("ballotrow", "cells", models.TextField()),
    ]

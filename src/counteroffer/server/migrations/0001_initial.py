"""The first shape of the database."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Every table."""

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Candidate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("code", models.CharField(max_length=64, unique=True)),
                ("form", models.PositiveSmallIntegerField()),
                ("language", models.CharField(max_length=20)),
                ("group", models.CharField(default="", max_length=40)),
                ("allowance", models.IntegerField(default=0)),
                ("extension", models.IntegerField(default=0)),
                ("rest", models.IntegerField(default=0)),
                ("breaks", models.JSONField(default=list)),
                ("state", models.CharField(default="waiting", max_length=10)),
                ("started", models.FloatField(null=True)),
                ("ended", models.FloatField(null=True)),
                ("seen", models.FloatField(null=True)),
                ("place", models.PositiveSmallIntegerField(default=0)),
                ("receipt", models.CharField(default="", max_length=40)),
                ("annulled", models.TextField(default="")),
                ("result", models.JSONField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False)),
                ("at", models.FloatField()),
                ("kind", models.CharField(max_length=40)),
                ("sitting", models.CharField(max_length=80)),
                ("by", models.CharField(max_length=80)),
                ("data", models.TextField()),
                ("before", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="Sitting",
            fields=[
                ("id", models.SlugField(max_length=80, primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=200)),
                ("blueprint", models.JSONField()),
                ("forms", models.JSONField()),
                ("bank", models.TextField()),
                ("seed", models.TextField()),
                ("state", models.CharField(default="made", max_length=10)),
                ("extension", models.IntegerField(default=0)),
                ("pauses", models.JSONField(default=list)),
            ],
        ),
        migrations.CreateModel(
            name="Staff",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60, unique=True)),
                ("password", models.CharField(max_length=200)),
                ("role", models.CharField(max_length=12)),
                ("totp", models.TextField(default="")),
                ("stepped", models.BigIntegerField(default=0)),
                ("failures", models.PositiveSmallIntegerField(default=0)),
                ("locked", models.FloatField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "candidate",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, primary_key=True, serialize=False, to="server.candidate"
                    ),
                ),
                ("name", models.TextField()),
                ("salt", models.CharField(max_length=64)),
            ],
        ),
        migrations.AddField(
            model_name="candidate",
            name="sitting",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="server.sitting"),
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("item", models.CharField(max_length=80)),
                ("revision", models.PositiveIntegerField(default=0)),
                ("response", models.JSONField(null=True)),
                ("flagged", models.BooleanField(default=False)),
                ("candidate", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="server.candidate")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("candidate", "item"), name="answer_once")],
            },
        ),
        migrations.AddConstraint(
            model_name="candidate",
            constraint=models.UniqueConstraint(fields=("sitting", "number"), name="number_once"),
        ),
    ]

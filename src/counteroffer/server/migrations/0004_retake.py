"""People are known again from one sitting to the next, and answer sheets are read by two."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A column and a table."""

    dependencies = [("server", "0003_after")]
    operations = [
        migrations.AddField(
            model_name="person",
            name="token",
            field=models.CharField(db_index=True, default="", max_length=64),
        ),
        migrations.CreateModel(
            name="Transcript",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by", models.CharField(max_length=60)),
                ("typed", models.JSONField(default=dict)),
                ("done", models.BooleanField(default=False)),
                ("candidate", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="server.candidate")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("candidate", "by"), name="transcript_once")],
            },
        ),
    ]

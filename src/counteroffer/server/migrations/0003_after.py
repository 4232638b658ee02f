"""What comes after a sitting: certificates offered and agreed to, and the day after which names are deleted."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def forwards(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
    """Results say by which cut they were decided: until now always by the blueprint's."""
    for one in apps.get_model("server", "Candidate").objects.exclude(result=None).select_related("sitting"):
        numerator, denominator = float(one.sitting.blueprint["pass_mark"]).as_integer_ratio()
        one.result = {"cut": [numerator, denominator], "judges": 0, **one.result}
        one.save()


class Migration(migrations.Migration):
    """Four fields."""

    dependencies = [("server", "0002_log_only_grows")]
    operations = [
        migrations.AddField("sitting", "offer", models.JSONField(null=True)),
        migrations.AddField("sitting", "forget", models.DateField(null=True)),
        migrations.AddField("candidate", "consent", models.CharField(default="", max_length=8)),
        migrations.AddField("candidate", "certificate", models.CharField(default="", max_length=60)),
        migrations.RunPython(forwards, migrations.RunPython.noop),
    ]

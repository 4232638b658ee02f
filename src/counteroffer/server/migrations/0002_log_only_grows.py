"""The database itself refuses to change or delete a line of the audit log."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_SQLITE = """
CREATE TRIGGER log_no_{deed} BEFORE {deed} ON server_entry
BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END
"""
_POSTGRESQL = """
CREATE FUNCTION log_only_grows() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the audit log only grows'; END $$;
CREATE TRIGGER log_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON server_entry EXECUTE FUNCTION log_only_grows();
"""


def forwards(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
    """Add the triggers."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(_POSTGRESQL)
    else:
        for deed in ("UPDATE", "DELETE"):
            schema_editor.execute(_SQLITE.format(deed=deed))


class Migration(migrations.Migration):
    """Two triggers, or one."""

    dependencies = [("server", "0001_initial")]
    operations = [migrations.RunPython(forwards, elidable=False)]

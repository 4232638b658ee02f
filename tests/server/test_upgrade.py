"""A store that the first version made comes up in this one with everything there."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests.server.conftest import VAULT, make
from tests.server.test_backup import another

FIRST = [("server", "0002_log_only_grows")]


def rows(model: Any, names: list[str]) -> list[dict[str, Any]]:
    return list(model.objects.order_by("pk").values(*names))


def test_everything_is_there_after_the_migrations(store: str, tmp_path: Path) -> None:
    from django.core.management import call_command
    from django.db.migrations.executor import MigrationExecutor

    from counteroffer.server import models, running
    from counteroffer.server.log import first_break
    from counteroffer.server.retakes import recognise, seen

    name = f"Eve {secrets.token_hex(4)}"
    made = make(rows=[{"name": name}, {"name": f"Fay of {name}"}])
    browser = made.at_work()
    browser.post("/sit/1/", {"revision": 0, "go": "flag"})
    with another(store, tmp_path):
        executor = MigrationExecutor(connection)
        executor.migrate(FIRST)
        old = executor.loader.project_state(FIRST).apps
        told = {model.__name__: [field.attname for field in model._meta.concrete_fields] for model in old.get_models()}
    # what the first version would have stored of the same sitting
    kept = {model: rows(getattr(models, model), names) for model, names in told.items()}
    assert all(kept[model] for model in ("Sitting", "Candidate", "Person", "Answer", "Entry"))
    (tmp_path / "second").mkdir()
    with another(store, tmp_path / "second"):
        executor = MigrationExecutor(connection)
        executor.migrate(FIRST)
        for model in ("Sitting", "Candidate", "Person", "Answer", "Entry", "Staff"):
            old.get_model("server", model).objects.bulk_create(old.get_model("server", model)(**row) for row in kept[model])
        call_command("migrate", verbosity=0, interactive=False)
        assert {model: rows(getattr(models, model), names) for model, names in told.items()} == kept
        assert first_break(models.Entry.objects.order_by("seq")) is None
        with pytest.raises(Exception, match="only grows"), connection.cursor() as cursor:
            cursor.execute("DELETE FROM server_entry")
        running.start(VAULT)
        recognise()
        assert seen([name])[0] == frozenset(models.Sitting.objects.get(pk=made.id).forms[0])
        assert "data-flagged" in made.client().get("/sit/1/").content.decode()

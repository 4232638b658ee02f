"""A copy of the whole store in one file, taken while the server runs, and brought back on either database.

A zip: a file of JSON lines for each table, the sealed keys, and a manifest with the version and the hash of each. Log-ins are not
in it. It is read by the tables' own description at its version, then brought to this one.
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, Any

from django.core.management import call_command
from django.core.management.color import no_style
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from counteroffer.server.vault import FILE as KEYS

_FORMAT = 1
_MANIFEST = "manifest.json"
_APP = "server"
_TOGETHER = 500


class BackupError(Exception):
    """The file cannot be used, or there is no room for it; the message says why and what to do."""


@dataclass(frozen=True)
class Backup:
    """A file that was looked through and is whole: its path, the last migration of its tables, their rows, and the sealed keys."""

    path: Path
    migration: str
    rows: dict[str, int]
    keys: bytes


def write(path: Path, keys: bytes) -> dict[str, int]:
    """Write everything that is stored now to a new file; how many rows of each table. Raises BackupError and OSError."""
    executor = MigrationExecutor(connection)
    applied = sorted(name for app, name in executor.loader.applied_migrations if app == _APP)
    if not applied:
        raise BackupError("There is no store here. `counteroffer exam create` makes one.")
    told: dict[str, Any] = {"counteroffer backup": _FORMAT, "migration": applied[-1], "keys": hashlib.sha256(keys).hexdigest()}
    tables: dict[str, dict[str, Any]] = {}
    # an older copy is never written over
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
        try:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as whole, _snapshot():
                for model in _models(executor, applied[-1]):
                    tables[model._meta.model_name] = _table(whole, model)  # noqa: SLF001 (Django's own way)
                whole.writestr(KEYS, keys)
                whole.writestr(_MANIFEST, json.dumps(told | {"tables": tables}, indent=1))
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            path.unlink()
            raise
    return {name: one["rows"] for name, one in tables.items()}


def read(path: Path) -> Backup:
    """Look a file through. Raises BackupError where it is none, or was altered."""
    try:
        with zipfile.ZipFile(path) as whole:
            told = json.loads(whole.read(_MANIFEST))
            if told["counteroffer backup"] != _FORMAT:
                raise BackupError(f"{path}:1: A newer version made this copy. Install that version.")
            keys, tables = whole.read(KEYS), told["tables"]
            right = {KEYS: told["keys"], **{f"{name}.jsonl": one["sha256"] for name, one in tables.items()}}
            for name, digest in right.items():
                with whole.open(name) as file:
                    if _digest(file) != digest:
                        raise BackupError(f"{path}:1: {name} in this copy was altered. Take another copy.")
            return Backup(path, told["migration"], {name: one["rows"] for name, one in tables.items()}, keys)
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError) as error:
        raise BackupError(f"{path}:1: This is no copy of a store, or it was cut short ({error}). Take another copy.") from None


def restore(backup: Backup) -> None:
    """Bring a copy back into an empty database, and on to this version. Raises BackupError."""
    if "server_sitting" in connection.introspection.table_names():
        raise BackupError("There is a store here already, and nothing is written over it. Name another folder, or an empty database.")
    executor = MigrationExecutor(connection)
    if (_APP, backup.migration) not in executor.loader.graph.nodes:
        raise BackupError(f"{backup.path}:1: A newer version made this copy ({backup.migration}). Install that version.")
    # SQLite changes tables outside transactions alone; who calls throws its file away
    with transaction.atomic() if connection.vendor == "postgresql" else nullcontext():
        executor.migrate([(_APP, backup.migration)])
        with transaction.atomic(), zipfile.ZipFile(backup.path) as whole:
            models = _models(executor, backup.migration)
            for model in models:
                with whole.open(f"{model._meta.model_name}.jsonl") as file:  # noqa: SLF001
                    while lines := list(islice(file, _TOGETHER)):
                        model.objects.bulk_create(model(**json.loads(line)) for line in lines)
            with connection.cursor() as cursor:
                for statement in connection.ops.sequence_reset_sql(no_style(), models):
                    cursor.execute(statement)
            connection.check_constraints()
        call_command("migrate", verbosity=0, interactive=False)
        _prove(backup)


def _prove(backup: Backup) -> None:
    # models are imported once Django is set up, and a copy is looked through before
    from counteroffer.server.log import first_break
    from counteroffer.server.models import Entry

    if broken := first_break(Entry.objects.order_by("seq").iterator()):
        raise BackupError(f"{backup.path}:1: The audit log in this copy does not hold at its line {broken}. Take another copy.")


def _digest(file: IO[bytes]) -> str:
    made = hashlib.sha256()
    for piece in iter(lambda: file.read(1 << 20), b""):
        made.update(piece)
    return made.hexdigest()


def _table(whole: zipfile.ZipFile, model: Any) -> dict[str, Any]:
    digest, rows = hashlib.sha256(), 0
    with whole.open(f"{model._meta.model_name}.jsonl", "w", force_zip64=True) as file:  # noqa: SLF001
        for row in model.objects.order_by("pk").values().iterator():
            line = json.dumps(row, ensure_ascii=False, cls=DjangoJSONEncoder).encode() + b"\n"
            digest.update(line)
            file.write(line)
            rows += 1
    return {"rows": rows, "sha256": digest.hexdigest()}


def _models(executor: MigrationExecutor, migration: str) -> list[Any]:
    """The tables as they were at a migration, each after those that it points at."""
    apps = executor.loader.project_state([(_APP, migration)]).apps
    rest = {model: {field.related_model for field in model._meta.concrete_fields if field.related_model} for model in apps.get_models()}  # noqa: SLF001
    found: list[Any] = []
    while rest:
        ready = sorted((model for model, wanted in rest.items() if wanted <= {*found}), key=lambda model: model.__name__)
        found += ready
        rest = {model: wanted for model, wanted in rest.items() if model not in ready}
    return found


@contextmanager
def _snapshot() -> Iterator[None]:
    """Read everything as it stands at one moment, while others go on writing."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    wrapper: Any = connection
    connection.ensure_connection()
    # the server's transactions begin by keeping all others from writing; this one only reads
    held, wrapper.transaction_mode = wrapper.transaction_mode, "DEFERRED"
    try:
        with transaction.atomic():
            yield
    finally:
        wrapper.transaction_mode = held

"""`counteroffer exam backup` and `restore`: the whole store as one file, while it serves, and back."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from counteroffer.cli.common import stop
from counteroffer.cli.desk import PASSPHRASE, Database, Folder, packages

if TYPE_CHECKING:
    from counteroffer.server.vault import Vault


def backup(
    folder: Folder,
    file: Annotated[Path, typer.Argument(help="The copy to write; none is written over.", dir_okay=False)],
    database: Database = None,
) -> None:
    """Copy the whole store and its sealed keys to one file, while the server goes on. No passphrase is needed."""
    packages()
    from django.db import DatabaseError

    from counteroffer.server.database import FILE as SQLITE
    from counteroffer.server.vault import FILE as KEYS
    from counteroffer.server.vault import Vault

    if not database and not (folder / SQLITE).exists():
        stop(f"{folder}: There is no store here. Name the examiner's folder, or its --database.")
    if file.exists():
        stop(f"{file} is there already, and no copy is written over. Choose another name.")
    try:
        keys = (folder / KEYS).read_bytes()
        # nothing is opened, so no key is needed
        _configure(folder, database, Vault(secrets.token_bytes(32)))
        from counteroffer.server.backup import BackupError, write

        rows = write(file, keys)
    except (ValueError, BackupError) as error:
        stop(str(error))
    except DatabaseError as error:
        stop(f"The database cannot be read: {str(error).strip()}")
    except OSError as error:
        stop(f"{error.filename}: {error.strerror}.")
    typer.echo(f"Wrote {file}: {_counted(rows)}. Keep it as you keep the folder.")


def restore(
    folder: Annotated[Path, typer.Argument(help="A folder that is not there yet, or is empty.", file_okay=False)],
    file: Annotated[Path, typer.Argument(help="The copy.", exists=True, dir_okay=False)],
    database: Database = None,
) -> None:
    """Bring a copy back into a new folder (and an empty database); it is proven whole first, and brought to this version."""
    packages()
    from django.db import DatabaseError, connections

    from counteroffer.server import backup as copies
    from counteroffer.server.database import FILE as SQLITE
    from counteroffer.server.vault import FILE as KEYS
    from counteroffer.server.vault import VaultError, opened_keys, write_own

    if folder.exists() and any(folder.iterdir()):
        stop(f"{folder} is not empty, and nothing is written over. Name a new folder.")
    try:
        found = copies.read(file)
        passphrase = os.environ.get(PASSPHRASE) or typer.prompt("Passphrase of the keys in this copy", hide_input=True)
        vault = opened_keys(found.keys, passphrase, str(file))
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _configure(folder, database, vault)
    except (copies.BackupError, VaultError, ValueError) as error:
        stop(str(error))
    except OSError as error:
        stop(f"{error.filename}: {error.strerror}.")
    try:
        copies.restore(found)
        write_own(folder / KEYS, found.keys)
    except (copies.BackupError, DatabaseError, ValueError, TypeError, OSError) as error:
        # nothing half written
        connections.close_all()
        for half in folder.glob(f"{SQLITE}*"):
            half.unlink()
        stop(str(error).strip())
    typer.echo(f"Brought back to {folder}: {_counted(found.rows)}. The audit log holds. Candidates type their codes again.")


def _configure(folder: Path, database: str | None, vault: Vault) -> None:
    from counteroffer.server.database import database as of
    from counteroffer.server.settings import configure

    configure(of(folder, database), vault)


def _counted(rows: dict[str, int]) -> str:
    return ", ".join(f"{rows[name]} {plural}" for name, plural in _PLURALS.items() if name in rows)


_PLURALS = {"sitting": "sittings", "candidate": "candidates", "answer": "answers", "entry": "lines of the log"}

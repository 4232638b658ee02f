"""What the examination's commands share: the examiner's folder, opened by its passphrase."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from counteroffer.cli.common import stop

if TYPE_CHECKING:
    from counteroffer.server.materials import Shelf
    from counteroffer.server.vault import Vault

Folder = Annotated[
    Path, typer.Argument(help="The examiner's folder: keys, database, cards. It never travels with participants' things.", file_okay=False)
]
Database = Annotated[
    str | None, typer.Option(help="A PostgreSQL address, instead of SQLite in the folder.", envvar="COUNTEROFFER_DATABASE")
]
PASSPHRASE = "COUNTEROFFER_PASSPHRASE"  # noqa: S105 (the name of a variable)


def prepare(
    folder: Path, url: str | None, hosts: tuple[str, ...] = (), *, new: bool = False, shelf: Shelf | None = None, tls: bool = False
) -> None:
    """Open the keys, or the first time make them, and set the server up; or end with what is wrong."""
    packages()
    from django.db import DatabaseError

    from counteroffer.server.serve import prepare as set_up

    try:
        set_up(folder, _vault(folder, new=new), url, hosts, shelf=shelf, tls=tls)
    except ValueError as error:
        stop(str(error))
    except DatabaseError as error:
        stop(f"The database cannot be used: {str(error).strip()}")
    except OSError as error:
        stop(f"{folder}: It cannot be written: {error.strerror}. Name another folder.")


def packages() -> None:
    """End with what to install where the server's packages are missing."""
    try:
        import counteroffer.server.serve  # noqa: F401
    except ImportError as error:
        stop(f"The server's packages are missing ({error.name}): pip install 'counteroffer[server]'.")


def _vault(folder: Path, *, new: bool) -> Vault:
    from counteroffer.server.vault import FILE, VaultError, new_vault, open_vault

    fresh = new and not (folder / FILE).exists()
    asked = "Passphrase" if not fresh else "A passphrase for the keys (without it nothing here can be opened)"
    passphrase = os.environ.get(PASSPHRASE) or typer.prompt(asked, hide_input=True, confirmation_prompt=fresh)
    try:
        return new_vault(folder, passphrase) if fresh else open_vault(folder, passphrase)
    except VaultError as error:
        stop(str(error))

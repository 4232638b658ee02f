"""What the examination's commands share: the examiner's folder, opened by its passphrase, and a sitting in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from counteroffer.cli.common import stop

if TYPE_CHECKING:
    from counteroffer.server.models import Sitting
    from counteroffer.server.vault import Vault

Folder = Annotated[
    Path, typer.Argument(help="The examiner's folder: keys, database, cards. It never travels with participants' things.", file_okay=False)
]
Database = Annotated[
    str | None, typer.Option(help="A PostgreSQL address, instead of SQLite in the folder.", envvar="COUNTEROFFER_DATABASE")
]
SittingId = Annotated[str, typer.Option("--sitting", help="The id of the sitting.")]
PASSPHRASE = "COUNTEROFFER_PASSPHRASE"  # noqa: S105 (the name of a variable)


@contextmanager
def opened(folder: Path, sitting: str, url: str | None) -> Iterator[Sitting]:
    """A sitting while the folder is open for writing; or the end of the command with what is wrong."""
    prepare(folder, url)
    from counteroffer.credentials.errors import CredentialError
    from counteroffer.server import running
    from counteroffer.server.acts import Refused
    from counteroffer.server.models import Sitting
    from counteroffer.server.vault import VaultError
    from counteroffer.server.writer import Unavailable

    try:
        found = Sitting.objects.filter(pk=sitting).first()
        if found is None:
            known = ", ".join(Sitting.objects.order_by("id").values_list("id", flat=True))
            stop(f"There is no sitting `{sitting}` in {folder}. Name one with --sitting: {known or 'there is none yet'}.")
        yield found
    except (Refused, CredentialError, VaultError, Unavailable) as error:
        stop(str(error))
    finally:
        running.stop()


def prepare(folder: Path, url: str | None, hosts: tuple[str, ...] = (), *, new: bool = False) -> None:
    """Open the keys, or the first time make them, and set the server up; or end with what is wrong."""
    _packages()
    from django.db import DatabaseError

    from counteroffer.server.serve import prepare as set_up

    try:
        set_up(folder, _vault(folder, new=new), url, hosts)
    except ValueError as error:
        stop(str(error))
    except DatabaseError as error:
        stop(f"The database cannot be used: {str(error).strip()}")
    except OSError as error:
        stop(f"{folder}: It cannot be written: {error.strerror}. Name another folder.")


def _packages() -> None:
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

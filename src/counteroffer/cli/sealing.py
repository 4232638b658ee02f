"""`counteroffer exam seal`, and reading a list of candidates that may be sealed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from counteroffer.cli.common import stop
from counteroffer.cli.desk import PASSPHRASE

if TYPE_CHECKING:
    from counteroffer.exam.candidates import Row


def seal(
    file: Annotated[Path, typer.Argument(help="A list of candidates, say.", exists=True, dir_okay=False)],
) -> None:
    """Encrypt a file under a passphrase, beside it as FILE.sealed. `exam create --candidates` reads it so."""
    from counteroffer.server.vault import sealed_file, write_own

    out = file.with_name(file.name + ".sealed")
    passphrase = os.environ.get(PASSPHRASE) or typer.prompt("A passphrase for this file", hide_input=True, confirmation_prompt=True)
    try:
        write_own(out, sealed_file(file.read_bytes(), passphrase))
    except FileExistsError:
        stop(f"{out} is there already. Move it away first.")
    except OSError as error:
        stop(f"{out}: It cannot be written: {error.strerror}.")
    typer.echo(f"Wrote {out}. Delete {file} now.")


def listed(path: Path) -> list[Row]:
    """The candidates in a list, opened by its passphrase where it is sealed; or the end of the command. Raises CourseError."""
    from counteroffer.exam.candidates import candidates_in, read_candidates
    from counteroffer.server.vault import VaultError, is_sealed, opened_file

    try:
        data = path.read_bytes()
        if not is_sealed(data):
            return read_candidates(path)
        passphrase = os.environ.get(PASSPHRASE) or typer.prompt("Passphrase of the list", hide_input=True)
        return candidates_in(opened_file(data, passphrase, str(path)), path)
    except VaultError as error:
        stop(str(error))
    except OSError as error:
        stop(f"{path}: It cannot be read: {error.strerror}.")

"""`counteroffer exam archive`: a released sitting sealed, names deleted by date, and the proof that nothing was altered."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from counteroffer.cli.common import stop
from counteroffer.cli.desk import Database
from counteroffer.cli.opened import SittingId, opened


def archive(
    folder: Annotated[Path | None, typer.Argument(help="The examiner's folder.", file_okay=False)] = None,
    out: Annotated[Path | None, typer.Option(help="The archive to write (tar).", dir_okay=False)] = None,
    check: Annotated[
        Path | None, typer.Option(help="An archive: prove that nothing in it was altered.", exists=True, dir_okay=False)
    ] = None,
    seal: Annotated[str, typer.Option(help="With --check: the fingerprint that was printed when it was made.")] = "",
    delete_personal_after: Annotated[
        datetime | None, typer.Option(help="Delete the names of the sitting after this day; the log still proves.", formats=["%Y-%m-%d"])
    ] = None,
    sitting: SittingId = "sitting-1",
    database: Database = None,
) -> None:
    """Seal a released sitting (forms, answers, results, log, hashes), without names; or check an archive. Status 1: it was altered."""
    if check:
        _check(check, seal)
    if folder is None or out is None:
        stop("Name the examiner's folder and, with --out, the archive to write; or an archive with --check.")
    from counteroffer.credentials.files import write_whole

    with opened(folder, sitting, database):
        from counteroffer.server.archive import archive as seal_up
        from counteroffer.server.forget import forget_after

        made = seal_up(sitting)
        write_whole(out, made.data, private=True)
        if delete_personal_after:
            forget_after(sitting, delete_personal_after.date())
    typer.echo(f"Wrote {out}. Keep the seal's fingerprint elsewhere, in the minutes: {made.sealed_by}")
    if delete_personal_after:
        typer.echo(f"Names are deleted after {delete_personal_after:%Y-%m-%d}, when a server or a command next opens the folder.")


def _check(path: Path, seal: str) -> NoReturn:
    try:
        from counteroffer.server.integrity import prove

        proof = prove(path.read_bytes())
    except ImportError as error:
        stop(f"A package is missing ({error.name}): pip install 'counteroffer[server]'.")
    except OSError as error:
        stop(f"{path}: It cannot be read: {error.strerror}. Name another file.")
    faults = list(proof.faults)
    if proof.sealed_by and seal and "".join(seal.split()).lower() != proof.sealed_by.replace(" ", ""):
        faults.append(f"signature.json:1: It was sealed by another key, of the fingerprint {proof.sealed_by}.")
    if faults:
        typer.echo("\n".join(f"{path}: {fault}" for fault in faults) + "\nRefused.", err=True)
        raise typer.Exit(1)
    about = proof.about
    typer.echo(
        f"Nothing was altered: {about['title']} ({about['sitting']}), made {about['made']}, {about['chain']['lines']} lines of the log."
    )
    typer.echo(f"Sealed by {proof.sealed_by}." + ("" if seal else " Compare it with what was printed when the archive was made."))
    raise typer.Exit(0)

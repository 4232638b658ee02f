"""`counteroffer exam`: offer, certify. Certificates for those of a sitting who passed and agreed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from counteroffer.cli.desk import Database, Folder
from counteroffer.cli.opened import SittingId, opened


def offer(
    folder: Folder,
    achievement: Annotated[
        Path, typer.Option(help="What is certified (JSON): id, name, description, criteria.narrative.", exists=True, dir_okay=False)
    ],
    issuer: Annotated[Path, typer.Option(help="The issuer's folder, or its issuer.json.", exists=True)],
    days: Annotated[int | None, typer.Option(help="Valid for so many days; else without end.", min=1)] = None,
    sitting: SittingId = "sitting-1",
    database: Database = None,
) -> None:
    """Let candidates who pass see what their certificate would say, and choose: with their name, without, or none."""
    with opened(folder, sitting, database):
        from counteroffer.credentials.files import read_json
        from counteroffer.credentials.issuer import Issuer
        from counteroffer.credentials.model import Achievement
        from counteroffer.credentials.office import ISSUER
        from counteroffer.server.consent import propose

        file = issuer / ISSUER if issuer.is_dir() else issuer
        what = Achievement.of(read_json(achievement), f"an achievement ({achievement}:1)")
        propose(sitting, what, Issuer.of(read_json(file), f"an issuer's file ({file}:1)").name, days)
    typer.echo(f"Who passes {sitting} is asked on the page of the result.")


def certify(
    folder: Folder,
    issuer: Annotated[Path, typer.Option(help="The issuer's folder.", exists=True, file_okay=False)],
    out: Annotated[Path, typer.Option(help="The folder to write.", file_okay=False)],
    passphrase: Annotated[
        str,
        typer.Option(
            "--issuer-passphrase",
            prompt="Passphrase of the issuer's key",
            hide_input=True,
            envvar="COUNTEROFFER_ISSUER_PASSPHRASE",
            help="What the signing key is sealed under.",
        ),
    ],
    sitting: SittingId = "sitting-1",
    database: Database = None,
) -> None:
    """Issue certificates to those who passed and agreed: signed data and a PDF by the candidate's number. Nobody gets a second one."""
    with opened(folder, sitting, database) as found:
        from counteroffer.credentials.office import Office
        from counteroffer.credentials.times import now
        from counteroffer.server.certify import certify as issue
        from counteroffer.server.certify import to_revoke

        made = issue(found, Office.open(issuer, passphrase), out, now())
        for one in to_revoke(found):
            typer.echo(
                f"Candidate {one.number} does not pass any more: counteroffer certificate revoke {issuer} {one.certificate}", err=True
            )
    typer.echo(f"Issued {made} certificates into {out}." if made else "Nobody is waiting for a certificate.")

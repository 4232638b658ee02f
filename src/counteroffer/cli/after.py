"""`counteroffer exam`: standard, export, offer, certify, archive. What comes after a sitting."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, NoReturn

import typer

from counteroffer.cli.common import stop, told
from counteroffer.cli.desk import Database, Folder, SittingId, opened

if TYPE_CHECKING:
    from counteroffer.exam.analysis.angoff import Ratings
    from counteroffer.exam.analysis.answers import Answer


class Sat(NamedTuple):
    """What the report reads of a sitting; `ratings` are those that set its standard, `pass_mark` decides where there are none."""

    answers: list[Answer]
    ratings: Ratings | None
    pass_mark: float


def sat(folder: Path, sitting: str, database: str | None) -> Sat:
    """A sitting, its candidates by number; or the end of the command."""
    import numpy as np

    from counteroffer.exam.analysis.angoff import Ratings
    from counteroffer.exam.analysis.answers import Answer

    with opened(folder, sitting, database) as found:
        from counteroffer.server.rules import rules_of
        from counteroffer.server.table import table

        rows = [Answer(row.candidate, row.form, row.item, row.response, row.mark, row.seconds) for row in table(found, numbers=True)]
        rules = rules_of(found)
    if not rows:
        stop(f"Nobody has handed anything in to {sitting} yet. Close the sitting first.")
    rated = np.array([list(map(float, own)) for own in rules.ratings.values()])
    judges = tuple(map(str, range(1, rules.judges + 1)))
    return Sat(rows, Ratings(judges, tuple(rules.ratings), rated) if judges else None, found.blueprint["pass_mark"])


def standard(
    folder: Folder,
    ratings: Annotated[
        Path,
        typer.Option(
            help="Judges' ratings of the last round (CSV): judge, item, rating, the mark from 0 to 1.", exists=True, dir_okay=False
        ),
    ],
    sitting: SittingId = "sitting-1",
    database: Database = None,
) -> None:
    """Let the cut score of a closed sitting be what judges expect of a barely competent candidate. Everybody is marked by it."""
    from counteroffer.course import CourseError
    from counteroffer.exam.analysis.angoff import read_ratings

    try:
        read = read_ratings(ratings.resolve())
    except CourseError as error:
        stop(told(error))
    with opened(folder, sitting, database):
        from counteroffer.server.rulings import set_standard

        changed = set_standard("", sitting, dict(zip(read.items, read.marks.tolist(), strict=True)))
    typer.echo(
        f"{len(read.judges)} judges set the standard of {sitting}."
        + (f" {len(changed)} released results are others now." if changed else "")
    )


def export(
    folder: Folder,
    out: Annotated[Path, typer.Option(help="The table to write (CSV).", dir_okay=False)],
    sitting: SittingId = "sitting-1",
    as_made: Annotated[
        bool, typer.Option("--as-made", help="Every item by the key that it was made with, whatever was ruled since.")
    ] = False,
    database: Database = None,
) -> None:
    """Write who answered what as a long table, for `exam report`, mirt, R or jMetrik. Candidates have pseudonyms."""
    from counteroffer.credentials.files import write_whole

    with opened(folder, sitting, database) as found:
        from counteroffer.server.table import table, text

        rows = table(found, as_made=as_made)
        write_whole(out, text(rows).encode(), private=True)
    typer.echo(f"Wrote {len(rows)} answers of {len({row.candidate for row in rows})} candidates to {out}.")


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
        from counteroffer.server.proof import prove

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

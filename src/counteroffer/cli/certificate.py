"""`counteroffer certificate`: issuer, issue, revoke, renew, rotate; and `counteroffer verify`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from counteroffer.cli.common import stop

certificate = typer.Typer(help="Issue certificates (Open Badges 3.0), revoke them, change the key.", no_args_is_help=True)

Folder = Annotated[Path, typer.Argument(help="The issuer's folder.", file_okay=False)]
Passphrase = Annotated[
    str, typer.Option(prompt=True, hide_input=True, envvar="COUNTEROFFER_PASSPHRASE", help="What the signing key is sealed under.")
]
NewPassphrase = Annotated[
    str,
    typer.Option(
        "--passphrase",
        prompt="Passphrase",
        confirmation_prompt=True,
        hide_input=True,
        envvar="COUNTEROFFER_PASSPHRASE",
        help="What the signing key is sealed under.",
    ),
]
ACCEPTED, REFUSED, OPEN = 0, 1, 3


@contextmanager
def _guarded() -> Iterator[None]:
    """End with status 2 and the reason where a file is wrong or a package is missing."""
    try:
        from counteroffer.credentials.errors import CredentialError
    except ModuleNotFoundError as error:
        stop(_missing(error))
    try:
        yield
    except CredentialError as error:
        stop(str(error))
    except ModuleNotFoundError as error:
        stop(_missing(error))


def _missing(error: ModuleNotFoundError) -> str:
    return f"The package {error.name} is missing, which certificates need: pip install 'counteroffer[certificate]'"


@certificate.command()
def issuer(
    folder: Folder,
    name: Annotated[str, typer.Option(help="The organisation that certifies.")],
    passphrase: NewPassphrase,
    url: Annotated[str | None, typer.Option(help="Its address (https), where it publishes its fingerprint.")] = None,
) -> None:
    """Begin an issuer's folder: a key, an empty status list, a register."""
    with _guarded():
        from counteroffer.credentials.office import Office
        from counteroffer.credentials.times import now

        office = Office.found(folder, name, passphrase, now(), url)
        typer.echo(f"Fingerprint: {office.issuer.fingerprint()}")
        typer.echo("Publish it by another way than the files. issuer.json and status.json may go to anybody; keys/ and register.json stay.")


@certificate.command()
def issue(
    folder: Folder,
    achievement: Annotated[
        Path, typer.Argument(help="What is certified (JSON): id, name, description, criteria.narrative.", dir_okay=False)
    ],
    candidates: Annotated[
        Path, typer.Argument(help="Who passed (CSV): number, name; without a name the certificate names nobody.", dir_okay=False)
    ],
    out: Annotated[Path, typer.Option(help="The folder to write.", file_okay=False)],
    passphrase: Passphrase,
    days: Annotated[int | None, typer.Option(help="Valid for so many days; else without end.", min=1)] = None,
) -> None:
    """Issue certificates: for each candidate the signed data and a PDF. Who has no name on it gets a word, in `words.csv`."""
    with _guarded():
        from counteroffer.credentials.batch import issue as issue_all
        from counteroffer.credentials.files import read_json
        from counteroffer.credentials.listing import read_candidates
        from counteroffer.credentials.model import Achievement
        from counteroffer.credentials.office import Office
        from counteroffer.credentials.times import now

        what, passed = Achievement.of(read_json(achievement), f"an achievement ({achievement}:1)"), read_candidates(candidates)
        made = issue_all(Office.open(folder, passphrase), what, passed, out, now(), days)
        typer.echo(f"Issued {len(made)} certificates into {out}.")


@certificate.command()
def revoke(
    folder: Folder,
    number: Annotated[str, typer.Argument(help="The certificate's number: its `id`, urn:uuid:…")],
    reason: Annotated[str, typer.Option(help="Why; it stays in the register.")],
    passphrase: Passphrase,
) -> None:
    """Revoke a certificate. It is refused wherever the new status.json is taken to."""
    with _guarded():
        from counteroffer.credentials.office import Office
        from counteroffer.credentials.times import now

        Office.open(folder, passphrase).revoke(number, reason, now())
        typer.echo(f"Revoked. Give the new {folder / 'status.json'} to all who verify.")


@certificate.command()
def renew(folder: Folder, passphrase: Passphrase) -> None:
    """Write the status list anew, as of now, for verifiers who want to know how things stand today."""
    with _guarded():
        from counteroffer.credentials.office import Office
        from counteroffer.credentials.times import now

        Office.open(folder, passphrase).renew(now())
        typer.echo(f"Wrote {folder / 'status.json'}.")


@certificate.command()
def rotate(
    folder: Folder,
    passphrase: Passphrase,
    withdrawn: Annotated[
        str | None, typer.Option(help="Why nothing of the old key is to be believed, where it fell into other hands.")
    ] = None,
) -> None:
    """Sign with a new key from now on. What the old key signed still counts, unless it is withdrawn."""
    with _guarded():
        from counteroffer.credentials.office import Office
        from counteroffer.credentials.times import now

        office = Office.open(folder, passphrase).rotate(passphrase, now(), withdrawn)
        typer.echo(f"New fingerprint: {office.issuer.fingerprint()}")
        typer.echo(f"Publish it, and give {folder / 'issuer.json'} and {folder / 'status.json'} to all who verify.")


def verify(
    file: Annotated[Path, typer.Argument(help="A certificate: its signed data (JSON), or the PDF.", dir_okay=False)],
    issuer_file: Annotated[
        list[Path] | None, typer.Option("--issuer", help="The file of an issuer that you trust. May be given again.", dir_okay=False)
    ] = None,
    status: Annotated[list[Path] | None, typer.Option(help="An issuer's status list. May be given again.", dir_okay=False)] = None,
    fingerprint: Annotated[
        list[str] | None,
        typer.Option(help="The fingerprint that the issuer publishes: a file of another is not trusted. May be given again."),
    ] = None,
    word: Annotated[str | None, typer.Option(help="The word of the holder of a certificate without a name.")] = None,
) -> None:
    """Say whether a certificate is to be believed, without a network. Status 0: yes; 1: no; 3: a file is missing that would settle it."""
    with _guarded():
        from counteroffer.credentials.files import read_bytes, read_json
        from counteroffer.credentials.issuer import Issuer
        from counteroffer.credentials.pdf import credential_in
        from counteroffer.credentials.times import now
        from counteroffer.credentials.verify import verify as look

        document = credential_in(read_bytes(file), str(file))
        given = [Issuer.of(read_json(path), f"an issuer's file ({path}:1)") for path in issuer_file or ()]
        wanted = {"".join(one.split()).lower() for one in fingerprint or ()}
        trusted = [one for one in given if not wanted or one.fingerprint().replace(" ", "") in wanted]
        if len(trusted) < len(given):
            typer.echo("An issuer's file has another fingerprint than those given, and is left aside.", err=True)
        verdict = look(document, trusted, [read_json(path) for path in status or ()], now(), word)
        for finding in verdict.findings:
            typer.echo(f"{finding.about + ':':12} {finding.answer:5} {finding.says}")
        typer.echo({"yes": "Accepted.", "no": "Refused.", "open": "Not settled."}[verdict.answer])
        raise typer.Exit({"yes": ACCEPTED, "no": REFUSED, "open": OPEN}[verdict.answer])

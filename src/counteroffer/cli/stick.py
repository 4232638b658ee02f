"""`counteroffer stick`: make the participants' stick, look at one, and carry an examiner's folder encrypted."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from counteroffer.cli.common import Root, load, stop
from counteroffer.cli.desk import PASSPHRASE, packages

stick = typer.Typer(help="One folder with book, papers, slides and a room, to carry on a stick.", no_args_is_help=True)


@stick.command()
def make(
    root: Root = Path(),
    out: Annotated[Path | None, typer.Option(help="The folder to write, new or empty; else `_build/stick`.", file_okay=False)] = None,
    room: Annotated[bool, typer.Option(help="Lay in the room and its packages, which needs a line to the package registries.")] = True,
) -> None:
    """Build everything that the course is made of, and write it into one folder with checksums."""
    from counteroffer.book.build import BuildFault, build_book, build_epub

    course = load(root)

    def say(said: str) -> None:
        typer.echo(said, err=True)

    with _guarded():
        from counteroffer.stick.make import Parts
        from counteroffer.stick.make import make as make_stick

        folder = out or root / "_build" / "stick"
        try:
            parts = Parts(build_book(root, say), build_epub(root, say), room)
        except BuildFault as fault:
            stop(str(fault))
        made = make_stick(course, folder, parts, typer.echo)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    typer.echo(
        f"The stick is in {folder}: {size / 1e6:.0f} MB, made on {made.day}. Copy the folder; whoever opens it begins with open-me-first.html."
    )


@stick.command()
def check(
    folder: Annotated[Path, typer.Argument(help="A stick, or a copy of one.", exists=True, file_okay=False)],
    root: Annotated[Path | None, typer.Option(help="The folder of a course to compare it with.", exists=True, file_okay=False)] = None,
) -> None:
    """Say whether a stick is whole, and whether it is older than a course."""
    with _guarded():
        from counteroffer.stick.made import Made, age, damaged

        made = Made.read(folder)
        typer.echo(f"Made on {made.day}, version {made.version}, evidence as of {made.as_of}.")
        if root:
            typer.echo(age(made, load(root)))
        if wrong := damaged(folder):
            stop(f"Not as it was written: {', '.join(wrong[:10])}{' …' if len(wrong) > 10 else ''}. Copy it anew.")
    typer.echo("Every file is as it was written.")


@stick.command()
def examiner(
    folder: Annotated[Path, typer.Argument(help="The examiner's folder.", exists=True, file_okay=False)],
    out: Annotated[
        Path, typer.Argument(help="Where the encrypted file is written: a stick that participants never hold.", file_okay=False)
    ],
) -> None:
    """Write an examiner's folder as one file under a passphrase of its own. What is served from it goes on."""
    packages()
    from counteroffer.cli.keeping import backup
    from counteroffer.server.database import FILE as SQLITE
    from counteroffer.stick.examiner import seal

    passphrase = os.environ.get(PASSPHRASE) or typer.prompt("A passphrase for this stick", hide_input=True, confirmation_prompt=True)
    with _guarded(), TemporaryDirectory() as place:
        store = Path(place) / "store.backup"
        if (folder / SQLITE).exists():
            backup(folder, store)
        # the database itself is being written to; its copy is whole
        path = seal(folder, out, passphrase, store.read_bytes() if store.exists() else None, (SQLITE,))
    typer.echo(f"Wrote {path}. `counteroffer stick open` brings it back; without the passphrase nobody can.")


@stick.command("open")
def open_(
    file: Annotated[Path, typer.Argument(help="The encrypted file.", exists=True, dir_okay=False)],
    folder: Annotated[Path, typer.Argument(help="A folder that is not there yet, or is empty.", file_okay=False)],
) -> None:
    """Bring an examiner's folder back. Its store is brought back by `counteroffer exam restore`."""
    packages()
    from counteroffer.stick.examiner import STORE, unseal

    passphrase = os.environ.get(PASSPHRASE) or typer.prompt("Passphrase of this stick", hide_input=True)
    with _guarded():
        names = unseal(file, folder, passphrase)
    typer.echo(f"Brought back {len(names)} files to {folder}.")
    if STORE in names:
        typer.echo(f"Its store: `counteroffer exam restore NEW-FOLDER {folder / STORE}`.")


@contextmanager
def _guarded() -> Iterator[None]:
    """End with status 2 and the reason where something cannot be drawn, read or written, or a package is missing."""
    try:
        from counteroffer.credentials.errors import CredentialError
        from counteroffer.handouts.press import HandoutError
        from counteroffer.stick.wheels import StickError

        yield
    except ModuleNotFoundError as error:
        stop(f"The package {error.name} is missing, which a stick needs: pip install 'counteroffer[certificate]'")
    except (CredentialError, HandoutError, StickError) as error:
        stop(str(error))
    except OSError as error:
        stop(f"{error.filename}: {error.strerror}.")

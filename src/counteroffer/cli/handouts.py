"""`counteroffer handouts`: papers for a room, as PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from counteroffer.cli.common import Root, load, stop


def handouts(
    root: Root = Path(),
    out: Annotated[Path | None, typer.Option(help="The folder to write; else `_build/handouts`.", file_okay=False)] = None,
    pack: Annotated[list[str] | None, typer.Option(help="A pack to draw, instead of all; may be said several times.")] = None,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="The edition without title and codes: nothing on a sheet's foot or in a file's name says what it is."),
    ] = False,
    address: Annotated[str | None, typer.Option(help="Where the course can be read; sheets of units carry it as a QR code.")] = None,
) -> None:
    """Draw what a room holds on paper, and say how many pages each piece has."""
    course = load(root)
    try:
        from counteroffer.credentials.errors import CredentialError
        from counteroffer.handouts.draw import draw
        from counteroffer.handouts.packs import packs
        from counteroffer.handouts.piece import Edition
        from counteroffer.handouts.press import HandoutError
    except ModuleNotFoundError as error:
        stop(f"The package {error.name} is missing, which papers need: pip install 'counteroffer[certificate]'")
    if plain and address:
        stop("The plain edition carries no codes: leave out `--address`.")
    edition = Edition(plain, address)
    found = {one.name: one for one in packs(course, edition)}
    wanted = pack or list(found)
    if unknown := [name for name in wanted if name not in found]:
        stop(f"There is no pack `{unknown[0]}`. There are: {', '.join(found)}.")
    folder = out or root / "_build" / ("handouts-plain" if plain else "handouts")
    try:
        drawn = draw(course, [found[name] for name in wanted], folder, edition, typer.echo)
    except (HandoutError, CredentialError) as error:
        stop(str(error))
    except ModuleNotFoundError as error:
        stop(f"The package {error.name} is missing, which papers need: pip install 'counteroffer[certificate]'")
    except OSError as error:
        stop(f"The papers cannot be written to {folder}: {error.strerror or error}. Name another folder with `--out`.")
    pages = sum(sheet.pages for _, sheets in drawn for sheet in sheets)
    typer.echo(
        f"{pages} pages in {sum(len(sheets) for _, sheets in drawn)} files below {folder}; what to print is listed in {folder / 'to-print.txt'}."
    )


def slides(
    root: Root = Path(),
    out: Annotated[Path | None, typer.Option(help="The folder to write; else `_build/slides`.", file_okay=False)] = None,
) -> None:
    """Write slides for each session, pages that any browser shows without a network. The notes to them are papers of the facilitator's."""
    from counteroffer.handouts.slides import write_slides

    course = load(root)
    if not course.sessions:
        stop("There are no sessions to make slides of. They stand in workshop/sessions, a file for each unit.")
    folder = out or root / "_build" / "slides"
    try:
        typer.echo(f"{len(write_slides(course, folder))} decks are in {folder}.")
    except OSError as error:
        stop(f"The slides cannot be written to {folder}: {error.strerror or error}. Name another folder with `--out`.")

"""`counteroffer pilot`: sheet, seal, score."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from counteroffer.cli.common import BankOption, Root, load, load_bank, stop, told

if TYPE_CHECKING:
    from counteroffer.course import Catalogue
    from counteroffer.course.items import Check
    from counteroffer.pilot.sheet import Shown

pilot = typer.Typer(
    help="Try items on people who have not read the course, and on readers: blind sheets, sealed answers, a report.", no_args_is_help=True
)

Folder = Annotated[Path, typer.Argument(help="The folder that `pilot sheet` wrote.", exists=True, file_okay=False)]


@pilot.command()
def sheet(
    root: Root = Path(),
    out: Annotated[Path | None, typer.Option(help="The folder to write; else `_build/pilot/sheet`.", file_okay=False)] = None,
    bank: BankOption = None,
    sample: Annotated[int | None, typer.Option(help="So many items; else all.", min=1)] = None,
    seed: Annotated[str, typer.Option(help="What sample and orders follow from.")] = "pilot",
    options_only: Annotated[bool, typer.Option("--options-only", help="Show the options, and not what is asked.")] = False,
    with_units: Annotated[bool, typer.Option("--with-units", help="For readers: write the units beside the questions.")] = False,
    without: Annotated[
        list[Path] | None, typer.Option(help="A sheet's folder, whose items are left out.", exists=True, file_okay=False)
    ] = None,
) -> None:
    """Write a blind sheet (HTML, and CSV for the answers). Nothing in it tells a key."""
    from counteroffer.course import CourseError
    from counteroffer.pilot.face import write
    from counteroffer.pilot.sheet import FILE, asked_in, draw

    if options_only and with_units:
        stop("--options-only and --with-units exclude each other: who sees only options has no use for units.")
    course = load(root)
    checks = _checks(course, bank)
    folder = out or root / "_build" / "pilot" / "sheet"
    if (folder / FILE).exists():
        stop(f"{folder / FILE}:1: A sheet stands there already, and its answers would be lost. Name another folder with --out.")
    shown: Shown = "options" if options_only else "units" if with_units else "everything"
    try:
        made = draw(
            checks, bank="certification" if bank else "practice", shown=shown, seed=seed, sample=sample, without=asked_in(without or [])
        )
        first, answers, *others = write(course, checks, made, folder)
    except CourseError as error:
        stop(told(error))
    except ValueError as error:
        stop(f"{error} Ask for fewer with --sample, or leave out fewer sheets.")
    except OSError as error:
        stop(f"{folder}: It cannot be written: {error.strerror}. Name another folder with --out.")
    typer.echo(f"Sheet {made.id}: {len(made.questions)} questions.")
    typer.echo(f"Hand out {', '.join(map(str, [first, answers, *others[:-1]]))}. Keep {others[-1]}.")
    typer.echo(f"Put what comes back into {folder / 'returned'}, then run `counteroffer pilot seal {folder}`.")


@pilot.command()
def seal(folder: Folder) -> None:
    """Seal the answers that have come back, before anybody reads a key. What came later can be sealed later; what is sealed stays."""
    from counteroffer.course import CourseError
    from counteroffer.pilot.seal import seal as close

    try:
        made = close(folder.resolve())
    except CourseError as error:
        stop(told(error))
    except OSError as error:
        stop(f"{folder}: The seal cannot be written: {error.strerror}.")
    typer.echo(f"Sealed {len(made.sealed)} files. Fingerprint: {made.fingerprint}")
    typer.echo("Tell it now to somebody who does not lead the pilot, and write it into your protocol.")


@pilot.command()
def score(
    folders: Annotated[list[Path], typer.Argument(help="The folders of the sheets, all of one bank.", exists=True, file_okay=False)],
    root: Annotated[Path, typer.Option(help="The folder of the course.", exists=True, file_okay=False)] = Path(),
    bank: BankOption = None,
    out: Annotated[Path | None, typer.Option(help="The folder for the report; else `_build/pilot/report`.", file_okay=False)] = None,
) -> None:
    """Mark sealed answers and report: scores of each group against chance and limits, differences, items to mend (HTML and CSV)."""
    from counteroffer.course import CourseError
    from counteroffer.pilot.marks import read_pilot
    from counteroffer.pilot.report import lines, write

    course = load(root)
    try:
        found = read_pilot([folder.resolve() for folder in folders], _checks(course, bank))
        if (found.bank == "certification") != (bank is not None):
            stop(
                "The sheets are of the certification bank: name its folder with --bank."
                if bank is None
                else "The sheets are of the practice items: leave --bank out."
            )
        written = write(found, out or root / "_build" / "pilot" / "report")
    except CourseError as error:
        stop(told(error))
    except ValueError as error:
        stop(str(error))
    except OSError as error:
        stop(f"The report cannot be written: {error.strerror}. Name another folder with --out.")
    typer.echo("\n".join(lines(found)))
    typer.echo(f"Wrote {', '.join(map(str, written))}.")


def _checks(course: Catalogue, bank: Path | None) -> list[Check]:
    """The checks of the course, or those of a bank that stands elsewhere."""
    return list((load_bank(course, bank) if bank else course).checks.values())

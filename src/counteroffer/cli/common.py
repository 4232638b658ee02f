"""What several commands share: the course's folder, and how a command ends when something is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from counteroffer.course import Catalogue, CourseError

Root = Annotated[Path, typer.Argument(help="The folder of the course.", exists=True, file_okay=False)]

BankOption = Annotated[
    Path | None, typer.Option(help="A folder of certification items, instead of the course's practice items.", exists=True, file_okay=False)
]


def load(root: Path) -> Catalogue:
    """The course, or the end of the command with every fault that it has."""
    from counteroffer.course import CourseError, load_course

    try:
        return load_course(root)
    except CourseError as error:
        stop(told(error))


def load_bank(course: Catalogue, folder: Path) -> Catalogue:
    """The course with the bank in `folder` in the place of its own items, or the end of the command with every fault of the bank."""
    from counteroffer.course import CourseError
    from counteroffer.exam.bank import with_bank

    try:
        return with_bank(course, folder)
    except CourseError as error:
        stop(told(error))


def told(error: CourseError) -> str:
    """Every fault on a line of its own, and how many there are."""
    faults = len(error.diagnostics)
    return "\n".join(map(str, error.diagnostics)) + f"\n{faults} {'fault' if faults == 1 else 'faults'}."


def stop(message: str) -> NoReturn:
    """Say what is wrong and end with status 2."""
    typer.echo(message, err=True)
    raise typer.Exit(2)

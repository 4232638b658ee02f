"""`counteroffer exam`: create, staff, serve, demo (in `sitting.py`), seal, backup, restore, and report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from counteroffer.cli import keeping, sealing, sitting
from counteroffer.cli.common import stop, told

exam = typer.Typer(help="Examinations: create a sitting, let staff log in, serve it, report on it.", no_args_is_help=True)
exam.command()(sitting.create)
exam.command()(sitting.staff)
exam.command()(sitting.serve)
exam.command()(sitting.demo)
exam.command()(sealing.seal)
exam.command()(keeping.backup)
exam.command()(keeping.restore)


@exam.command()
def report(
    answers: Annotated[
        Path, typer.Argument(help="A table (CSV): candidate, form, item, response, mark, seconds.", exists=True, dir_okay=False)
    ],
    ratings: Annotated[
        Path | None,
        typer.Option(
            help="Judges' ratings of the last round (CSV): judge, item, rating, the mark from 0 to 1 expected of a barely competent candidate.",
            exists=True,
            dir_okay=False,
        ),
    ] = None,
    out: Annotated[Path, typer.Option(help="The folder to write.", file_okay=False)] = Path("report"),
) -> None:
    """Report on scores, cut score, forms and items (HTML, CSV, a notebook). Figures that want more candidates are not computed."""
    from counteroffer.course import CourseError
    from counteroffer.exam.analysis.angoff import read_ratings
    from counteroffer.exam.analysis.answers import read_answers
    from counteroffer.exam.analysis.report import analyse, lines, write

    try:
        found = analyse(read_answers(answers.resolve()), read_ratings(ratings.resolve()) if ratings else None)
        written = write(found, out)
    except CourseError as error:
        stop(told(error))
    except ValueError as error:
        stop(f"{ratings}:1: {error}")
    except OSError as error:
        stop(f"{out}: The report cannot be written: {error.strerror}. Name another folder with --out.")
    typer.echo("\n".join(lines(found)))
    typer.echo(f"Wrote {', '.join(map(str, written))}.")

"""`counteroffer exam`: create, serve, demo (`sitting.py`), staff, seal, backup, restore, report, standard, export (`after.py`), offer, certify, archive."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from counteroffer.cli import after, archive, award, keeping, sealing, staff
from counteroffer.cli import sitting as before
from counteroffer.cli.common import stop, told
from counteroffer.cli.desk import Database
from counteroffer.cli.opened import SittingId

exam = typer.Typer(help="Examinations: create a sitting, let staff log in, serve it; report, certify, archive.", no_args_is_help=True)
exam.command()(before.create)
exam.command()(staff.staff)
exam.command()(before.serve)
exam.command()(before.demo)
exam.command()(sealing.seal)
exam.command()(keeping.backup)
exam.command()(keeping.restore)
exam.command()(after.standard)
exam.command()(after.export)
exam.command()(award.offer)
exam.command()(award.certify)
exam.command()(archive.archive)


@exam.command()
def report(
    answers: Annotated[
        Path, typer.Argument(help="A table (CSV): candidate, form, item, response, mark, seconds; or the examiner's folder.", exists=True)
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
    sitting: SittingId = "sitting-1",
    database: Database = None,
) -> None:
    """Report on scores, cut score, forms and items (HTML, CSV, a notebook). Figures that want more candidates are not computed."""
    from counteroffer.course import CourseError
    from counteroffer.exam.analysis.angoff import read_ratings
    from counteroffer.exam.analysis.answers import read_answers
    from counteroffer.exam.analysis.report import analyse, lines, write

    try:
        rated = read_ratings(ratings.resolve()) if ratings else None
        if answers.is_dir():
            sat = after.sat(answers, sitting, database)
            found = analyse(sat.answers, rated or sat.ratings, sat.pass_mark)
        else:
            found = analyse(read_answers(answers.resolve()), rated)
        written = write(found, out)
    except CourseError as error:
        stop(told(error))
    except ValueError as error:
        stop(f"{ratings}:1: {error}")
    except OSError as error:
        stop(f"{out}: The report cannot be written: {error.strerror}. Name another folder with --out.")
    typer.echo("\n".join(lines(found)))
    typer.echo(f"Wrote {', '.join(map(str, written))}.")

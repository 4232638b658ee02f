"""`counteroffer exam`: standard, export; and what the report reads of a sitting."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from counteroffer.cli.common import stop, told
from counteroffer.cli.desk import Database, Folder
from counteroffer.cli.opened import SittingId, opened

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

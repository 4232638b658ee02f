"""The command line: `counteroffer build`, `serve`, `check`, `review`, `pilot`, `exam`, `room`, `certificate`, `verify` and more (`--help`)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from counteroffer import without_grammar  # noqa: F401 (before any command that reads a notebook or a configuration)
from counteroffer.cli import book
from counteroffer.cli.certificate import certificate, verify
from counteroffer.cli.common import BankOption, Root, load, load_bank, stop
from counteroffer.cli.exam import exam
from counteroffer.cli.handouts import handouts, slides
from counteroffer.cli.pilot import pilot
from counteroffer.cli.room import room
from counteroffer.cli.stick import stick
from counteroffer.cli.words import words
from counteroffer.processes import collect_seldom


class _WholeOrPart(TyperGroup):
    """Commands for parts of something; without the name of one, `all` is meant."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As typer does, once the command is sure."""
        part = bool(args) and args[0] in {*self.commands, *ctx.help_option_names}
        return super().parse_args(ctx, args if part else ["all", *args])


app = typer.Typer(help="Build, serve and check the course.", no_args_is_help=True, add_completion=True, pretty_exceptions_enable=False)
review = typer.Typer(cls=_WholeOrPart, help="Report what a good editor would, of the whole course (`review [ROOT]`) or of a part of it.")
app.add_typer(review, name="review")
case_app = typer.Typer(help="For authors of cases.", no_args_is_help=True)

app.add_typer(case_app, name="case")
app.add_typer(words, name="words")
app.add_typer(pilot, name="pilot")
app.add_typer(exam, name="exam")
app.add_typer(room, name="room")
app.add_typer(certificate, name="certificate")
app.add_typer(stick, name="stick")
app.command()(verify)


@app.command()
def record(file: Annotated[Path, typer.Argument(help="A file that My progress exported.", dir_okay=False)]) -> None:
    """Say what an exported record holds: units read, checks answered, endings seen."""
    from counteroffer.record import RecordError, progress, read_export

    try:
        read = read_export(file)
    except RecordError as error:
        stop(str(error))
    for fault in read.faults:
        typer.echo(fault, err=True)
    found = progress(read.statements)
    typer.echo(f"{len(read.statements)} statements; units read: {', '.join(found.units) or 'none'}.")
    for name, marks in found.checks.items():
        typer.echo(f"Check {name}: {len(marks)} items answered, mean mark {float(sum(marks.values()) / len(marks)):.2f}.")
    for name, endings in found.endings.items():
        typer.echo(f"Case {name}: endings {', '.join(endings)}.")
    if found.exams:
        typer.echo(f"Practice examinations: {', '.join(f'{int(100 * score)} %' for score in found.exams)}.")
    if found.notes:
        typer.echo(f"Notes on: {', '.join(found.notes)}.")


@review.command("all")
def review_all(root: Root = Path()) -> None:
    """Everything: claims without support, hard or loaded language, missing parts, broken rules of safety, flawed items."""
    from counteroffer.review.command import UNREADABLE, run

    report, status = run(root)
    typer.echo(report, err=status == UNREADABLE)
    raise typer.Exit(status)


@case_app.command()
def graph(
    case: Annotated[str, typer.Argument(help="The id of the case.")],
    root: Root = Path(),
    out: Annotated[Path | None, typer.Option(help="The SVG to write; else `_build/<case>.svg`.", dir_okay=False)] = None,
) -> None:
    """Draw the graph of a case: decisions, endings, and the share of random plays that comes to each."""
    from counteroffer.course.case_walk import walk
    from counteroffer.figures.case_graph import case_graph
    from counteroffer.figures.palette import to_svg

    course = load(root)
    if case not in course.cases:
        stop(f"There is no case `{case}`. There are: {', '.join(sorted(course.cases))}.")
    one = course.cases[case]
    path = out or root / "_build" / f"{case}.svg"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(to_svg(lambda: case_graph(one, walk(one)), case, f"Graph of the case {one.title}"), encoding="utf-8")
    typer.echo(f"Drew {path}.")


@review.command("items")
def review_items(root: Root = Path(), bank: BankOption = None) -> None:
    """The items alone: flaws of writing, and figures of the bank (kinds, levels, places of keys, what guessers score)."""
    from counteroffer.review.command import run_items

    course = load(root)
    report, status = run_items(course, load_bank(course, bank) if bank else None)
    typer.echo(report)
    raise typer.Exit(status)


@review.command("cases")
def review_cases(root: Root = Path()) -> None:
    """The cases alone: their shape, and figures of each (paths, endings under random play, dominant options)."""
    from counteroffer.review.command import run_cases

    report, status = run_cases(load(root))
    typer.echo(report)
    raise typer.Exit(status)


@app.command()
def ids(
    root: Root = Path(),
    write: Annotated[bool, typer.Option("--write", help="Write them into the files; else only say what is missing.")] = False,
) -> None:
    """Give every option, entry and pair that lacks one an id taken from its words. All else in the files stays as it stands."""
    from counteroffer.course.ids import files_of_items, missing, with_ids

    lacking = 0
    for path in files_of_items(root):
        text = path.read_bytes().decode("utf-8")
        for one in missing(text):
            lacking += 1
            typer.echo(f"{path.relative_to(root).as_posix()}:{one.line + 1}: {one.item}: {one.name}: {one.id}")
        if write:
            path.write_bytes(with_ids(text).encode("utf-8"))
    if lacking and not write:
        stop(f"{lacking} missing. `counteroffer ids --write` writes them.")
    typer.echo(f"{lacking} ids written." if lacking else "Every part of every item has its id.")


@app.command("uses")
def uses_of(
    name: Annotated[str, typer.Argument(help="The id of a fact, an objective or an item, or the key of a source.", metavar="ID")],
    root: Root = Path(),
) -> None:
    """List what rests on a fact, a source, an objective or an item: units, items (the certification bank's too), cases, figures, glossary, workshop, pilots."""
    from difflib import get_close_matches

    from counteroffer.course.editions import editions
    from counteroffer.course.uses import known, uses
    from counteroffer.exam.bank import DEMONSTRATION

    course = load(root)
    names = known(course)
    if name not in names:
        near = get_close_matches(name, names, n=3)
        stop(f"There is no fact, source, objective or item `{name}`." + (f" Did you mean {', '.join(near)}?" if near else ""))
    found, bank = uses(course, name), root / DEMONSTRATION
    asked = course.editions | (editions(load_bank(course, bank).checks.values(), ()) if bank.is_dir() else {})
    edition = f" (edition {asked[name]})" if name in asked else ""
    typer.echo("\n".join([f"{name}{edition}: {len(found)} {'place' if len(found) == 1 else 'places'}", *map(str, found)]))


@app.command()
def schemas(root: Root = Path()) -> None:
    """Write the JSON Schemas by which editors complete and underline the course's YAML files."""
    from counteroffer.course.schemas import write_schemas

    for path in write_schemas(root / "assets" / "schemas"):
        typer.echo(f"Wrote {path}.")


app.command()(book.check)
app.command()(book.build)
app.command()(book.serve)
app.command()(book.notebooks)
app.command()(handouts)
app.command()(slides)


def main() -> None:
    """Run the command line; a fault ends it with status 2 and a message, never a traceback."""
    collect_seldom()
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)

"""Commands that make and check the book: `check`, `build`, `serve`, `notebooks`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from counteroffer.cli.common import Root, load, stop, told


def check(root: Root = Path()) -> None:
    """Read everything and report every fault with file, line and how to mend it."""
    from counteroffer.cli.verdict import verdict
    from counteroffer.course import CourseError

    try:
        typer.echo(verdict(root))
    except CourseError as error:
        stop(told(error))


def build(
    root: Root = Path(),
    epub: Annotated[bool, typer.Option(help="Build an EPUB instead, to read on a phone or to print.")] = False,
    language: Annotated[list[str] | None, typer.Option(help="Another language to build in, besides those of the course.")] = None,
) -> None:
    """Check the course and build the book into `_build/html`, other languages below it. A fault leaves the last good book in place."""
    from counteroffer.book.build import BuildFault, build_book, build_epub

    def say(said: str) -> None:
        typer.echo(said, err=True)

    try:
        typer.echo(f"The book is in {build_epub(root, say) if epub else build_book(root, say, language or ())}.")
    except BuildFault as fault:
        stop(str(fault))


def serve(
    root: Root = Path(),
    port: Annotated[int, typer.Option(help="The first port to try.", min=1, max=65535)] = 8000,
    browser: Annotated[bool, typer.Option(help="Open a browser where there is one.")] = True,
) -> None:
    """Serve the built book on this machine alone, at an address that is printed."""
    from counteroffer.book.serve import serve_book

    folder = root / "_build" / "html"
    if not (folder / "index.html").is_file():
        stop(f"There is no book in {folder}: run `counteroffer build` first.")
    serve_book(folder, port, browser=browser)


def notebooks(root: Root = Path()) -> None:
    """Run the exercise notebooks and store their outputs, after a case or explorer has changed."""
    from counteroffer.book.build import cannot_write
    from counteroffer.processes import alone
    from counteroffer.widgets.outputs import store_outputs

    load(root)
    place = root / "_build"
    try:
        with alone(place, lambda: typer.echo("Another process is building this course; waiting for it to end.", err=True)):
            for path in store_outputs(root):
                typer.echo(f"Stored the outputs of {path}.")
    except OSError as error:
        stop(cannot_write(place, error))

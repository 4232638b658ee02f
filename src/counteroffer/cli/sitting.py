"""`counteroffer exam`: create, serve, demo. The sitting and its server."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from counteroffer.cli.common import load, load_bank, stop, told
from counteroffer.cli.desk import PASSPHRASE, Database, Folder, packages, prepare
from counteroffer.cli.sealing import listed

if TYPE_CHECKING:
    from socket import socket

    from counteroffer.server.tls import Tls


def create(
    folder: Folder,
    candidates: Annotated[
        Path,
        typer.Option(
            help="A CSV: name, language, extra_minutes, break_minutes, group; or one that `exam seal` has encrypted.",
            exists=True,
            dir_okay=False,
        ),
    ],
    bank: Annotated[Path, typer.Option(help="The folder of certification items.", exists=True, file_okay=False)],
    root: Annotated[Path, typer.Option(help="The folder of the course.", exists=True, file_okay=False)] = Path(),
    blueprint: Annotated[Path | None, typer.Option(help="A blueprint, instead of the course's.", exists=True, dir_okay=False)] = None,
    sitting: Annotated[str, typer.Option(help="The id of the sitting: small letters, digits, hyphens.")] = "sitting-1",
    title: Annotated[str, typer.Option(help="What candidates read above every page.")] = "Examination",
    forms: Annotated[int, typer.Option(help="How many parallel forms.", min=1, max=500)] = 2,
    seed: Annotated[str, typer.Option(help="What the forms follow from; else chance.")] = "",
    repeat: Annotated[
        bool, typer.Option("--repeat", help="Let people meet items that they have seen, where the bank does not suffice.")
    ] = False,
    database: Database = None,
) -> None:
    """Make a sitting and print its candidates' one-time codes as cards. The codes are stored nowhere."""
    from pydantic import TypeAdapter, ValidationError

    from counteroffer.course.base import Slug
    from counteroffer.course.diagnostics import CourseError
    from counteroffer.exam.forms import ImpossibleBlueprint
    from counteroffer.exam.plan import read_blueprint

    try:
        TypeAdapter(Slug).validate_python(sitting)
        rows = listed(candidates)
        course = load(root)
        plan = read_blueprint(blueprint) if blueprint else course.blueprint
        checks = list(load_bank(course, bank).checks.values())
    except ValidationError:
        stop(f"`{sitting}` is no id of a sitting: use small letters, digits and single hyphens.")
    except CourseError as error:
        stop(told(error))
    if plan is None:
        stop(f"{root}: The course has no blueprint. Name one with --blueprint.")
    if not 0 < len(title) <= 200 or not title.isprintable():
        stop("A title has 1 to 200 characters, in one line.")
    prepare(folder, database, new=True)
    from counteroffer.server import running
    from counteroffer.server.cards import write_cards
    from counteroffer.server.create import Repeated, Taken, TooOften
    from counteroffer.server.create import create as make

    try:
        cards = make(sitting, title, plan, checks, rows, forms=forms, seed=seed, repeat=repeat)
    except TooOften as often:
        stop(f"{candidates}: {often}")
    except Repeated as repeated:
        stop(f"{bank}: {repeated} Write more items, draw fewer or more forms with --forms, or allow it with --repeat.")
    except ImpossibleBlueprint as impossible:
        stop(f"{blueprint or root}: No form can be drawn from {bank}: {impossible}. Write the items that are missing, or ask for less.")
    except Taken:
        stop(f"There is a sitting `{sitting}` in {folder} already. Choose another id with --sitting.")
    finally:
        running.stop()
    path = write_cards(folder, sitting, title, cards)
    typer.echo(
        f"Made the sitting {sitting} with {len(cards)} candidates and {forms} forms. Print {path}, hand out the cards, and delete it."
    )


def serve(
    folder: Folder,
    host: Annotated[str, typer.Option(help="The address to listen at; this machine alone, unless you name another.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The first port to try; 0 takes any.", min=0, max=65535)] = 8100,
    name: Annotated[list[str] | None, typer.Option(help="A name under which devices ask for this server.")] = None,
    bank: Annotated[
        list[Path] | None,
        typer.Option(help="A bank from which examiners may make sittings in the browser (several).", exists=True, file_okay=False),
    ] = None,
    blueprint: Annotated[
        list[Path] | None, typer.Option(help="A blueprint, besides the course's, for these.", exists=True, dir_okay=False)
    ] = None,
    root: Annotated[Path, typer.Option(help="The folder of the course, for these.", exists=True, file_okay=False)] = Path(),
    tls: Annotated[
        bool, typer.Option("--tls", help="Serve by https with a certificate of the server's own; prints its fingerprint.")
    ] = False,
    processes: Annotated[int, typer.Option(help="So many serving processes; more than one want PostgreSQL.", min=1, max=64)] = 1,
    database: Database = None,
) -> None:
    """Serve the sittings of a folder until Ctrl+C. A killed server goes on where it was when it is started again."""
    if processes > 1 and (not database or not hasattr(os, "fork")):
        stop("Several processes want PostgreSQL (--database) on Linux or macOS; with SQLite one process serves a room.")
    packages()
    from counteroffer.server import running
    from counteroffer.server.materials import Shelf
    from counteroffer.server.tls import own_certificate

    names = (host, *(name or []))
    prepare(folder, database, hosts=names, shelf=Shelf(root, bank or [], blueprint or []), tls=tls)
    try:
        own = own_certificate(folder, running.now().vault, names) if tls else None
    except OSError as error:
        stop(f"{folder}: The certificate cannot be written: {error.strerror}.")
    _listen(host, port, own, processes)


def demo(
    root: Annotated[Path, typer.Argument(help="The folder of the course.", exists=True, file_okay=False)] = Path(),
    port: Annotated[int, typer.Option(help="The first port to try; 0 takes any.", min=0, max=65535)] = 8100,
) -> None:
    """Make a demonstration sitting from practice items, with printed codes and an examiner's log-in, and serve it."""
    import tempfile

    from counteroffer.exam.forms import ImpossibleBlueprint

    course = load(root)
    if course.blueprint is None:
        stop(f"{root}: The course has no blueprint, by which a form could be drawn.")
    folder = Path(tempfile.mkdtemp(prefix="counteroffer-exam-"))
    os.environ.setdefault(PASSPHRASE, secrets.token_hex(16))
    prepare(folder, None, new=True)
    from counteroffer.server.demo import demonstration

    try:
        for line in demonstration(course.blueprint, list(course.checks.values())):
            typer.echo(line)
        typer.echo(f"All this stands in {folder}: delete that folder when you have seen it.")
    except ImpossibleBlueprint as impossible:
        stop(f"No form can be drawn from the practice items: {impossible}.")
    _listen("127.0.0.1", port)


def _listen(host: str, port: int, tls: Tls | None = None, processes: int = 1) -> None:
    from counteroffer.server import running
    from counteroffer.server.processes import several
    from counteroffer.server.serve import bound, serve

    try:
        listening = bound(host, port)
    except OSError as error:
        stop(f"The server cannot listen at {host}, port {port}: {error.strerror or error}. Name another with --host and --port.")
    address = f"{'https' if tls else 'http'}://{host}:{listening.getsockname()[1]}/"
    typer.echo(f"Candidates: {address}  Staff: {address}staff/  (stop with Ctrl+C)")
    if tls:
        typer.echo(f"Devices warn of the certificate once. Its fingerprint (SHA-256), to compare: {tls.fingerprint}")
    if processes == 1:
        serve(listening, tls)
        return
    held = running.now()
    # each process has a writer of its own
    running.stop()

    def one(shared: socket) -> None:
        running.start(held.vault, held.shelf)
        serve(shared, tls)

    several(processes, listening, one)

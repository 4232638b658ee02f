"""`counteroffer room`: serve a workshop's room; `room check` before people arrive, `room forget` before they leave."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from counteroffer.cli.common import load, stop

room = typer.Typer(help="A workshop's room, without the internet: phones vote, nobody sees a count before the round is closed.")
Folder = Annotated[Path, typer.Option(help="Where the room is kept until it is forgotten.", file_okay=False)]
Course = Annotated[Path, typer.Option(help="The folder of the course.", exists=True, file_okay=False)]
Host = Annotated[str | None, typer.Option(help="The address to listen at; else this machine's in the network that phones are in.")]
Port = Annotated[int, typer.Option(help="The first port to try; 0 takes any.", min=0, max=65535)]
HERE, PORT = Path("_room"), 8200


@room.callback(invoke_without_command=True)
def serve(
    ctx: typer.Context,
    root: Course = Path(),
    folder: Folder = HERE,
    host: Host = None,
    port: Port = PORT,
    keep: Annotated[bool, typer.Option("--keep", help="Keep a room that nobody has used for a day, by this machine's clock.")] = False,
    book: Annotated[
        bool,
        typer.Option(
            "--book",
            help="Hand the book and the EPUB to phones. On each phone that opens them stay titles in the history, the EPUB, "
            "and answers until it leaves the room.",
        ),
    ] = False,
    new_keys: Annotated[
        bool, typer.Option("--new-keys", help="Withdraw the facilitators' keys of before: one was seen by others.")
    ] = False,
) -> None:
    """Serve a room until Ctrl+C, which asks whether to forget it. A killed server goes on where it was, with the same keys."""
    if ctx.invoked_subcommand:
        return
    _packages()
    from counteroffer.server.room import process
    from counteroffer.server.serve import bound
    from counteroffer.server.vault import VaultError

    course = load(root)
    found = host or _address() or "127.0.0.1"
    with _alone(folder):
        try:
            listening = bound(found, port)
        except OSError as error:
            stop(f"The room cannot be served at {found}, port {port}: {error.strerror or error}. Name another with --host and --port.")
        address = f"http://{found}:{listening.getsockname()[1]}"
        try:
            process.set_up(folder, (found,))
        except OSError as error:
            stop(f"{folder}: It cannot be written: {error.strerror}. Name another folder with --folder.")
        try:
            opened = process.open_room(folder, course, address, keep=keep, book=book, new_keys=new_keys)
        except VaultError:
            stop(
                f"{folder}: The room that lies here is of another version, or has lost its key. Forget it, then start again:\n{_forgets(folder)}"
            )
        if opened.forgotten:
            typer.echo("The room that was here had not been touched for a day, and was forgotten.")
        typer.echo(
            f"{'The room goes on' if opened.again else 'A new room'}. Phones: {address}/ with the letters {opened.code}\n"
            f"Projector, on this laptop: {address}/key/{opened.key}/screen/\n"
            f"Facilitator's phone: {address}/key/{opened.key}/ (the key alone: {opened.key})\n"
            + (
                ""
                if host or found != "127.0.0.1"
                else "No phone can reach this laptop: it is in no network. Run `counteroffer room check`.\n"
            )
            + _others(found)
            + f"The room lies in {folder.resolve()}.\n"
            + f"Stop with Ctrl+C, which asks whether to forget it; or forget it later, before the group leaves:\n{_forgets(folder)}"
        )
        if process.serve_room(listening) and not _sure():
            typer.echo(f"The room still lies in {folder.resolve()}. Forget it before the group leaves:\n{_forgets(folder)}")
        else:
            _delete(folder)


@room.command()
def forget(folder: Folder = HERE) -> None:
    """Delete the room with all votes and questions from this laptop. Ends with 1 where there is none."""
    _packages()
    from counteroffer.server.room import files

    if not files.there(folder):
        typer.echo(f"There is no room in {folder.resolve()}, so nothing was deleted. Name its folder with --folder.", err=True)
        raise typer.Exit(1)
    with _alone(folder):
        _delete(folder)


@room.command()
def check(
    root: Course = Path(),
    host: Host = None,
    port: Port = PORT,
    wait: Annotated[int, typer.Option(help="How many seconds to wait for a phone; 0 does not.", min=0, max=3600)] = 120,
) -> None:
    """Try, before people arrive, whether a phone reaches this laptop, whether its clock is sane, and whether the pages show."""
    _packages()
    import segno

    from counteroffer.server.room import hall
    from counteroffer.server.serve import bound

    faults = 0
    wrong = hall.clock_fault(time.time(), hall.newest(root))
    typer.echo(f"Clock: {wrong or 'sane.'}")
    faults += wrong is not None
    try:
        _pages(root)
        typer.echo("Pages: the projector's, the facilitator's and the phones' page show.")
    except Exception as error:  # noqa: BLE001 (whatever keeps them from showing is said)
        faults += 1
        typer.echo(f"Pages: they do not show ({error}). Run `counteroffer check`, and mend what it says.")
    found = host or _address()
    if found is None:
        stop(f"Phones: {hall.NO_ADDRESS}")
    try:
        with bound(found, port) as free:
            number = free.getsockname()[1]
        listener = hall.Listener(found, number, "This phone reaches the laptop.", "You can close this page.")
    except OSError as error:
        stop(f"Phones: nothing can be served at {found}, port {port}: {error.strerror or error}. Name another with --host and --port.")
    address = f"http://{found}:{listener.port}/"
    segno.make(address, micro=False).terminal(compact=True)
    typer.echo(f"Phones: open {address} on a phone in the same Wi-Fi, or point its camera at the square above.")
    came = hall.waiting(listener.came, wait, lambda left: typer.echo(f"Waiting {left} more seconds …")) if wait else False
    listener.close()
    typer.echo("Phones: a phone reached this laptop." if came else f"Phones: {hall.NOT_REACHED.format(port=number, address=address)}")
    typer.echo(f"Hotspot: {hall.HOTSPOT}")
    if faults or not came:
        raise typer.Exit(1)


def _pages(root: Path) -> None:
    """Ask a room of its own for its pages. Raises whatever they raise."""
    import tempfile

    from counteroffer.server import running
    from counteroffer.server.room import process

    course = load(root)
    with tempfile.TemporaryDirectory(prefix="counteroffer-room-", ignore_cleanup_errors=True) as name:
        process.set_up(Path(name))
        try:
            opened = process.open_room(Path(name), course, "http://127.0.0.1")
            from django.db import connections
            from django.test import Client

            browser = Client(headers={"host": "127.0.0.1"})
            for address in (f"/key/{opened.key}/screen/", "/screen/", "/lead/", f"/?code={opened.code}"):
                answer = browser.get(address)
                if answer.status_code not in {200, 302}:
                    raise RuntimeError(f"{address} answers {answer.status_code}")
            connections.close_all()
        finally:
            running.stop()


def _others(found: str) -> str:
    """What to do where this machine is in more than one network."""
    from counteroffer.server.room.network import addresses

    more = [one for one in addresses() if one != found]
    return f"If phones are in another network of this laptop, name its address: --host {' or '.join(more)}.\n" if more else ""


def _address() -> str | None:
    from counteroffer.server.room.network import addresses

    return next(iter(addresses()), None)


def _sure() -> bool:
    """Whether to forget the room, asked where somebody can answer."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    try:
        return typer.confirm("\nForget the room now?", default=True)
    except typer.Abort:
        return False


def _delete(folder: Path) -> None:
    from counteroffer.server.room import files

    try:
        gone = files.delete(folder)
    except OSError as error:
        stop(f"{folder}: Not all of it can be deleted: {error.strerror}. Close whatever has it open, and run this:\n{_forgets(folder)}")
    typer.echo(f"Deleted {', '.join(str(path.resolve()) for path in gone)}.")


def _forgets(folder: Path) -> str:
    """The command that forgets the room of a folder, as it can be typed anywhere on this machine."""
    # a stick has a starter of its own, and says so
    command = os.environ.get("COUNTEROFFER_FORGET")
    if command:
        return f"  {command}"
    program = Path(sys.argv[0]).resolve()
    ours = [sys.executable, "-m", "counteroffer"] if program.name == "__main__.py" else [str(program)]
    if (known := shutil.which(program.name)) and Path(known).resolve() == program:
        ours = [program.name]
    whole = [*ours, "room", "forget", "--folder", str(folder.resolve())]
    return f"  {subprocess.list2cmdline(whole) if os.name == 'nt' else shlex.join(whole)}"


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Nobody else serves or deletes the room meanwhile. Afterwards an empty folder goes."""
    import filelock

    from counteroffer.server.room import files

    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = filelock.FileLock(folder / files.LOCK, blocking=False)
    try:
        lock.acquire()
    except filelock.Timeout:
        stop(f"{folder}: Another process serves this room. End it with Ctrl+C, or use the button on the facilitator's page.")
    try:
        yield
    finally:
        lock.release()
        if not files.there(folder):
            files.tidy(folder)


def _packages() -> None:
    try:
        import psutil  # noqa: F401
        import segno  # noqa: F401

        import counteroffer.server.serve  # noqa: F401
    except ImportError as error:
        stop(f"The room's packages are missing ({error.name}): pip install 'counteroffer[server]'.")

"""The process of a room: its folder, its keys, its hub, its end."""

from __future__ import annotations

import os
import secrets
import socket
import threading
from dataclasses import dataclass
from pathlib import Path

from counteroffer.course import Catalogue
from counteroffer.server import running
from counteroffer.server.database import database
from counteroffer.server.room.house import House, house, move_in
from counteroffer.server.serve import serve
from counteroffer.server.settings import configure
from counteroffer.server.vault import Vault

FILE, KEY = "room.sqlite3", "room.key"
_SWEEP = 600


@dataclass(frozen=True)
class Opened:
    """A room that is ready: the facilitator's key, the code of phones, whether it was there before, and what was forgotten as too old."""

    key: str
    code: str
    again: bool
    forgotten: bool


def set_up(folder: Path, hosts: tuple[str, ...] = ()) -> None:
    """Set Django up on the folder's database, once a process, and start the writer. Raises OSError."""
    vault = Vault(_secret(folder))
    settings = database(folder)
    settings["NAME"] = str(folder / FILE)
    # what is deleted is overwritten
    settings["OPTIONS"]["init_command"] += " PRAGMA secure_delete=ON;"
    configure(settings, vault, hosts, urls="counteroffer.server.room.urls")
    from django.conf import settings as django

    django.CSRF_FAILURE_VIEW = "counteroffer.server.room.faults.no_token"
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    running.start(vault)


def open_room(course: Catalogue, address: str, *, keep: bool = False) -> Opened:
    """Serve `course` to the room of the folder, or to a new one. A room that nobody has touched for a day is forgotten, unless `keep`."""
    from counteroffer.server.room import face, oblivion, people, store
    from counteroffer.server.room.hub import Hub

    book, epub = course.root / "_build" / "html", course.root / "_build" / "course.epub"
    home = House(course, address, Hub(face.snapshot, face.admit))
    home.book = book.resolve() if (book / "index.html").is_file() else None
    home.epub = epub if epub.is_file() else None
    move_in(home)
    forgotten = not keep and oblivion.sweep()
    again = store.row() is not None
    key = people.new_key() if again else people.make()
    found = store.row()
    return Opened(key, found.code if found else "", again, forgotten)


def serve_room(listening: socket.socket) -> None:
    """Serve until interrupted, and forget the room when it is a day old."""
    ended = threading.Event()
    sweeper = threading.Thread(target=_sweeping, args=(ended,), name="sweeper", daemon=True)
    sweeper.start()
    hub = house().hub
    try:
        serve(listening, parts={"/events/": hub}, ending=hub.close)
    finally:
        ended.set()


def delete(folder: Path) -> list[Path]:
    """Delete every file of a room, which no process serves; what was deleted. Raises OSError."""
    found = [path for name in (FILE, f"{FILE}-wal", f"{FILE}-shm", KEY) if (path := folder / name).is_file()]
    for path in found:
        # overwritten first, which a disk that moves its blocks may undo
        path.write_bytes(bytes(path.stat().st_size))
        path.unlink()
    return found


def _sweeping(ended: threading.Event) -> None:
    from django.db import connections

    from counteroffer.server.room import oblivion

    while not ended.wait(_SWEEP):
        oblivion.sweep()
        connections.close_all()


def _secret(folder: Path) -> bytes:
    """What cookies of forms are made with. Nothing is sealed by it, so it needs no passphrase."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / KEY
    if not path.is_file():
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(secrets.token_bytes(32))
    return path.read_bytes()

"""The process of a room: its folder, its keys, its hub, its end."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from counteroffer.course import Catalogue
from counteroffer.server import running
from counteroffer.server.database import database
from counteroffer.server.room import files
from counteroffer.server.room.house import House, house, move_in
from counteroffer.server.serve import serve
from counteroffer.server.settings import configure
from counteroffer.server.vault import Vault

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
    vault = Vault(files.key(folder))
    settings = database(folder)
    settings["NAME"] = str(files.database(folder))
    # what is deleted is overwritten
    settings["OPTIONS"]["init_command"] += " PRAGMA secure_delete=ON;"
    configure(settings, vault, hosts, urls="counteroffer.server.room.urls")
    from django.conf import settings as django

    django.CSRF_FAILURE_VIEW = "counteroffer.server.room.faults.no_token"
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    running.start(vault)


def open_room(folder: Path, course: Catalogue, address: str, *, keep: bool = False, book: bool = False, new_keys: bool = False) -> Opened:
    """Serve `course` to the room of the folder, or to a new one, which has a new key.

    A room that nobody has touched for a day is forgotten, unless `keep`, which counts as a touch. `book` hands the built book to
    phones; `new_keys` withdraws the facilitator's keys of before. Raises VaultError for a room that the folder's key does not open.
    """
    from counteroffer.server.room import face, oblivion, people, store
    from counteroffer.server.room.hub import Hub

    home = House(course, address, Hub(face.snapshot, face.admit), folder / files.KEY)
    if book:
        built, epub = course.root / "_build" / "html", course.root / "_build" / "course.epub"
        home.book = built.resolve() if (built / "index.html").is_file() else None
        home.epub = epub if epub.is_file() else None
    move_in(home)
    forgotten = not keep and oblivion.sweep()
    again = store.row() is not None
    if again:
        store.room()
        key = people.new_key(alone=new_keys)
    else:
        running.now().vault = Vault(files.new_key(folder))
        key = people.make()
    found = store.row()
    return Opened(key, found.code if found else "", again, forgotten)


def serve_room(listening: socket.socket) -> bool:
    """Serve until interrupted, and forget the room when it is a day old; whether there is one when it ends."""
    from django.db import connections

    from counteroffer.server.room import store

    ended = threading.Event()
    try:
        with suppress(KeyboardInterrupt):
            threading.Thread(target=_sweeping, args=(ended,), name="sweeper", daemon=True).start()
            hub = house().hub
            serve(listening, parts={"/events/": hub}, ending=hub.close)
        return store.row() is not None
    finally:
        ended.set()
        connections.close_all()


def _sweeping(ended: threading.Event) -> None:
    from django.db import DatabaseError, connections

    from counteroffer.server.room import oblivion
    from counteroffer.server.writer import Unavailable

    while not ended.wait(_SWEEP):
        # what cannot be deleted now is tried again
        with suppress(Unavailable, DatabaseError):
            oblivion.sweep()
        connections.close_all()

"""What one process serves a room from: the course, the book beside it, the address that phones ask for, and the hub."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from counteroffer.course import Catalogue

if TYPE_CHECKING:
    from counteroffer.server.room.hub import Hub


@dataclass
class House:
    """`address` is where phones find the room, without the last slash; `key` the file with the key that it is sealed by.

    `book` is the folder of the built book, `epub` its file, where they are handed to phones.
    """

    course: Catalogue
    address: str
    hub: Hub
    key: Path | None = None
    book: Path | None = None
    epub: Path | None = None


_now: list[House] = []


def move_in(house: House) -> None:
    """From now on this process serves from it."""
    _now[:] = [house]


def house() -> House:
    """What this process serves from."""
    return _now[0]

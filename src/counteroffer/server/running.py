"""What one serving process holds: its keys, its writer, and the banks that it has opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from counteroffer.language import Language
from counteroffer.server.vault import Vault
from counteroffer.server.writer import Writer

if TYPE_CHECKING:
    from counteroffer.server.bank import Bank
    from counteroffer.server.materials import Shelf

R = TypeVar("R")


@dataclass
class Running:
    """Keys and writer; what new sittings can be made from; `banks` by the id of their sitting."""

    vault: Vault
    writer: Writer
    shelf: Shelf | None = None
    banks: dict[str, Bank] = field(default_factory=dict)

    def language(self, code: str) -> Language:
        """A language with the catalogues of the course that is served from, and the engine's own."""
        if not self.shelf:
            return Language(code)
        # with this come the models of a whole course, which a command for accounts or copies does without
        from counteroffer.course.translation import language_at

        return language_at(self.shelf.root, code)


_now: list[Running] = []


def start(vault: Vault, shelf: Shelf | None = None) -> Running:
    """Begin to write in this process, for whose Django is set up."""
    stop()
    _now.append(Running(vault, Writer(), shelf))
    return _now[0]


def stop() -> None:
    """Write what waits, and end."""
    while _now:
        _now.pop().writer.close()


def now() -> Running:
    """What was started."""
    return _now[0]


def write(change: Callable[[], R]) -> R:
    """As `Writer.write`."""
    return now().writer.write(change)

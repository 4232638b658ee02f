"""What sittings can be made from in the browser: the banks and blueprints that the server was started with, and no other path."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from counteroffer.course import Catalogue, load_course
from counteroffer.course.blueprint import Blueprint
from counteroffer.course.items import Check
from counteroffer.exam.bank import with_bank
from counteroffer.exam.plan import read_blueprint

_OWN = Path("exercises/exam/blueprint.yml")


class Shelf:
    """Banks and blueprints by the names under which an examiner chooses them. Files are read when they are chosen."""

    def __init__(self, root: Path, banks: Sequence[Path], blueprints: Sequence[Path] = ()) -> None:
        self.root = root
        self._banks = _named(banks)
        own = [root / _OWN] if (root / _OWN).exists() else []
        self._blueprints = _named([*own, *blueprints])
        self._course: Catalogue | None = None
        # whoever comes while the course is read waits for it
        self._reading = threading.Lock()

    @property
    def banks(self) -> list[str]:
        """The names of the banks."""
        return list(self._banks)

    @property
    def blueprints(self) -> list[str]:
        """The names of the blueprints."""
        return list(self._blueprints)

    def checks(self, bank: str) -> list[Check]:
        """The items of a bank. Raises KeyError for another name, and CourseError."""
        folder = self._banks[bank]
        with self._reading:
            self._course = self._course or load_course(self.root)
        return list(with_bank(self._course, folder).checks.values())

    def blueprint(self, name: str) -> Blueprint:
        """A blueprint. Raises KeyError for another name, and CourseError."""
        return read_blueprint(self._blueprints[name])


def _named(paths: Sequence[Path]) -> dict[str, Path]:
    """Each path by its last name, with as much before it as tells it from the others."""
    found: dict[str, Path] = {}
    for path in dict.fromkeys(one.resolve() for one in paths):
        parts = 1
        while (name := "/".join(path.parts[-parts:])) in found:
            parts += 1
        found[name] = path
    return found

"""Faults in the content, as data: what is wrong, where it stands and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

# What else a file or a folder holds than what is called as the file is.
_HELD_BY = {
    "objectives.yml": ("objective", "outcome"),
    "sources.bib": ("source", "fact or source"),
    "evidence": ("fact", "fact or source"),
    "glossary.yml": ("word in the glossary",),
    "phase-map.yml": ("phase",),
    "checks": ("item",),
}


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One fault. `line` counts from 1; `file` is relative to the course's root, with forward slashes."""

    file: str
    line: int
    code: str
    message: str
    remedy: str
    level: Literal["error", "warning", "info"] = "error"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.level}: {self.message} {self.remedy} [{self.code}]"


class CourseError(Exception):
    """The content cannot be used. `diagnostics` holds every fault that was found, in file order."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = sorted(set(diagnostics))
        super().__init__("\n".join(map(str, self.diagnostics)))


class Faults:
    """Collects faults while a course is read, so that all are reported at once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._found: list[Diagnostic] = []
        self._lost: set[str] = set()

    def add(self, path: Path, line: int, code: str, message: str, remedy: str) -> None:
        """Note a fault at `line` (from 1) of `path`, a file below the root."""
        file = path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.name
        self._found.append(Diagnostic(file, max(line, 1), code, message, remedy))

    def lose(self, path: Path, *names: str) -> None:
        """Note that a fault keeps a file (or of its content only `names`) out of the course: what is missed for that is no fault of its own."""
        self._lost.update(names or {path.stem, *_HELD_BY.get(path.parent.name, ()), *_HELD_BY.get(path.name, ())})

    def lost(self, *names: str) -> bool:
        """Whether any of these names, or sorts of things, is missing for a fault that was noted already."""
        return not self._lost.isdisjoint(names)

    def known(self, code: str, what: str, name: str, among: Iterable[str], path: Path, line: int) -> bool:
        """Whether `name` is `among` what is known; if not, a fault is noted with the nearest names, unless an earlier fault explains it."""
        among = list(among)
        if name in among:
            return True
        if self.lost(name, what):
            return False
        near = get_close_matches(name, among, n=2)
        remedy = f"Did you mean {' or '.join(f'`{one}`' for one in near)}?" if near else "Correct its name or add it."
        self.add(path, line, code, f"There is no {what} `{name}`.", remedy)
        return False

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

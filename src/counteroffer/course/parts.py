"""One object of a course with the files that it rests on: what a kernel reads to show it, and what makes its notebook's run stale."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from counteroffer.course.diagnostics import Faults
from counteroffer.course.textfile import read_text
from counteroffer.course.yamlfile import read_yaml

What = Literal["check", "case", "explorer", "audit"]

_FILES: dict[What, str] = {
    "check": "exercises/checks/{}.yml",
    "case": "exercises/cases/{}.yml",
    "explorer": "assets/explorers/{}.yml",
    "audit": "assets/offer-audit.yml",
}
_ALWAYS = ("assets/sources.bib", "assets/objectives.yml")


def file_of(root: Path, what: What, name: str = "") -> Path:
    """Where an object stands in its own file."""
    return root / _FILES[what].format(name)


def names_of(root: Path, what: What) -> list[str]:
    """The names of all objects of one sort."""
    return sorted(path.stem for path in file_of(root, what).parent.glob("*.yml"))


def files_behind(root: Path, what: What, name: str = "") -> list[Path]:
    """Every file that an object is shown from: its own, the evidence, the units that it points at."""
    own = file_of(root, what, name)
    found = [*sorted((root / "assets" / "evidence").glob("facts-*.yml")), *(root / file for file in _ALWAYS), own]
    if what == "audit":
        # its phases are those of the map
        found.append(file_of(root, "explorer", "phase-map"))
    if what in ("audit", "check"):
        file = read_yaml(own, Faults(root)) if own.is_file() else None
        units = {name, *(_units(file.data) if file else ())}
        found += sorted(
            path for path in (root / "chapters").rglob("*.md") if path.stem in units or (what == "audit" and _sources(path, root))
        )
    return [path for path in found if path.is_file()]


def _sources(path: Path, root: Path) -> bool:
    """Whether a page is the bibliography, to which the audit leads too."""
    return "{sources}" in (read_text(path, Faults(root)) or "")


def _units(data: object) -> Iterator[str]:
    """Every value of a key `unit`, wherever it stands."""
    if isinstance(data, dict):
        if isinstance(data.get("unit"), str):
            yield data["unit"]
        for part in data.values():
            yield from _units(part)
    elif isinstance(data, list):
        for part in data:
            yield from _units(part)

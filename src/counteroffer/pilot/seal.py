"""A seal: hashes of the sheet and of every answers file, written before a key is read. What is sealed cannot change unseen.

A seal proves something to others once its fingerprint has been told to somebody who does not lead the pilot.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

from pydantic import Field

from counteroffer.course.base import Model
from counteroffer.course.diagnostics import CourseError, Faults
from counteroffer.course.yamlfile import read_yaml, validate
from counteroffer.pilot.answers import RETURNED, read_answers, returned
from counteroffer.pilot.sheet import FILE, read_sheet

SEAL = "seal.json"


class Sealed(Model):
    """A file, the hash of its bytes, and when it was sealed (UTC)."""

    file: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    at: str


class Seal(Model):
    """The file `seal.json`."""

    sealed: list[Sealed]

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that stand for all that is sealed, whenever it was."""
        return hashlib.sha256("\n".join(sorted(f"{one.file} {one.sha256}" for one in self.sealed)).encode()).hexdigest()[:16]


def seal(folder: Path, now: datetime | None = None) -> Seal:
    """Seal the answers that have come back for the sheet in `folder`; those that came later join those that were sealed before.

    No key is read. Raises CourseError where answers cannot be read, or where something has changed since it was sealed.
    """
    known = check_seal(folder, whole=False).sealed if (folder / SEAL).exists() else []
    read_answers(folder, read_sheet(folder))
    at = (now or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")
    names = {one.file for one in known}
    new = [Sealed(file=name, sha256=_hash(path), at=at) for name, path in _files(folder).items() if name not in names]
    made = Seal(sealed=[*known, *new])
    (folder / SEAL).write_text(made.model_dump_json(indent=1) + "\n", encoding="utf-8")
    return made


def check_seal(folder: Path, *, whole: bool = True) -> Seal:
    """The seal of a folder, once everything in it has been found as it was sealed and (`whole`) everything there has been sealed.

    Raises CourseError otherwise.
    """
    faults = Faults(folder.parent)
    path = folder / SEAL
    if not path.exists():
        message, remedy = "These answers have not been sealed.", f"Run `counteroffer pilot seal {folder.name}` before anybody reads a key."
        faults.add(path, 1, "seal-missing", message, remedy)
        raise CourseError(faults)
    file = read_yaml(path, faults)
    found = validate(Seal, file.data, file, faults) if file else None
    files = _files(folder)
    for index, one in enumerate(found.sealed if found and file else []):
        line = file.line(("sealed", index)) if file else 1
        if one.file not in files:
            faults.add(path, line, "seal-lost", f"{one.file} was sealed and is gone.", "Put it back as it was.")
        elif _hash(files[one.file]) != one.sha256:
            message = f"This file has changed since it was sealed at {one.at}."
            faults.add(files[one.file], 1, "seal-broken", message, "Put back the file that was sealed; if it is lost, the sitting is.")
    for name in sorted(files.keys() - {one.file for one in found.sealed}) if found and whole else []:
        faults.add(files[name], 1, "seal-open", "This file came after the seal.", f"Run `counteroffer pilot seal {folder.name}` again.")
    if found is None or len(faults):
        raise CourseError(faults)
    return found


def _files(folder: Path) -> dict[str, Path]:
    return {FILE: folder / FILE} | {f"{RETURNED}/{path.name}": path for path in returned(folder)}


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()

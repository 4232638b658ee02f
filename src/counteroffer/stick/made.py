"""What a stick says of itself: when and from what it was made, and a checksum of every file."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from counteroffer import __version__
from counteroffer.course import Catalogue
from counteroffer.course.fingerprint import course_fingerprint
from counteroffer.stick.wheels import StickError

MADE, SUMS = "made.json", "checksums.txt"


@dataclass(frozen=True)
class Made:
    """The version of the engine, a fingerprint of course and engine, the month of the newest evidence, and the day of making (ISO)."""

    version: str
    course: str
    as_of: str
    day: str

    @classmethod
    def read(cls, stick: Path) -> Made:
        """What a stick says. Raises StickError for a folder that is no stick."""
        path = stick / MADE
        try:
            return cls(**json.loads(path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            raise StickError(f"{stick} is no stick of ours: it has no {MADE}.") from None
        except (ValueError, TypeError):
            raise StickError(f"{path}:1: This file was cut short or altered. Make the stick anew.") from None

    def write(self, stick: Path) -> None:
        """Write it into a stick."""
        (stick / MADE).write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")


def made_today(course: Catalogue, day: str) -> Made:
    """What a stick that is made of a course on a day says of itself."""
    newest = max((front.as_of for _, front in course.units().values()), default="")
    return Made(__version__, course_fingerprint(course.root), newest, day)


def sums(stick: Path) -> str:
    """A line for each file, as `sha256sum` writes and reads it."""
    files = sorted(path for path in stick.rglob("*") if path.is_file() and path.name != SUMS)
    return "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(stick).as_posix()}\n" for path in files)


def damaged(stick: Path) -> list[str]:
    """The files that are missing or not as they were written, and those that nobody wrote. Raises StickError without checksums."""
    listed = stick / SUMS
    if not listed.is_file():
        raise StickError(f"{stick} has no {SUMS}, so nobody can say whether it is whole. Make the stick anew.")
    wanted, there = _by_name(listed.read_text(encoding="utf-8")), _by_name(sums(stick))
    # votes are written while a room runs
    return sorted(name for name in {*wanted, *there} if wanted.get(name) != there.get(name) and not name.startswith("room/votes"))


def _by_name(lines: str) -> dict[str, str]:
    return {name: found for found, _, name in (line.partition("  ") for line in lines.splitlines())}


def age(stick: Made, course: Catalogue) -> str:
    """Whether a stick is older than a course, in words."""
    if stick.course == course_fingerprint(course.root):
        return "It holds this course as it is now."
    newest = max((front.as_of for _, front in course.units().values()), default="")
    if stick.as_of < newest:
        return f"It is older than this course: its evidence is of {stick.as_of}, and the course's of {newest}. Make it anew."
    if stick.as_of > newest:
        return f"It is newer than this course: its evidence is of {stick.as_of}, and the course's of {newest}."
    return f"It was made on {stick.day} of another state of this course. If the course was changed since, make it anew."

"""Putting a stick together: book, EPUB, papers, slides, a page that opens first, and the room."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from counteroffer.course import Catalogue
from counteroffer.course.fingerprint import CONTENT
from counteroffer.handouts.draw import draw
from counteroffer.handouts.packs import packs
from counteroffer.handouts.piece import Edition
from counteroffer.handouts.slides import write_slides
from counteroffer.stick.made import SUMS, Made, made_today, sums
from counteroffer.stick.wheels import StickError, lay_in
from counteroffer.twin.links import in_folder
from counteroffer.twin.templates import environment

HERE = Path(__file__).parent
LAUNCHER = HERE / "launcher"
FIRST = "open-me-first.html"
Say = Callable[[str], None]


@dataclass(frozen=True)
class Parts:
    """Where the book and the EPUB were built; and whether the room's packages are laid in."""

    book: Path
    epub: Path
    room: bool = True


def make(course: Catalogue, out: Path, parts: Parts, say: Say, today: date | None = None) -> Made:
    """Write a stick of `course` into `out`, which is not there yet or is empty.

    Raises StickError, HandoutError, CredentialError, and OSError where it cannot be written.
    """
    if out.exists() and any(out.iterdir()):
        raise StickError(f"{out} is not empty, and nothing is written over. Name a new folder.")
    making = out.with_name(f"{out.name}.making")
    shutil.rmtree(making, ignore_errors=True)
    try:
        made = _put_together(course, making, parts, say, (today or datetime.now(UTC).date()).isoformat())
        if out.exists():
            out.rmdir()
        making.rename(out)
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return made


def _put_together(course: Catalogue, out: Path, parts: Parts, say: Say, day: str) -> Made:
    out.mkdir(parents=True)
    shutil.copytree(parts.book, out / "book")
    shutil.copy(parts.epub, out / "course.epub")
    say("Papers:")
    draw(course, packs(course), out / "papers", Edition(), say)
    if course.sessions:
        say(f"Slides: {len(write_slides(course, out / 'slides'))} decks.")
    if parts.room:
        _room(course.root, out / "room", say)
    made = made_today(course, day)
    made.write(out)
    (out / FIRST).write_text(first_page(course, made, out), encoding="utf-8")
    (out / SUMS).write_text(sums(out), encoding="utf-8")
    return made


def first_page(course: Catalogue, made: Made, stick: Path) -> str:
    """The page that opens first, in plain words."""
    decks = [(path.name, path.stem.replace("-", " ")) for path in sorted((stick / "slides").glob("*.html"))]
    template = environment(course.language, HERE).get_template(FIRST)
    return template.render(course=course, in_folder=in_folder, made=made, decks=decks, room=(stick / "room").is_dir())


def _room(root: Path, out: Path, say: Say) -> None:
    """The launcher, the course, and every package that the room needs."""
    shutil.copytree(LAUNCHER, out, ignore=shutil.ignore_patterns("__pycache__"))
    for name in CONTENT:
        path = root / name
        if path.is_dir():
            # the certification bank and its pilots are nothing for participants
            shutil.copytree(path, out / "course" / name, ignore=shutil.ignore_patterns("bank", "pilots", "searches"))
        elif path.is_file():
            (out / "course").mkdir(exist_ok=True)
            shutil.copy(path, out / "course" / name)
    if not (root / "pyproject.toml").is_file():
        raise StickError(f"{root} is no clone with the engine in it, so no room can be laid in. Leave it out with --no-room.")
    lay_in(root, out / "wheels", say)

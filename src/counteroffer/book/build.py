"""Building the book beside the last good one, and putting it in its place only when nothing was wrong.

A book is a function of the course's files and of the engine. What both were when a book was made is kept beside it, so that an
unchanged course costs a look.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection
from pathlib import Path

from counteroffer.book.work import Format, Outcome, Work
from counteroffer.course.fingerprint import PACKAGE, course_fingerprint, fingerprint, tree_fingerprint
from counteroffer.language import MADE_BY_RULE
from counteroffer.processes import alone

_WAITING = "Another process is building this course; waiting for it to end."
CRASH = "build-crash.txt"
# What Sphinx writes and no reader needs.
_INTERNAL = (".buildinfo", ".buildinfo.bak", "objects.inv", "_sources", "jupyter_execute")


class BuildFault(Exception):  # noqa: N818 (a fault of the content, not an error of ours)
    """The book could not be built. The message names each fault, with file and line where they are known."""


def build_book(root: Path, say: Callable[[str], None] = lambda _: None, languages: Collection[str] = ()) -> Path:
    """Build the course at `root`; returns the folder of the finished book. One process builds at a time; `say` tells of a wait.

    Below it stands a folder for each language of the course (a folder in `locale`) and for each of `languages`: the book in that language.

    Raises BuildFault; the last good book then stays as it was.
    """
    work = Work(root.resolve())
    there = {*languages_of(work.root), *(path.name for path in (work.root / MADE_BY_RULE).glob("*"))}
    if unknown := sorted(set(languages) - there):
        remedy = "Begin it with `counteroffer words update CODE`, or build without it."
        raise BuildFault(f"The course has no translations into `{unknown[0]}`. {remedy}")
    try:
        with alone(work.place, lambda: say(_WAITING)):
            return _build(work, sorted({*languages_of(work.root), *languages}))
    except OSError as error:
        raise BuildFault(cannot_write(work.place, error)) from error


def build_epub(root: Path, say: Callable[[str], None] = lambda _: None) -> Path:
    """Build the course at `root` as an EPUB without scripts; returns the file. Raises BuildFault."""
    work = Work(root.resolve())
    book = work.place / "course.epub"
    try:
        with alone(work.place, lambda: say(_WAITING)):
            run_builder(work, "epub")
            (work.made("epub") / book.name).replace(book)
    except OSError as error:
        raise BuildFault(cannot_write(work.place, error)) from error
    return book


def cannot_write(place: Path, error: OSError) -> str:
    """Why nothing can be made, in words."""
    where = error.filename or place
    return f"{where} cannot be written: {error.strerror or error}. Nothing was built; free the place or make it writable, and build again."


def languages_of(root: Path) -> list[str]:
    """The languages that the course is translated into."""
    return sorted(path.parent.name for path in (root / "locale").glob("*/LC_MESSAGES"))


def _build(work: Work, languages: list[str]) -> Path:
    book, stamp = work.place / "html", work.place / "book.json"
    made_from = _made_from(work.root, languages)
    if book.is_dir() and stamp.is_file() and _read(stamp) == {"made_from": made_from, "book": _contents(book)}:
        return book
    run_builder(work, "html")
    made = leave_out_internals(work.made("html"))
    for language in languages:
        translated = Work(work.root, language)
        run_builder(translated, "html")
        leave_out_internals(translated.made("html")).rename(made / language)
    stamp.unlink(missing_ok=True)
    _put_in_place(made, book)
    if _made_from(work.root, languages) == made_from:
        # else the course was changed meanwhile, and it is not certain which of the two was built
        stamp.write_text(json.dumps({"made_from": made_from, "book": _contents(book)}), encoding="utf-8")
    (work.place / CRASH).unlink(missing_ok=True)
    return book


def _made_from(root: Path, languages: list[str]) -> str:
    made = [path for language in languages for path in sorted((root / MADE_BY_RULE / language).rglob("*.po"))]
    return fingerprint(made, course_fingerprint(root), *languages)


def run_builder(work: Work, form: Format) -> None:
    """Run the builder in a process of its own, which ends with this one. Raises BuildFault."""
    work.folder.mkdir(parents=True, exist_ok=True)
    work.outcome.unlink(missing_ok=True)
    command = [sys.executable, "-m", "counteroffer.book.run", str(work.root), form, work.language]
    # the engine that builds is the engine that notebooks run, wherever their kernels start
    path = os.pathsep.join([str(PACKAGE.parent), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = os.environ | {"NO_COLOR": "1", "PYTHONPATH": path}
    with subprocess.Popen(
        command, cwd=work.root, env=environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as child:
        try:
            stderr = child.stderr.read() if child.stderr else ""
            child.wait()
        finally:
            # an interrupt comes here too; the child is not to go on in the work folder
            child.kill()
    outcome = Outcome.read(work.outcome)
    if outcome.faults:
        raise BuildFault("\n".join(outcome.faults))
    if outcome.crash or child.returncode:
        raise BuildFault(_crashed(work, outcome.crash + stderr))


def _crashed(work: Work, account: str) -> str:
    """A crash is ours: its last line is said, its whole account is kept."""
    kept = work.place / CRASH
    kept.write_text(account, encoding="utf-8")
    lines = [line for line in account.splitlines() if line.strip()]
    return f"The build broke off: {lines[-1].strip() if lines else 'no reason was given'}\nThe whole account is in {kept}."


def leave_out_internals(made: Path) -> Path:
    """Take away what Sphinx writes for itself, and say to hosts what the folder is; returns it."""
    for name in _INTERNAL:
        path = made / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    # hosts that run Jekyll over a site would drop every folder that begins with an underscore
    (made / ".nojekyll").touch()
    return made


def _put_in_place(made: Path, place: Path) -> None:
    old = place.with_name("html.old")
    for leftover in (old, place.with_name("html.new")):
        shutil.rmtree(leftover, ignore_errors=True)
    if place.exists():
        place.rename(old)
    made.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def _contents(book: Path) -> str:
    return tree_fingerprint(book, (path for path in book.rglob("*") if path.is_file()))


def _read(stamp: Path) -> object:
    try:
        return json.loads(stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None

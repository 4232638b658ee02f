"""Building the book beside the last good one, and putting it in its place only when nothing was wrong."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

# Jupyter Book validates its configuration with jsonschema, which compiles a grammar of addresses for seconds where JupyterLab
# has brought the package for it; no setting of ours is an address.
_JUPYTER_BOOK = "import sys; sys.modules['rfc3987_syntax'] = None; from jupyter_book.cli.main import main; main()"


class BuildFault(Exception):  # noqa: N818 (a fault of the content, not an error of ours)
    """The book could not be built. The message names each fault, with file and line where Sphinx knows them."""


def build_book(root: Path, languages: Iterable[str] = ()) -> Path:
    """Build the course at `root` with Jupyter Book; returns the folder of the finished book.

    Below it stands a folder for each language of the course (a folder in `locale`) and for each of `languages`: the book in that language.
    Raises BuildFault; the last good book then stays as it was.
    """
    root = root.resolve()
    # Jupyter Book and its cache work here; only a whole book leaves it
    work = root / "_build" / "work"
    command = [sys.executable, "-c", _JUPYTER_BOOK, "build", str(root), "--path-output", str(work), "-q", "-W", "--keep-going"]
    _run(command, root)
    made = work / "_build" / "html"
    for language in sorted({*languages_of(root), *languages}):
        place = root / "_build" / "languages" / language
        _run([sys.executable, "-m", "counteroffer.book.translated", str(root), language, str(place)], root)
        shutil.rmtree(made / language, ignore_errors=True)
        shutil.copytree(place / "html", made / language)
    return _put_in_place(made, root / "_build" / "html")


def languages_of(root: Path) -> list[str]:
    """The languages that the course is translated into."""
    return sorted(path.parent.name for path in (root / "locale").glob("*/LC_MESSAGES"))


def _run(command: list[str], root: Path) -> None:
    done = subprocess.run(command, capture_output=True, text=True, cwd=root, env=os.environ | {"NO_COLOR": "1"}, check=False)
    if done.returncode:
        raise BuildFault(_faults(done.stdout + done.stderr, root))


def _faults(output: str, root: Path) -> str:
    """The lines of Sphinx's output that name a fault, paths shortened; all of the end when none does."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", output).replace(f"{root}{os.sep}", "")
    marked = re.compile(r"(: (error|warning): .*\[[\w-]+\]$)|(\b(WARNING|ERROR|CRITICAL)\b)|^Extension error|^The course has")
    named = [line for line in plain.splitlines() if marked.search(line)]
    return "\n".join(dict.fromkeys(named)) or "\n".join(plain.splitlines()[-15:])


def _put_in_place(made: Path, place: Path) -> Path:
    new, old = place.with_name("html.new"), place.with_name("html.old")
    for leftover in (new, old):
        shutil.rmtree(leftover, ignore_errors=True)
    shutil.copytree(made, new, ignore=shutil.ignore_patterns(".buildinfo*", "objects.inv", "_sources", "jupyter_execute"))
    if place.exists():
        place.rename(old)
    new.rename(place)
    shutil.rmtree(old, ignore_errors=True)
    return place

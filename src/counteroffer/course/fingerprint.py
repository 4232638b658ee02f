"""Hashes of what a result depends on, so that nothing is made again without need, nor kept when it is stale."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

import counteroffer

PACKAGE = Path(counteroffer.__file__).parent
# What a course is made of, below its root.
CONTENT = ("CHANGELOG.md", "_config.yml", "_static", "_toc.yml", "assets", "chapters", "exercises", "locale", "workshop")
# What is made from the engine's sources, or only tests them.
_MADE = frozenset({"node_modules", "dist", "generated", "__pycache__"})
# An import of ours, whose names may stand on several lines. Reading a module's whole grammar would take ten times as long.
_IMPORT = re.compile(rf"^[ \t]*from ({PACKAGE.name}[\w.]*) import (\([^)]*\)|.*)", re.MULTILINE)
# What pages, pictures and notebooks are made with.
_LIBRARIES = (
    "babel",
    "docutils",
    "ipywidgets",
    "jinja2",
    "jupyter-book",
    "matplotlib",
    "myst-nb",
    "myst-parser",
    "numpy",
    "pybtex",
    "pygments",
    "sphinx",
)


def fingerprint(paths: Iterable[Path], *words: str) -> str:
    """One hash of the names and contents of files, and of `words`."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(f"{path.name}\0".encode() + path.read_bytes() + b"\0")
    digest.update("\0".join(words).encode())
    return digest.hexdigest()[:20]


def tree_fingerprint(root: Path, paths: Iterable[Path], *words: str) -> str:
    """One hash of the places below `root` and the contents of files, and of `words`."""
    digest = hashlib.sha256("\0".join(words).encode())
    for path in sorted(paths):
        digest.update(f"\0{path.relative_to(root).as_posix()}\0{path.stat().st_size}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:20]


def content_files(root: Path, among: Iterable[str] = CONTENT) -> Iterator[Path]:
    """Every file that the course at `root` is made of; hidden ones, and what is no plain file, are no part of it."""
    for name in among:
        top = root / name
        for path in (top, *top.rglob("*")) if top.is_dir() else (top,):
            if path.is_file() and not any(part.startswith(".") for part in path.relative_to(root).parts):
                yield path


@lru_cache(maxsize=1)
def engine_fingerprint() -> str:
    """A hash of the engine's own code, templates and words, on which the outputs of notebooks depend."""
    return fingerprint(path for path in engine_files() if path.suffix in {".py", ".html", ".po"})


@lru_cache(maxsize=1)
def workshop_fingerprint() -> str:
    """A hash of all that makes a book besides its content: the engine with templates, styles and scripts, and the libraries."""
    return tree_fingerprint(PACKAGE, engine_files(), sys.version, *map(version, _LIBRARIES))


def engine_files() -> Iterator[Path]:
    """Every file of the engine that is not made from another."""
    for path in PACKAGE.rglob("*"):
        if path.is_file() and _MADE.isdisjoint(path.relative_to(PACKAGE).parts) and not path.name.startswith("."):
            yield path


def course_fingerprint(root: Path) -> str:
    """A hash of everything that the course at `root` and a book of it depend on."""
    return tree_fingerprint(root, content_files(root), workshop_fingerprint())


@lru_cache(maxsize=64)
def code_behind(module: Path) -> frozenset[Path]:
    """The file of a module of ours, those that it imports of ours, and those that these import in turn."""
    found: set[Path] = set()
    wanted = {module}
    while wanted:
        path = wanted.pop()
        found.add(path)
        wanted |= set(_imported(path)) - found
    return frozenset(found)


@lru_cache(maxsize=256)
def _imported(path: Path) -> tuple[Path, ...]:
    found = []
    for module, named in _IMPORT.findall(path.read_text(encoding="utf-8")):
        for name in (module, *(f"{module}.{part}" for part in re.findall(r"\w+", named))):
            place = PACKAGE.joinpath(*name.split(".")[1:])
            found += [one for one in (place.with_suffix(".py"), place / "__init__.py") if one.is_file()]
    return tuple(found)

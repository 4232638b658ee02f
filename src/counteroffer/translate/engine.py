"""What the engine says, gathered from Python, templates and the learner's script into one catalogue."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from jinja2.ext import babel_extract

import counteroffer
from counteroffer.translate.files import add, new

PACKAGE = Path(counteroffer.__file__).parent
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "gettext": None, "ngettext": (1, 2), "message": None}
SCRIPT = Path("web/src/words")
_PLACE = re.compile(r"\{\w+\}")
Found = tuple[int, str, tuple[str | None, ...], list[str]]


def engine_catalogue() -> Catalog:
    """Every text of the engine, with the places where it is said."""
    catalogue = new()
    for path in sorted(PACKAGE.rglob("*.*")):
        inside = path.relative_to(PACKAGE)
        if method := _method(inside):
            for text, line in _texts(path, method):
                places = _PLACE.search(text if isinstance(text, str) else text[1])
                add(catalogue, text, (inside.as_posix(), line), flags=["python-brace-format"] if places else [])
    return catalogue


def script_texts() -> list[str | tuple[str, ...]]:
    """What the learner's script says; a pair where it counts."""
    return [text for path in sorted((PACKAGE / SCRIPT).glob("*.ts")) for text, _ in _texts(path, "javascript")]


def _method(path: Path) -> Any:
    """How the texts of a file are found; nothing for a file that says none."""
    if "node_modules" in path.parts or path.parts[0] == "translate":
        return None
    if path.suffix == ".ts":
        return "javascript" if path.parent == SCRIPT else None
    return {".py": _python, ".html": babel_extract}.get(path.suffix)


@cache
def _texts(path: Path, method: Any) -> list[tuple[str | tuple[str, ...], int]]:
    """What one file says, by line; no file of the engine changes while it runs."""
    with path.open("rb") as file:
        return [(text, line) for line, text, _comments, _context in extract(method, file, KEYWORDS)]


def _python(file: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[Found]:  # noqa: ARG001
    """Calls in Python, those inside f-strings too, which Babel's own finder passes over before Python 3.12."""
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""
            told = tuple(arg.value if isinstance(arg, ast.Constant) and isinstance(arg.value, str) else None for arg in node.args)
            if name in keywords and told and told[0]:
                yield node.lineno, name, told, []

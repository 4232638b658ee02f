"""Notebooks: what each shows, read from its code without running it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from counteroffer.course.diagnostics import Faults
from counteroffer.course.pages import Page, look
from counteroffer.course.textfile import read_text
from counteroffer.course.units import PARSER, Reference, references_of

_SHOWN = re.compile(r"\b(check|case|explorer)\(\s*[\"']([^\"']*)")
_AUDIT = re.compile(r"\baudit\(\)")


@dataclass(frozen=True)
class Notebook:
    """A page of the book that is run. `shows` are pairs such as ("case", its id); the audit has no id.

    `text` is what its cells of Markdown say, `where` the lines of the file that the lines of the text stand on.
    """

    path: Path
    document: str
    shows: tuple[tuple[str, str], ...]
    text: str = ""
    where: tuple[int, ...] = ()
    references: tuple[Reference, ...] = ()


def read_notebook(path: Path, root: Path, faults: Faults) -> Notebook | None:
    """Read one notebook; None, with a fault noted, if it is none."""
    text = read_text(path, faults)
    if text is None:
        return None
    try:
        data = json.loads(text)
        cells = _cells(data)
    except json.JSONDecodeError as error:
        faults.add(
            path, error.lineno, "notebook-syntax", f"This is no notebook: {error.msg}.", "Take the file from the last version that opened."
        )
        return None
    except (RecursionError, TypeError, AttributeError, KeyError, ValueError):
        remedy = "Open and save it in Jupyter, or take the file from the last version that opened."
        faults.add(path, 1, "notebook-syntax", "This is no notebook of format 4: its cells cannot be found.", remedy)
        return None
    for line, lack in _lacks(data, text):
        faults.add(path, line, "notebook-shape", f"This notebook cannot be shown: {lack}.", "Open it in Jupyter, run it and save it.")
    code = "\n".join(source for kind, source in cells if kind == "code")
    said = "\n\n".join(source for kind, source in cells if kind == "markdown")
    where = tuple(_lines(text, said))
    tokens = PARSER.parse(said)
    look(Page(path, PARSER, faults, "notebook", where), tokens, said)
    references = tuple(replace(one, line=where[one.line - 1]) for one in references_of(tokens) if one.kind == "link")
    shows = [(what, name) for what, name in _SHOWN.findall(code)] + [("audit", "")] * bool(_AUDIT.search(code))
    return Notebook(path, path.relative_to(root).with_suffix("").as_posix(), tuple(dict.fromkeys(shows)), said, where, references)


def line_of(notebook: Notebook, text: str) -> int:
    """The line of the file on which `text` first stands."""
    raw = notebook.path.read_text(encoding="utf-8", errors="replace")
    return raw.count("\n", 0, max(raw.find(text), 0)) + 1


def _lacks(data: dict[str, Any], raw: str) -> Iterator[tuple[int, str]]:
    """What Jupyter writes into every notebook, and the page builder cannot do without; each with its line."""

    def line_at(index: int) -> int:
        return raw.count("\n", 0, max(index, 0)) + 1

    told = _mapping(data.get("metadata"))
    info, kernel = _mapping(told.get("language_info")), _mapping(told.get("kernelspec"))
    if not (info.get("pygments_lexer") or info.get("name") or kernel.get("language")):
        yield line_at(raw.rfind('"metadata"')), "its metadata name no language"
    starts = [match.start() for match in re.finditer(r'"cell_type"', raw)]
    for cell, start in zip(data["cells"], starts, strict=False):
        outputs = cell.get("outputs")
        if cell["cell_type"] not in ("code", "markdown", "raw"):
            yield line_at(start), f"a cell is `{cell['cell_type']}`"
        elif not isinstance(cell.get("metadata"), dict):
            yield line_at(start), "a cell has no metadata"
        elif cell["cell_type"] == "code" and not (isinstance(outputs, list) and all(map(_shown, outputs))):
            yield line_at(start), "a cell has outputs that no page shows"


def _shown(output: Any) -> bool:
    """Whether a page can show an output: a stream, an error, or data of which some are HTML or plain text."""
    told = _mapping(output)
    return told.get("output_type") in ("stream", "error") or not {"text/html", "text/plain"}.isdisjoint(_mapping(told.get("data")))


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _lines(raw: str, said: str) -> Iterator[int]:
    """For each line of a text the line of the raw file that it stands on: Jupyter writes every line as a string of its own."""
    at = 0
    for line in said.splitlines() or [""]:
        found = raw.find(json.dumps(line, ensure_ascii=False)[1:-1], at)
        at = max(found, at)
        yield raw.count("\n", 0, at) + 1


def _cells(data: dict[str, Any]) -> list[tuple[str, str]]:
    """The kind and the text of every cell."""
    if data["nbformat"] != 4:
        raise ValueError("another format")
    cells = data["cells"]
    if not isinstance(cells, list) or not cells:
        raise TypeError("no cells")
    return [(cell["cell_type"], "".join(cell["source"])) for cell in cells]

"""Notebooks: what each shows, read from its code without running it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from counteroffer.course.diagnostics import Faults
from counteroffer.course.textfile import read_text

_SHOWN = re.compile(r"\b(check|case|explorer)\(\s*[\"']([^\"']*)")
_AUDIT = re.compile(r"\baudit\(\)")


@dataclass(frozen=True)
class Notebook:
    """A page of the book that is run. `shows` are pairs such as ("case", its id); the audit has no id."""

    path: Path
    document: str
    shows: tuple[tuple[str, str], ...]


def read_notebook(path: Path, root: Path, faults: Faults) -> Notebook | None:
    """Read one notebook; None, with a fault noted, if it is none."""
    text = read_text(path, faults)
    if text is None:
        return None
    try:
        code = _code(json.loads(text))
    except json.JSONDecodeError as error:
        faults.add(
            path, error.lineno, "notebook-syntax", f"This is no notebook: {error.msg}.", "Take the file from the last version that opened."
        )
        return None
    except (RecursionError, TypeError, AttributeError, KeyError, ValueError):
        remedy = "Open and save it in Jupyter, or take the file from the last version that opened."
        faults.add(path, 1, "notebook-syntax", "This is no notebook of format 4: its cells cannot be found.", remedy)
        return None
    shows = [(what, name) for what, name in _SHOWN.findall(code)] + [("audit", "")] * bool(_AUDIT.search(code))
    return Notebook(path, path.relative_to(root).with_suffix("").as_posix(), tuple(dict.fromkeys(shows)))


def line_of(notebook: Notebook, text: str) -> int:
    """The line of the file on which `text` first stands."""
    raw = notebook.path.read_text(encoding="utf-8", errors="replace")
    return raw.count("\n", 0, max(raw.find(text), 0)) + 1


def _code(data: dict[str, object]) -> str:
    if data["nbformat"] != 4:
        raise ValueError("another format")
    cells = data["cells"]
    if not isinstance(cells, list) or not cells:
        raise TypeError("no cells")
    sources = [cell["source"] for cell in cells if cell["cell_type"] == "code"]
    return "\n".join("".join(source) for source in sources)

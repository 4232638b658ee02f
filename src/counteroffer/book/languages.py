"""A book in another language than the course's own: the page builder's settings for it, and its notebooks."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from counteroffer.book.course import course_of
from counteroffer.course import Catalogue
from counteroffer.course.translation import language_at
from counteroffer.figures.every_explorer import explorers
from counteroffer.figures.kept import folder_of, frames_of
from counteroffer.language import BASE
from counteroffer.language.catalogues import compile_into
from counteroffer.twin import NoLinks, NotebookLinks, audit_html, case_html, check_html, explorer_html

COMPILED = "_build/compiled"
_SHOWN = re.compile(r"\b(?P<what>check|case|explorer|audit)\((?:\s*[\"'](?P<name>[a-z0-9-]+))?")


def settings(root: Path, code: str) -> dict[str, Any]:
    """What the page builder must be told to build the course at `root` in a language; its catalogues are compiled for it.

    Notebooks are not run: what they show is put in their stored outputs' place, in the language.
    """
    if code == BASE:
        return {}
    compile_into(root / COMPILED, code, language_at(root, code).folders)
    return {
        "language": code,
        "locale_dirs": [COMPILED],
        "gettext_compact": False,
        "nb_execution_mode": "off",
        # a translator may need a reference fewer, or more
        "suppress_warnings": ["i18n.inconsistent_references"],
    }


def setup(app: Sphinx) -> None:
    """Look at every notebook as it is read."""
    app.connect("source-read", _speak)


def _speak(app: Sphinx, document: str, source: list[str]) -> None:
    course = course_of(app)
    if course.language.code == BASE or Path(app.env.doc2path(document)).suffix != ".ipynb":
        return
    notebook = json.loads(source[0])
    for cell in notebook["cells"]:
        found = _SHOWN.search("".join(cell["source"])) if cell["cell_type"] == "code" else None
        for output in cell.get("outputs", []) if found else []:
            if found and "text/html" in output.get("data", {}):
                output["data"]["text/html"] = _face(course, found["what"], found["name"])
    source[0] = json.dumps(notebook)


def _face(course: Catalogue, what: str, name: str) -> str:
    """What a notebook shows, as its own kernel would."""
    match what:
        case "check":
            return check_html(course, course.checks[name], NoLinks())
        case "case":
            return case_html(course, course.cases[name], NoLinks())
        case "explorer":
            explorer = explorers(course)[name]
            return explorer_html(course, explorer, frames_of(explorer, folder_of(course.root)), NoLinks())
        case _ if course.audit:
            return audit_html(course, course.audit, NotebookLinks(course))
        case _:
            return ""

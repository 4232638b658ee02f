"""Scripts and styles: the learner's script only where an interactive stands, a few lines for the sidebar on every page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from counteroffer.book.course import course_of
from counteroffer.book.directives import part
from counteroffer.web.bundle import asset


def setup(app: Sphinx) -> None:
    """Copy the scripts into the book and put each on the pages that need it."""
    app.connect("config-inited", _copy, priority=900)
    app.connect("html-page-context", _scripts, priority=900)


def _copy(app: Sphinx, config: Config) -> None:
    folder = Path(app.doctreedir) / "course-data"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "course.js").write_text(f"window.counterofferCourse={_course(app)};", encoding="utf-8")
    for script in ("learner.js", "audit.js", "progress.js"):
        (folder / script).write_text(asset(script), encoding="utf-8")
    config.html_static_path.append(str(folder))


def _course(app: Sphinx) -> str:
    """What the script must know of the course to show progress: pages of units and cases, and how much there is in each."""
    course = course_of(app)
    units = {
        name: {
            "title": chapter.title,
            "number": front.number,
            "url": f"{chapter.document}.html",
            "items": len(course.checks[name].items) if name in course.checks else 0,
        }
        for name, (chapter, front) in course.units().items()
    }
    # a case or explorer has a page of its own, made from its notebook
    cases = {name: _page(name, case.title) | {"endings": len(case.endings)} for name, case in course.cases.items()}
    explorers = {name: _page(name, explorer.title) for name, explorer in course.explorers.items()}
    if course.audit:
        explorers[course.audit.explorer] = _page(course.audit.explorer, course.audit.title)
    everything = {"units": units, "cases": cases, "explorers": explorers}
    return json.dumps(everything, separators=(",", ":"), ensure_ascii=False, sort_keys=True)


def _page(name: str, title: str) -> dict[str, Any]:
    return {"title": title, "url": f"exercises/{name}.html"}


def _scripts(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:  # noqa: ARG001
    app.add_js_file("course.js", loading_method="defer")
    app.add_js_file("progress.js", loading_method="defer")
    found = _interactives(doctree) if doctree is not None else set()
    if found - {"audit"}:
        app.add_js_file("learner.js", loading_method="defer")
    if "audit" in found:
        app.add_js_file("audit.js", loading_method="defer")


def _interactives(doctree: nodes.document) -> set[str]:
    """What stands on a page that a script makes live: parts set by directives, and what notebooks have shown."""
    placed = {str(node["what"]) for node in doctree.findall(part) if node["live"]}
    return placed.union(*(re.findall(r'data-co="(\w+)"', node.astext()) for node in doctree.findall(nodes.raw)))

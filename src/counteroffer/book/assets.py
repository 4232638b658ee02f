"""Scripts: the learner's only where an interactive stands, the frame and the marks of progress on every page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from counteroffer.book.addresses import PageLinks
from counteroffer.book.course import course_of, for_browsers
from counteroffer.book.directives import part
from counteroffer.exam import practice_forms
from counteroffer.language import BASE
from counteroffer.translate.script import words_script
from counteroffer.twin.bank import bank_scripts
from counteroffer.twin.outline import items_outline, pages_outline
from counteroffer.web.bundle import asset

OWN_SCRIPT = {
    "record": "record.js",
    "practice": "practice.js",
    "exam": "exam.js",
    "audit": "audit.js",
    "case": "case.js",
    "timeline": "timeline.js",
    "verify": "verify.js",
}
# What the script says in another language than its own; it stands before the scripts that say it.
WORDS_SCRIPT = "words.js"
NEEDS_ITEMS = {"record", "practice", "exam"}
# These bring neither frame nor marks of progress: what they carry besides is heavy enough.
ALONE = {"verify"}
# `older.js` is loaded by the others where a record of version 1 stands.
SCRIPTS = ("learner.js", "reading.js", "older.js", "measures.js", *OWN_SCRIPT.values())


def setup(app: Sphinx) -> None:
    """Copy the scripts into the book and put each on the pages that need it."""
    # what the records of learners are kept under: another id or edition line begins new ones
    app.add_config_value("counteroffer_course", "", "html", [str])
    app.add_config_value("counteroffer_edition", "1", "html", [str])
    app.connect("config-inited", _place, priority=900)
    app.connect("builder-inited", _write)
    app.connect("html-page-context", _scripts, priority=900)
    app.connect("build-finished", _bank)


def scripts_folder(app: Sphinx) -> Path:
    """Where scripts are made, before they stand in the book."""
    return Path(app.doctreedir) / "course-data"


def _place(app: Sphinx, config: Config) -> None:
    config.html_static_path.append(str(scripts_folder(app)))


def _write(app: Sphinx) -> None:
    if not for_browsers(app):
        return
    folder = scripts_folder(app)
    folder.mkdir(parents=True, exist_ok=True)
    course, config, address = course_of(app), app.config, app.builder.get_target_uri
    told = {"id": _identity(config), "edition": config.counteroffer_edition, **pages_outline(course, address)}
    (folder / "course.js").write_text(f"window.counterofferCourse={_json(told)};", encoding="utf-8")
    items = items_outline(course, address)
    # the script knows the items of a form by their places among the ids of all, sorted
    place = {name: index for index, name in enumerate(sorted(items["items"]))}
    items["forms"] = [[place[name] for name in form] for form in practice_forms(course)]
    (folder / "items.js").write_text(f"window.counterofferItems={_json(items)};", encoding="utf-8")
    for script in SCRIPTS:
        (folder / script).write_text(asset(script), encoding="utf-8")
    words = folder / WORDS_SCRIPT
    if course.language.code == BASE:
        words.unlink(missing_ok=True)
    else:
        words.write_text(words_script(course.language), encoding="utf-8")


def _identity(config: Config) -> str:
    """The course's id, under which a browser keeps its records: as configured, else made from the title."""
    return str(config.counteroffer_course or re.sub(r"\W+", "-", str(config.html_title or "course").lower()).strip("-"))


def _json(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False, sort_keys=True)


def _bank(app: Sphinx, exception: Exception | None) -> None:
    folder, page = Path(app.outdir) / "bank", course_of(app).page_of("", "practice")
    if exception or not for_browsers(app) or page is None:
        return
    folder.mkdir(exist_ok=True)
    written = set()
    for name, text in bank_scripts(course_of(app), PageLinks(app.builder, page)):
        (folder / name).write_text(text, encoding="utf-8")
        written.add(name)
    for path in folder.iterdir():
        if path.name not in written:
            path.unlink()


def _scripts(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:  # noqa: ARG001
    spoken = [] if course_of(app).language.code == BASE else [WORDS_SCRIPT]
    for script in ("course.js", *spoken, *_of_page(page, doctree)) if for_browsers(app) else ():
        app.add_js_file(script, loading_method="defer")


def _of_page(page: str, doctree: nodes.document | None) -> list[str]:
    """The scripts of what stands on a page; each brings the frame and the marks of progress, which a page without interactives needs alone.

    Reporting, practising, the audit, cases, the timeline and the search have scripts of their own, so that other pages need not carry them.
    """
    if doctree is None:
        # the search page's own stands in its template: it is written when all pages are
        return [] if page == "search" else ["reading.js"]
    placed = {str(node["what"]) for node in doctree.findall(part) if node["live"]}
    found = placed.union(*(re.findall(r'data-co="(\w+)"', node.astext()) for node in doctree.findall(nodes.raw)))
    scripts = [script for what, script in OWN_SCRIPT.items() if what in found]
    if found & NEEDS_ITEMS:
        scripts.insert(0, "items.js")
    if found - set(OWN_SCRIPT):
        scripts.append("learner.js")
    return [*scripts, "reading.js"] if found <= ALONE else scripts

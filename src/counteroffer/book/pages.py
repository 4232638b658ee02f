"""A book built in steps is the book that would be built at once: every page is written each time, and what is gone is taken away.

What Sphinx keeps between builds is the text of pages that it has read. A page's own text may draw on the course's data, on the
order of pages and on the engine: when any of these has changed, all are read again, else those whose own text has changed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from counteroffer.book.notebooks import forget_run, inputs
from counteroffer.course.fingerprint import CONTENT, content_files, engine_fingerprint, fingerprint, tree_fingerprint


def setup(app: Sphinx) -> None:
    """Watch what pages are made of, and what the book holds."""
    app.add_config_value("counteroffer_ground", "", "env")
    app.connect("config-inited", _ground)
    app.connect("builder-inited", _write_every_page)
    app.connect("env-get-outdated", _changed)
    app.connect("html-page-context", _note, priority=950)
    app.connect("build-finished", _take_away)


def _ground(app: Sphinx, config: Config) -> None:
    """A value that changes, and has all pages read again, with everything that a page may draw on besides its own text."""
    root = Path(app.srcdir)
    data = content_files(root, (name for name in CONTENT if name not in ("chapters", "_static")))
    config.counteroffer_ground = tree_fingerprint(root, (path for path in data if path.suffix != ".ipynb"), engine_fingerprint())


def _write_every_page(app: Sphinx) -> None:
    # by its address, its title or its place in the order, any page may stand on any other
    app.builder.get_outdated_docs = lambda: "every page"  # type: ignore[method-assign]
    app.builder.counteroffer_written = set()  # type: ignore[attr-defined]


def _changed(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> list[str]:  # noqa: ARG001
    """Pages whose text is not what it was, whatever the date of the file; runs of notebooks that show something else now."""
    root = Path(app.srcdir).resolve()
    kept = Path(app.doctreedir) / "read.json"
    before = json.loads(kept.read_text(encoding="utf-8")) if kept.is_file() else {}
    now, stale = {}, []
    for document in sorted(env.found_docs):
        path = Path(env.doc2path(document))
        notebook = path.suffix == ".ipynb"
        now[document] = fingerprint(inputs(path, root), engine_fingerprint()) if notebook else fingerprint([path])
        if before.get(document) != now[document]:
            stale.append(document)
            if notebook:
                forget_run(app, path)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(now, indent=1), encoding="utf-8")
    return stale


def _note(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:  # noqa: ARG001
    app.builder.counteroffer_written.add(Path(app.builder.get_outfilename(page)))  # type: ignore[attr-defined]


def _take_away(app: Sphinx, exception: Exception | None) -> None:
    """Take away pages that this build did not write: they are of an earlier book in the same folder."""
    if exception or app.builder.name != "html":
        return
    for path in Path(app.outdir).rglob("*.html"):
        if path not in app.builder.counteroffer_written:  # type: ignore[attr-defined]
            path.unlink()

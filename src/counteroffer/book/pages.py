"""Pages are read anew when what they say may have changed.

What Sphinx keeps between builds is the text of pages that it has read. A page's own text may draw on the course's data, on the
order of pages and on the engine: when any of these has changed, all are read again, else those whose own text has changed.
"""

from __future__ import annotations

import json
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from counteroffer.book.notebooks import forget_run, inputs
from counteroffer.course.fingerprint import CONTENT, content_files, engine_fingerprint, fingerprint, tree_fingerprint


def setup(app: Sphinx) -> None:
    """Watch what pages are made of."""
    app.add_config_value("counteroffer_ground", "", "env")
    app.connect("config-inited", _ground)
    app.connect("env-get-outdated", _changed)


def texts_read(app: Sphinx) -> dict[str, str]:
    """A hash of the text of each page as it was last read."""
    kept = _texts(app)
    found: dict[str, str] = json.loads(kept.read_text(encoding="utf-8")) if kept.is_file() else {}
    return found


def _texts(app: Sphinx) -> Path:
    return Path(app.doctreedir) / "read.json"


def _ground(app: Sphinx, config: Config) -> None:
    """A value that changes, and has all pages read again, with everything that a page may draw on besides its own text."""
    root = Path(app.srcdir)
    data = content_files(root, (name for name in CONTENT if name not in ("chapters", "_static")))
    config.counteroffer_ground = tree_fingerprint(root, (path for path in data if path.suffix != ".ipynb"), engine_fingerprint())


def _changed(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> list[str]:  # noqa: ARG001
    """Pages whose text is not what it was, whatever the date of the file; runs of notebooks that show something else now."""
    root = Path(app.srcdir).resolve()
    before = texts_read(app)
    now, stale = {}, []
    for document in sorted(env.found_docs):
        path = Path(env.doc2path(document))
        notebook = path.suffix == ".ipynb"
        now[document] = fingerprint(inputs(path, root), engine_fingerprint()) if notebook else fingerprint([path])
        if before.get(document) != now[document]:
            stale.append(document)
            if notebook:
                forget_run(app, path)
    kept = _texts(app)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(now, indent=1), encoding="utf-8")
    return stale

"""Pages are read anew when what they say may have changed.

What Sphinx keeps between builds is the text of pages that it has read. A page's own text may draw on the course's data, on the
order of pages and on the engine: when any of these has changed, all are read again, else those whose own text has changed.
"""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from counteroffer.book.notebooks import forget_runs, inputs
from counteroffer.course.fingerprint import CONTENT, content_files, engine_fingerprint, fingerprint, tree_fingerprint
from counteroffer.course.kept import Kept


def setup(app: Sphinx) -> None:
    """Watch what pages are made of."""
    app.add_config_value("counteroffer_ground", "", "env")
    app.connect("config-inited", _ground)
    app.connect("env-get-outdated", _changed)


def texts_read(app: Sphinx) -> dict[str, str]:
    """A hash of the text of each page as it was last read."""
    found: dict[str, str] = Kept(Path(app.doctreedir)).find("texts", "read") or {}
    return found


def _ground(app: Sphinx, config: Config) -> None:
    """A value that changes, and has all pages read again, with everything that a page may draw on besides its own text."""
    root = Path(app.srcdir)
    data = content_files(root, (name for name in CONTENT if name not in ("chapters", "_static")))
    config.counteroffer_ground = tree_fingerprint(root, (path for path in data if path.suffix != ".ipynb"), engine_fingerprint())


def _changed(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> list[str]:  # noqa: ARG001
    """Pages whose text is not what it was, whatever the date of the file; runs of notebooks that show something else now."""
    root, before = Path(app.srcdir).resolve(), texts_read(app)
    paths = {document: Path(env.doc2path(document)) for document in sorted(env.found_docs)}
    notebooks = {
        document: fingerprint(inputs(path, root), engine_fingerprint()) for document, path in paths.items() if path.suffix == ".ipynb"
    }
    forget_runs(app, notebooks)
    now = {document: notebooks.get(document) or fingerprint([path]) for document, path in paths.items()}
    Kept(Path(app.doctreedir)).keep("texts", "read", now)
    return [document for document, text in now.items() if before.get(document) != text]

"""Notebooks are executed when what they show has changed, and only then.

myst-nb's cache knows a notebook by its code. Ours show a case or an explorer whose data stands in another file, so its cached
run is dropped when that file, the evidence or the engine has changed.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from jupyter_cache import get_cache
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from counteroffer.course.fingerprint import engine_fingerprint, fingerprint

_SHOWN = re.compile(r"\b(check|case|explorer)\(\s*\\?[\"']([a-z0-9-]+)")
_AUDIT = re.compile(r"\baudit\(\)")
_FILES = {"check": "exercises/checks/{}.yml", "case": "exercises/cases/{}.yml", "explorer": "assets/explorers/{}.yml"}


def setup(app: Sphinx) -> None:
    """Look for stale notebooks before any page is read."""
    app.connect("env-get-outdated", _stale)


def inputs(notebook: Path, root: Path) -> list[Path]:
    """The files that a notebook's outputs depend on, besides the engine."""
    text = notebook.read_text(encoding="utf-8")
    named = [root / _FILES[what].format(name) for what, name in _SHOWN.findall(text)]
    if _AUDIT.search(text):
        named.append(root / "assets" / "offer-audit.yml")
    return [
        notebook,
        *(path for path in named if path.is_file()),
        root / "assets" / "sources.bib",
        *(root / "assets" / "evidence").glob("*.yml"),
    ]


def _stale(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> list[str]:  # noqa: ARG001
    root = Path(app.srcdir).resolve()
    kept = Path(app.doctreedir) / "notebook-inputs.json"
    before = json.loads(kept.read_text(encoding="utf-8")) if kept.is_file() else {}
    now, stale = {}, []
    for document in sorted(env.found_docs):
        path = Path(env.doc2path(document))
        if path.suffix == ".ipynb":
            now[document] = fingerprint(inputs(path, root), engine_fingerprint())
            if before.get(document) != now[document]:
                stale.append(document)
                _forget(_cache_folder(app), path)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(now, indent=1), encoding="utf-8")
    return stale


def _cache_folder(app: Sphinx) -> Path:
    """Where myst-nb keeps its runs: where it is told to, else beside the output (its own rule)."""
    return Path(app.config.nb_execution_cache_path or Path(app.outdir).parent / ".jupyter_cache")


def _forget(folder: Path, notebook: Path) -> None:
    if not folder.is_dir():
        return
    cache = get_cache(folder)
    for record in cache.list_cache_records():
        if Path(record.uri) == notebook:
            cache.remove_cache(record.pk)

"""Notebooks are executed when what they show has changed, and only then.

myst-nb's cache knows a notebook by its code. Ours show a case or an explorer whose data stands in another file, so its cached
run is dropped when that file, the evidence or the engine has changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import cast

from jupyter_cache import get_cache
from sphinx.application import Sphinx

from counteroffer.course.diagnostics import Faults
from counteroffer.course.kept import Kept
from counteroffer.course.notebooks import read_notebook
from counteroffer.course.parts import What, files_behind


def inputs(path: Path, root: Path) -> list[Path]:
    """The files that a notebook's outputs depend on, besides the engine: itself, and those behind what it shows."""
    notebook = read_notebook(path, root, Faults(root))
    shows = notebook.shows if notebook else ()
    return [path, *dict.fromkeys(file for what, name in shows for file in files_behind(root, cast("What", what), name))]


def forget_runs(app: Sphinx, now: Mapping[str, str]) -> None:
    """Take away the kept runs of notebooks that would show something else `now`, by a hash of each one's inputs, so that they are run again.

    What runs were of is kept with them, since books in several formats share them.
    """
    folder = _cache_folder(app)
    kept = Kept(folder)
    before = kept.find("runs", "inputs") or {}
    for document, hashed in now.items():
        if before.get(document) != hashed and folder.is_dir():
            _forget(folder, Path(app.env.doc2path(document)))
    if now:
        kept.keep("runs", "inputs", now)


def _forget(folder: Path, notebook: Path) -> None:
    # it is found as myst-nb finds it, by the notebook's code: its path is another one where the folder was moved or copied
    cache = get_cache(folder)
    # a notebook that was never run, or cannot be read, has no run to be taken away
    with suppress(KeyError, ValueError):
        cache.remove_cache(cache.match_cache_file(str(notebook)).pk)


def _cache_folder(app: Sphinx) -> Path:
    """Where myst-nb keeps its runs: where it is told to, else beside the output (its own rule)."""
    return Path(app.config.nb_execution_cache_path or Path(app.outdir).parent / ".jupyter_cache")

"""Notebooks are executed when what they show has changed, and only then.

myst-nb's cache knows a notebook by its code. Ours show a case or an explorer whose data stands in another file, so its cached
run is dropped when that file, the evidence or the engine has changed.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import cast

from jupyter_cache import get_cache
from sphinx.application import Sphinx

from counteroffer.course.diagnostics import Faults
from counteroffer.course.notebooks import read_notebook
from counteroffer.course.parts import What, files_behind


def inputs(path: Path, root: Path) -> list[Path]:
    """The files that a notebook's outputs depend on, besides the engine: itself, and those behind what it shows."""
    notebook = read_notebook(path, root, Faults(root))
    shows = notebook.shows if notebook else ()
    return [path, *dict.fromkeys(file for what, name in shows for file in files_behind(root, cast("What", what), name))]


def forget_run(app: Sphinx, notebook: Path) -> None:
    """Take the kept run of a notebook away, so that it is run again.

    It is found as myst-nb finds it, by the notebook's code: its path is another one where the folder was moved or copied.
    """
    folder = _cache_folder(app)
    if not folder.is_dir():
        return
    cache = get_cache(folder)
    # a notebook that was never run, or cannot be read, has no run to be taken away
    with suppress(KeyError, ValueError):
        cache.remove_cache(cache.match_cache_file(str(notebook)).pk)


def _cache_folder(app: Sphinx) -> Path:
    """Where myst-nb keeps its runs: where it is told to, else beside the output (its own rule)."""
    return Path(app.config.nb_execution_cache_path or Path(app.outdir).parent / ".jupyter_cache")

"""Runs of notebooks that are kept: one whose case has changed is taken away, wherever it was made."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import nbformat
from jupyter_cache import get_cache
from sphinx.application import Sphinx

from counteroffer.book.notebooks import forget_run


def notebook(path: Path, code: str) -> Path:
    path.parent.mkdir()
    cell = nbformat.v4.new_code_cell(code, execution_count=1)
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), path)
    return path


def test_a_run_is_taken_away_where_the_folder_was_moved_since(tmp_path: Path) -> None:
    made = notebook(tmp_path / "first" / "a-case.ipynb", "case('a-case')")
    other = notebook(tmp_path / "second" / "b-case.ipynb", "case('b-case')")
    folder = tmp_path / "kept"
    cache = get_cache(folder)
    for path in (made, other):
        cache.cache_notebook_file(str(path), uri=str(path))
    app = cast("Sphinx", SimpleNamespace(config=SimpleNamespace(nb_execution_cache_path=str(folder)), outdir=str(tmp_path)))
    moved = Path(shutil.copytree(made.parent, tmp_path / "moved")) / made.name
    forget_run(app, moved)
    assert [record.uri for record in get_cache(folder).list_cache_records()] == [str(other)]
    forget_run(app, moved)

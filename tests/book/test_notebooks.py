"""Runs of notebooks that are kept: one whose case has changed is taken away, wherever it was made."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import nbformat
from jupyter_cache import get_cache
from sphinx.application import Sphinx

from counteroffer.book.notebooks import forget_runs


def notebook(path: Path, code: str) -> Path:
    path.parent.mkdir()
    cell = nbformat.v4.new_code_cell(code, execution_count=1)
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), path)
    return path


def test_a_run_is_taken_away_where_the_folder_was_moved_since_and_once(tmp_path: Path) -> None:
    made = notebook(tmp_path / "first" / "a-case.ipynb", "case('a-case')")
    other = notebook(tmp_path / "second" / "b-case.ipynb", "case('b-case')")
    folder = tmp_path / "kept"
    cache = get_cache(folder)

    def runs() -> list[str]:
        return [record.uri for record in get_cache(folder).list_cache_records()]

    def forget(**now: str) -> None:
        env = SimpleNamespace(doc2path={"moved": str(moved), "other": str(other)}.__getitem__)
        app = SimpleNamespace(config=SimpleNamespace(nb_execution_cache_path=str(folder)), outdir=str(tmp_path), env=env)
        forget_runs(cast("Sphinx", app), now)

    moved = Path(shutil.copytree(made.parent, tmp_path / "moved")) / made.name
    forget(moved="a case", other="another")
    for path in (made, other):
        cache.cache_notebook_file(str(path), uri=str(path))
    forget(moved="a case", other="another")
    assert runs() == [str(made), str(other)], "what runs were of stands with them"
    forget(moved="the case, changed", other="another")
    assert runs() == [str(other)]
    forget(moved="the case, changed again", other="another")
    assert runs() == [str(other)]

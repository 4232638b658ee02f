"""Books made in a test's own process, which has Sphinx loaded after the first; how a process of its own makes one is tested in `test_builds.py`."""

from __future__ import annotations

from pathlib import Path

from counteroffer.book.build import leave_out_internals
from counteroffer.book.run import run
from counteroffer.book.work import Outcome, Work


def made(root: Path) -> Path:
    """The folder of the book of the course at `root` as it stands; what was kept of an earlier one is used, as every build does."""
    work = Work(root)
    work.folder.mkdir(parents=True, exist_ok=True)
    assert run(work, "html") == Outcome()
    return leave_out_internals(work.made("html"))

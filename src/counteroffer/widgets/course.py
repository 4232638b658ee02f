"""Which course a notebook belongs to: the nearest folder above it that holds one."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from counteroffer.course import Catalogue, load_course


def course_root(start: Path | None = None) -> Path:
    """The nearest folder at or above `start` (the working folder) with `assets/objectives.yml`.

    Raises FileNotFoundError when there is none.
    """
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if (folder / "assets" / "objectives.yml").is_file():
            return folder
    raise FileNotFoundError(f"No course stands at or above {start}: open the notebook in the course's folder.")


@lru_cache(maxsize=4)
def load(root: Path) -> Catalogue:
    """The course at `root`, read once a session. Raises CourseError.

    Cases are not proven here: a kernel shows a case as it stands, and `check`, `build` and `review` prove it.
    """
    return load_course(root, prove=False)

"""Which course a notebook belongs to, and of that course what one object needs: a kernel that shows a case reads no chapter."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from counteroffer.course import Catalogue
from counteroffer.course.load import load_part
from counteroffer.course.parts import What, file_of, files_behind, names_of


def course_root(start: Path | None = None) -> Path:
    """The nearest folder at or above `start` (the working folder) with `assets/objectives.yml`.

    Raises FileNotFoundError when there is none.
    """
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if (folder / "assets" / "objectives.yml").is_file():
            return folder
    raise FileNotFoundError(f"No course stands at or above {start}: open the notebook in the course's folder.")


@lru_cache(maxsize=16)
def load(root: Path, what: What, name: str = "") -> Catalogue:
    """The part of the course at `root` that one object is shown from, read once a session.

    Raises KeyError when there is no such object, CourseError when its files have faults. Cases are not proven here: a kernel
    shows a case as it stands, and `check`, `build` and `review` prove it.
    """
    if not file_of(root, what, name).is_file():
        if what == "audit":
            raise KeyError("This course has no audit: assets/offer-audit.yml is missing.")
        raise KeyError(f"There is no {what} {name!r}. There are: {', '.join(names_of(root, what))}.")
    return load_part(root, files_behind(root, what, name))

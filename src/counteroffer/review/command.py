"""`counteroffer review`: the editor that never sleeps."""

from __future__ import annotations

from pathlib import Path

from counteroffer.course import Catalogue, CourseError
from counteroffer.review.report import review


def run(root: Path, today: str | None = None) -> tuple[str, int]:
    """The printed review of the course below `root`, and the exit status.

    0: nothing that must be mended; 1: a rule of level error is broken; 2: the course itself cannot be read.
    """
    try:
        course = Catalogue.load(root)
    except CourseError as error:
        return str(error), 2
    report = review(course, today)
    return "\n".join(report.lines()), int(report.failed())

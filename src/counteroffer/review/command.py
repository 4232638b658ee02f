"""`counteroffer review`: the editor that never sleeps."""

from __future__ import annotations

from pathlib import Path

from counteroffer.course import Catalogue, CourseError
from counteroffer.review.items.figures import lines
from counteroffer.review.manuscript import read_manuscript
from counteroffer.review.report import review, review_manuscript


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


def run_items(course: Catalogue) -> tuple[str, int]:
    """The printed review of a course's items alone, the figures of the bank before it, and the exit status as above."""
    report = review_manuscript(read_manuscript(course), "items")
    figures = "\n".join(lines(list(course.checks.values())))
    findings = "\n".join(report.lines()).strip("\n")
    return f"{figures}\n\n{findings}", int(report.failed())

"""`counteroffer review`: the editor that never sleeps."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from counteroffer.course import Catalogue, CourseError, load_course
from counteroffer.course.case_walk import walk
from counteroffer.review.cases import numbers as of_cases
from counteroffer.review.items import numbers as of_items
from counteroffer.review.manuscript import read_manuscript
from counteroffer.review.report import review, review_manuscript

# The packages of the extra for reviewers, of which two are under the GPL and so no part of the course.
NEEDED = {"codespell_lib": "codespell", "sklearn": "scikit-learn", "textstat": "textstat"}
# The exit status for a course that cannot be read.
UNREADABLE = 2


def run(root: Path, today: str | None = None) -> tuple[str, int]:
    """The printed review of the course below `root`, and the exit status.

    0: nothing that must be mended; 1: a rule of level error is broken; 2: the course itself cannot be read, or what a review needs is not installed.
    """
    if lacking := _lacking():
        return lacking, UNREADABLE
    try:
        course = load_course(root)
    except CourseError as error:
        return str(error), UNREADABLE
    report = review(course, today)
    return "\n".join(report.lines()), int(report.failed())


def run_items(course: Catalogue, bank: Catalogue | None = None) -> tuple[str, int]:
    """The printed review of a course's items alone, the figures of the bank before it, and the exit status as above.

    With a certification `bank` (see `with_bank`), of its items; pairs that are alike across it and the course's own are named.
    """
    if lacking := _lacking():
        return lacking, UNREADABLE
    from counteroffer.review.items import alike

    reviewed = bank or course
    report = review_manuscript(read_manuscript(reviewed), "items")
    figures = [*of_items.lines(list(reviewed.checks.values())), ""]
    if bank:
        figures += [*alike.lines(course.checks.values(), bank.checks.values()), ""]
    findings = "\n".join(report.lines()).strip("\n")
    return "\n".join([*figures, findings]), int(report.failed())


def run_cases(course: Catalogue) -> tuple[str, int]:
    """The printed review of a course's cases alone, the figures of each before it, and the exit status as above."""
    report = review_manuscript(read_manuscript(course), "cases")
    figures = "\n".join(of_cases.lines((case, walk(case)) for case in course.cases.values()))
    findings = "\n".join(report.lines()).strip("\n")
    return f"{figures}\n{findings}", int(report.failed())


def _lacking() -> str:
    """What must be installed for a review, in words; nothing when all is there."""
    names = [name for module, name in NEEDED.items() if importlib.util.find_spec(module) is None]
    return f"A review needs {' and '.join(names)}: pip install 'counteroffer[review]'." if names else ""

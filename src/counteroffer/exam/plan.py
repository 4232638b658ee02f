"""A blueprint that stands apart from the course."""

from __future__ import annotations

from pathlib import Path

from counteroffer.course.blueprint import Blueprint
from counteroffer.course.diagnostics import CourseError, Faults
from counteroffer.course.readers import read_one


def read_blueprint(path: Path) -> Blueprint:
    """The blueprint in a file. Raises CourseError with every fault."""
    faults = Faults(path.resolve().parent)
    found = read_one(path.resolve(), Blueprint, faults, {})
    if found is None:
        raise CourseError(faults)
    return found

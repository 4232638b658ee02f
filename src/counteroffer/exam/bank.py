"""A bank that stands apart from the course, a folder of checks; and its blueprint."""

from __future__ import annotations

from pathlib import Path

from counteroffer.course.blueprint import Blueprint
from counteroffer.course.diagnostics import CourseError, Faults
from counteroffer.course.items import Check
from counteroffer.course.readers import read_checks, read_one


def read_bank(folder: Path) -> list[Check]:
    """The checks of a folder. Raises CourseError with every fault, and where there are none."""
    faults = Faults(folder.resolve())
    found = read_checks(sorted(faults.root.glob("*.yml")), faults, {})
    if not found and not len(faults):
        faults.add(faults.root, 1, "bank-empty", "There are no items here.", "Name the folder that holds the bank's .yml files.")
    if len(faults):
        raise CourseError(faults)
    return found


def read_blueprint(path: Path) -> Blueprint:
    """The blueprint in a file. Raises CourseError with every fault."""
    faults = Faults(path.resolve().parent)
    found = read_one(path.resolve(), Blueprint, faults, {})
    if found is None:
        raise CourseError(faults)
    return found

"""A certification bank: a folder of items that stands beside the course and is never part of it.

The course's own (`exercises/exam/bank`) is published as a demonstration. A body that examines keeps one of its own, anywhere.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from counteroffer.course import Catalogue, CourseError, uses
from counteroffer.course.crosscheck import Checker
from counteroffer.course.diagnostics import Faults
from counteroffer.course.readers import read_checks
from counteroffer.course.yamlfile import YamlFile

DEMONSTRATION = "exercises/exam/bank"


def with_bank(course: Catalogue, folder: Path) -> Catalogue:
    """The course with the items of the bank in `folder` in the place of its own: for whoever reviews, tries or draws from them.

    Raises CourseError where an item is at fault, names what the course does not have, rests on a retracted fact, or bears the id of a practice item.
    """
    folder = folder.resolve()
    inside = folder.is_relative_to(course.root)
    faults, files = Faults(course.root if inside else folder), dict[str, YamlFile]()
    checks = {check.check: check for check in read_checks(sorted(folder.glob("*.yml")), faults, files)}
    if not checks and not len(faults):
        faults.add(folder, 1, "bank-empty", "There are no items here.", "Name the folder that holds the bank's .yml files.")
    own = {name: files[(folder / f"{name}.yml").relative_to(faults.root).as_posix()] for name in checks}
    Checker(course, faults, prove=False).certification([(check, own[name]) for name, check in checks.items()])
    uses.retracted(course, faults, own.values())
    if len(faults):
        raise CourseError(faults)
    return replace(course, checks=checks, files={**course.files, **{f"exercises/checks/{name}.yml": file for name, file in own.items()}})

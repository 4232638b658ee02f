"""What `check` found of a whole course, kept until any file of the course or of the engine changes."""

from __future__ import annotations

from pathlib import Path

from counteroffer.course.catalogue import Catalogue
from counteroffer.course.fingerprint import course_fingerprint
from counteroffer.course.kept import Kept
from counteroffer.course.load import load_course
from counteroffer.exam import practice_forms


def verdict(root: Path) -> str:
    """One sentence on a course without faults. Raises CourseError; faults are not kept, and looked for each time."""
    root = root.resolve()
    kept, key = Kept(root / "_build" / "verdict"), course_fingerprint(root)
    said = kept.find("course", key)
    if isinstance(said, str):
        return said
    course = load_course(root)
    practice_forms(course)
    said = _say(course)
    if course_fingerprint(root) == key:
        # else something was changed meanwhile
        kept.keep("course", key, said)
    return said


def _say(course: Catalogue) -> str:
    items = sum(len(one.items) for one in course.checks.values())
    return (
        f"No faults: {len(course.units())} units, {len(course.checks)} checks with {items} items, {len(course.cases)} cases, "
        f"{len(course.explorers) + bool(course.audit)} explorers, {len(course.facts)} facts from {len(course.sources)} sources."
    )

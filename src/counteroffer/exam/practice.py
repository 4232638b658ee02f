"""The practice forms that ship with the book, kept from one build to the next until blueprint, items or the rules have changed."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

from counteroffer.course import Catalogue, CourseError, Diagnostic, items
from counteroffer.course.fingerprint import fingerprint
from counteroffer.exam.stock import stock

FORMS = 60
BLUEPRINT = "exercises/exam/blueprint.yml"


def practice_forms(course: Catalogue) -> list[list[str]]:
    """Sixty forms, each a list of item ids; none without a blueprint. They are kept below the course's `_build/forms`.

    Raises CourseError where the bank does not allow a form by the blueprint, with what is lacking and by how much.
    """
    if course.blueprint is None:
        return []
    place = course.root / "_build" / "forms" / f"{_key(course)}.json"
    if place.is_file():
        found: list[list[str]] = json.loads(place.read_text(encoding="utf-8"))
        return found
    from counteroffer.exam.forms import ImpossibleBlueprint, assemble

    try:
        made = assemble(course.blueprint, stock(course.checks.values()), seed="practice", forms=FORMS)
    except ImpossibleBlueprint as impossible:
        message, remedy = f"No form can be drawn: {impossible}.", "Write the items that are missing, or ask for less."
        raise CourseError([Diagnostic(BLUEPRINT, 1, "blueprint-impossible", message, remedy)]) from None
    _keep(place, made)
    return made


def _key(course: Catalogue) -> str:
    """What the forms depend on: blueprint and items as they are written, and the code that marks items and draws forms."""
    content = [file.path for name, file in course.files.items() if name == BLUEPRINT or name.startswith("exercises/checks/")]
    kinds = Path(items.__file__).parent
    code = [*Path(__file__).parent.glob("*.py"), *(kinds / f"{name}.py" for name in ("items", "marking", "orders", "blueprint"))]
    return fingerprint([*content, *code, *(kinds / "kinds").rglob("*.py")])


def _keep(place: Path, forms: list[list[str]]) -> None:
    """Written whole or not at all; a folder that cannot be written costs time later, nothing else."""
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        for old in place.parent.glob("*.json"):
            old.unlink()
        mine = place.with_suffix(f".{os.getpid()}")
        mine.write_text(json.dumps(forms), encoding="utf-8")
        mine.replace(place)

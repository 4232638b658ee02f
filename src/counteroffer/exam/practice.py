"""The practice forms that ship with the book, kept from one build to the next until something that they are drawn from has changed."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from counteroffer.course import Catalogue, CourseError, Diagnostic
from counteroffer.course.fingerprint import code_behind, fingerprint
from counteroffer.course.kept import Kept
from counteroffer.exam.stock import stock

FORMS = 60
BLUEPRINT = "exercises/exam/blueprint.yml"


def practice_forms(course: Catalogue) -> list[list[str]]:
    """Sixty forms, each a list of item ids; none without a blueprint. They are kept below the course's `_build/forms`.

    Raises CourseError where the bank does not allow a form by the blueprint, with what is lacking and by how much.
    """
    if course.blueprint is None:
        return []
    kept, items = Kept(course.root / "_build" / "forms"), stock(course.checks.values())
    # what is asked of items, not their words: a mended stem draws nothing anew
    told = [json.dumps(asdict(one), default=sorted) for one in items]
    key = fingerprint(code_behind(Path(__file__).with_name("forms.py")), course.blueprint.model_dump_json(), *told)
    found: list[list[str]] | None = kept.find("practice", key)
    if found is not None:
        return found
    from counteroffer.exam.forms import ImpossibleBlueprint, assemble

    try:
        made = assemble(course.blueprint, items, seed="practice", forms=FORMS)
    except ImpossibleBlueprint as impossible:
        message, remedy = f"No form can be drawn: {impossible}.", "Write the items that are missing, or ask for less."
        raise CourseError([Diagnostic(BLUEPRINT, 1, "blueprint-impossible", message, remedy)]) from None
    kept.keep("practice", key, made)
    return made

"""The practice forms that ship with the book, kept from one build to the next until something that they are drawn from has changed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from counteroffer.course import Catalogue, CourseError, Diagnostic
from counteroffer.course.blueprint import Blueprint
from counteroffer.course.diagnostics import Faults
from counteroffer.course.fingerprint import code_behind, fingerprint
from counteroffer.course.items import Check
from counteroffer.course.kept import Kept
from counteroffer.course.readers import read_checks, read_one
from counteroffer.course.yamlfile import YamlFile
from counteroffer.exam.stock import stock

FORMS = 60
BLUEPRINT = "exercises/exam/blueprint.yml"


def practice_forms(course: Catalogue) -> list[list[str]]:
    """Sixty forms, each a list of item ids; none without a blueprint. They are kept below the course's `_build/forms`.

    Raises CourseError where the bank does not allow a form by the blueprint, with what is lacking and by how much.
    """
    return _forms(course.root, course.blueprint, course.checks.values()) if course.blueprint else []


def draw_ahead(root: Path) -> None:
    """Draw and keep the forms of the course at `root` from its blueprint and checks alone, while somebody else reads the rest of it.

    Nothing is drawn where these have faults; who reads the whole course will name them. Raises CourseError as `practice_forms` does.
    """
    faults, files = Faults(root), dict[str, YamlFile]()
    checks = read_checks(sorted((root / "exercises" / "checks").glob("*.yml")), faults, files)
    blueprint = read_one(root / BLUEPRINT, Blueprint, faults, files) if (root / BLUEPRINT).exists() else None
    if blueprint and not len(faults):
        _forms(root, blueprint, checks)


def _forms(root: Path, blueprint: Blueprint, checks: Iterable[Check]) -> list[list[str]]:
    kept, items = Kept(root / "_build" / "forms"), stock(checks)
    # what is asked of items, not their words: a mended stem draws nothing anew
    told = [json.dumps(asdict(one), default=sorted) for one in items]
    key = fingerprint(code_behind(Path(__file__).with_name("forms.py")), blueprint.model_dump_json(), *told)
    found: list[list[str]] | None = kept.find("practice", key)
    if found is not None:
        return found
    from counteroffer.exam.forms import ImpossibleBlueprint, assemble

    try:
        made = assemble(blueprint, items, seed="practice", forms=FORMS)
    except ImpossibleBlueprint as impossible:
        message, remedy = f"No form can be drawn: {impossible}.", "Write the items that are missing, or ask for less."
        raise CourseError([Diagnostic(BLUEPRINT, 1, "blueprint-impossible", message, remedy)]) from None
    kept.keep("practice", key, made)
    return made

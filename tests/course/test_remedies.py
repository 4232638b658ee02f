"""No fault is left with a remedy that says to mend and not how."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import counteroffer
from counteroffer.course.schemas import schemas
from counteroffer.course.yamlfile import FORMS

SOURCE = Path(counteroffer.__file__).parent
EMPTY = re.compile(r"(?:Please )?(?:Correct|Mend|Fix|Change|Check|Repair) (?:it|this|that|the (?:fault|error|line|value|file))\.")


def trees(folder: Path) -> Iterator[tuple[str, ast.AST]]:
    for path in sorted(folder.rglob("*.py")):
        if "node_modules" not in path.parts:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                yield path.relative_to(SOURCE).as_posix(), node


def test_no_source_holds_an_empty_remedy() -> None:
    texts = [(file, node) for file, node in trees(SOURCE) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    assert [(file, node.lineno) for file, node in texts if EMPTY.search(str(node.value))] == []


def test_a_validator_says_how_to_mend() -> None:
    """One that raises a bare ValueError leaves authors with nothing but the file's schema."""
    validators = [node for _, node in trees(SOURCE / "course") if isinstance(node, ast.FunctionDef) and "validator" in decorators(node)]
    raised = [
        ast.unparse(node)
        for one in validators
        for node in ast.walk(one)
        if isinstance(node, ast.Raise) and "wrong(" not in ast.unparse(node)
    ]
    assert validators
    assert raised == []


def decorators(function: ast.FunctionDef) -> str:
    return " ".join(map(ast.unparse, function.decorator_list))


def test_every_form_of_a_text_has_its_remedy() -> None:
    assert set(patterns(schemas())) == set(FORMS)


def patterns(part: object) -> Iterator[str]:
    """Every pattern of a schema."""
    if isinstance(part, dict):
        if isinstance(part.get("pattern"), str):
            yield part["pattern"]
        part = list(part.values())
    if isinstance(part, list):
        for one in part:
            yield from patterns(one)


def test_files_of_the_course_are_read_in_one_way() -> None:
    """Without its mark of byte order, and refused where it is no text: by `course/textfile.py`."""
    readers = ("course", "review", "handouts", "translate", "book", "twin", "figures")
    others = [
        (file, node.lineno)
        for folder in readers
        for file, node in trees(SOURCE / folder)
        if isinstance(node, ast.Constant) and node.value == "utf-8-sig" and file != "course/textfile.py"
    ]
    assert others == []

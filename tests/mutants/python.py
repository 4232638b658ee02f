"""Mutants of the Python sources, made by cosmic-ray in a copy of the repository."""

from __future__ import annotations

import ast
import os
import sys
import time
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast_from_path
from cosmic_ray.mutating import mutate_and_test, mutate_code
from cosmic_ray.plugins import get_operator, operator_names
from cosmic_ray.testing import run_tests
from cosmic_ray.work_item import MutationSpec, TestOutcome, WorkerOutcome

from tests.mutants.parts import Part
from tests.mutants.sampled import Tried, patience, sample
from tests.mutants.trial import sources

Span = tuple[tuple[int, int], tuple[int, int]]


def try_part(copy: Path, part: Part, most: int, seed: str) -> list[Tried]:
    """Change the copy's sources one at a time, and run the part's tests. Raises SystemExit when these fail without any change."""
    command = f"{sys.executable} -m pytest -q -x -n 0 -p no:cacheprovider {' '.join(map(_quoted, part.tests))}"
    os.environ |= {"PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    with chdir(copy):
        began = time.monotonic()
        outcome, said = run_tests(command, None)
        if outcome != TestOutcome.SURVIVED:
            raise SystemExit(f"These tests fail without any mutant: {command}\n{said}")
        most_seconds = patience(time.monotonic() - began)
        specs = sample((spec for path in sources(part.sources) for spec in mutants(path)), _place, most, seed, _is_python)
        return [_tried(spec, command, most_seconds) for spec in specs]


def mutants(path: Path) -> Iterator[MutationSpec]:
    """All that operators make of a file, but for what does nothing."""
    tree = get_ast_from_path(path)
    text = path.read_text(encoding="utf-8")
    idle = list(_idle(text))
    for name in operator_names():
        if get_operator(name).arguments():
            continue
        operator = get_operator(name)()
        spans = ((start, end) for node in ast_nodes(tree) for start, end in operator.mutation_positions(node))
        for number, (start, end) in enumerate(spans):
            if not any(first <= start and end <= last for first, last in idle):
                yield MutationSpec(path, name, number, start, end)


def _place(spec: MutationSpec) -> tuple[str, Span]:
    return str(spec.module_path), (spec.start_pos, spec.end_pos)


def _idle(text: str) -> Iterator[Span]:
    """What changes no result: annotations, imports for them, what keeps a result to save time, a guard against lists of unequal length."""
    for node in ast.walk(ast.parse(text)):
        notes: list[ast.expr | ast.stmt | None] = [getattr(node, "annotation", None), getattr(node, "returns", None)]
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            notes.append(node)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "zip":
            notes += [one.value for one in node.keywords if one.arg == "strict"]
        for note in notes:
            if note is not None:
                yield (note.lineno, note.col_offset), (note.end_lineno or 0, note.end_col_offset or 0)
        if isinstance(node, ast.FunctionDef):
            # whole lines, from the sign before it to the next
            yield from (((one.lineno, 0), (one.lineno + 1, 0)) for one in node.decorator_list if ast.unparse(one).startswith("lru_cache"))


def _is_python(spec: MutationSpec) -> bool:
    """Whether it is Python still: operators take the stars of an unpacking for a product, and a `not` before a `:=` wants brackets."""
    try:
        ast.parse(mutate_code(spec.module_path.read_text(encoding="utf-8"), get_operator(spec.operator_name)(), spec.occurrence))
    except SyntaxError:
        return False
    return True


def _tried(spec: MutationSpec, command: str, most_seconds: float) -> Tried:
    result = mutate_and_test([spec], command, most_seconds)
    if result.worker_outcome != WorkerOutcome.NORMAL:
        raise SystemExit(f"cosmic-ray could not change {spec.module_path}:{spec.start_pos[0]}:\n{result.output}")
    changed = [line for line in (result.diff or "").splitlines() if line[:1] in {"-", "+"} and line[:3] not in {"---", "+++"}]
    return Tried(f"{spec.module_path}:{spec.start_pos[0]}", "\n".join(changed), result.is_killed, late=result.output == "timeout")


def _quoted(word: str) -> str:
    return f"'{word}'" if " " in word else word

"""Mutants of the Python sources, made by cosmic-ray in a copy of the repository."""

from __future__ import annotations

import ast
import os
import random
import re
import sys
from collections.abc import Iterator
from contextlib import chdir
from itertools import groupby
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast_from_path
from cosmic_ray.mutating import mutate_and_test
from cosmic_ray.plugins import get_operator, operator_names
from cosmic_ray.testing import run_tests
from cosmic_ray.work_item import MutationSpec, TestOutcome

from tests.mutants.parts import Part
from tests.mutants.sampled import Tried, sample

# Lines that save time, or guard against what cannot be, and change no result.
IDLE = re.compile("lru_cache|cached_property|auto_reload|strict=True")
# seconds; a mutant that runs on for so long is found out
LONGEST = 120.0
SOURCE = Path("src/counteroffer")
Span = tuple[tuple[int, int], tuple[int, int]]


def try_part(copy: Path, part: Part, most: int, seed: str) -> list[Tried]:
    """Change the copy's sources one at a time, and run the part's tests. Raises SystemExit when these fail without any change."""
    command = f"{sys.executable} -m pytest -q -x -n 0 -p no:cacheprovider {' '.join(map(_quoted, part.tests))}"
    os.environ |= {"PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    with chdir(copy):
        outcome, said = run_tests(command, 4 * LONGEST)
        if outcome != TestOutcome.SURVIVED:
            raise SystemExit(f"These tests fail without any mutant: {command}\n{said}")
        paths = [path for pattern in part.sources for path in sorted(SOURCE.glob(pattern))]
        specs = sample([spec for path in paths for spec in mutants(path, seed)], most, seed)
        return [_tried(spec, command) for spec in specs]


def mutants(path: Path, seed: str) -> Iterator[MutationSpec]:
    """One mutant for every place in the code, of all that operators make of it; annotations are left alone, for they do nothing."""
    tree = get_ast_from_path(path)
    text = path.read_text(encoding="utf-8")
    idle, lines = list(_idle(text)), text.splitlines()
    found = []
    for name in operator_names():
        if get_operator(name).arguments():
            continue
        operator = get_operator(name)()
        spans = ((start, end) for node in ast_nodes(tree) for start, end in operator.mutation_positions(node))
        found += [MutationSpec(path, name, number, start, end) for number, (start, end) in enumerate(spans)]
    found = [
        one
        for one in found
        if not IDLE.search(lines[one.start_pos[0] - 1]) and not any(start <= one.start_pos and one.end_pos <= end for start, end in idle)
    ]
    dice = random.Random(f"{seed} {path}")  # noqa: S311
    for _, same in groupby(sorted(found, key=_place), key=_place):
        yield dice.choice(list(same))


def _place(spec: MutationSpec) -> Span:
    return spec.start_pos, spec.end_pos


def _idle(text: str) -> Iterator[Span]:
    for node in ast.walk(ast.parse(text)):
        notes = [getattr(node, "annotation", None), getattr(node, "returns", None)]
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            notes.append(node)
        for note in notes:
            if note is not None:
                yield (note.lineno, note.col_offset), (note.end_lineno or 0, note.end_col_offset or 0)


def _tried(spec: MutationSpec, command: str) -> Tried:
    result = mutate_and_test([spec], command, LONGEST)
    changed = [line for line in (result.diff or "").splitlines() if line[:1] in {"-", "+"} and line[:3] not in {"---", "+++"}]
    return Tried(f"{spec.module_path}:{spec.start_pos[0]}", "\n".join(changed), result.is_killed)


def _quoted(word: str) -> str:
    return f"'{word}'" if " " in word else word

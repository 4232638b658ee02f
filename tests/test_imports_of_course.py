"""No module of `counteroffer.course` imports, over others, itself: each can be read after those that it rests on."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Collection, Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import counteroffer.course

COURSE = "counteroffer.course"
HERE = Path(counteroffer.course.__file__).parent
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


def _name(path: Path) -> str:
    return ".".join((COURSE, *path.relative_to(HERE).with_suffix("").parts)).removesuffix(".__init__")


def _loaded(path: Path, known: Collection[str]) -> Iterator[str]:
    """The modules that one imports as it is loaded: a function does so later, and what stands below `if TYPE_CHECKING` never."""
    for part in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(part, FUNCTION) or (isinstance(part, ast.If) and "TYPE_CHECKING" in ast.unparse(part.test)):
            continue
        for one in ast.walk(part):
            if isinstance(one, ast.ImportFrom):
                parts = [f"{one.module}.{name.name}" for name in one.names]
                yield from (name if name in known else str(one.module) for name in parts)
            elif isinstance(one, ast.Import):
                yield from (name.name for name in one.names)


def test_no_circle_of_imports_inside_the_course() -> None:
    modules = {_name(path): path for path in HERE.rglob("*.py")}
    needs = {name: set(_loaded(path, modules)) & set(modules) for name, path in modules.items()}
    assert needs[f"{COURSE}.load"] >= {f"{COURSE}.crosscheck", f"{COURSE}.catalogue"}
    # raises CycleError, which names the circle
    order = list(TopologicalSorter(needs).static_order())
    assert order.index(f"{COURSE}.base") < order.index(f"{COURSE}.catalogue") < order.index(f"{COURSE}.crosscheck")


def test_reading_a_course_with_nothing_kept_asks_the_parser_of_pages_and_loads_no_sphinx_and_no_kernel(small: Path) -> None:
    asked = f"import sys; from pathlib import Path; from counteroffer.course import load_course; load_course(Path({str(small)!r})); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert "myst_parser" in loaded
    assert not loaded & {"sphinx", "ipykernel", "ipywidgets", "jupyter_book", "django"}

"""The models stand on numpy alone: no words, no pictures, no course."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import counteroffer.models

ALLOWED = {"numpy", "counteroffer", *sys.stdlib_module_names}


def test_a_model_imports_numpy_and_other_models_only() -> None:
    paths = list(Path(counteroffer.models.__file__).parent.glob("*.py"))
    assert len(paths) > 4
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                assert name.split(".")[0] in ALLOWED, f"{path.name} imports {name}"
                assert not name.startswith("counteroffer.") or name.startswith("counteroffer.models"), f"{path.name} imports {name}"

"""A copy of the repository in which sources may be changed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.mutants.parts import PARTS
from tests.mutants.sampled import Tried

ROOT = Path(__file__).parents[2]
SOURCE = Path("src/counteroffer")


def committed() -> list[str]:
    """The files of the repository, new ones included."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def sources(patterns: Sequence[str]) -> list[Path]:
    """The files that patterns name, pattern by pattern, each once, from the repository's root. Raises SystemExit for a pattern that names none."""
    found = [sorted((ROOT / SOURCE).glob(pattern)) for pattern in patterns]
    if gone := [pattern for pattern, own in zip(patterns, found, strict=True) if not own]:
        raise SystemExit(f"No file of {SOURCE} fits {', '.join(gone)}: mend tests/mutants/parts.py.")
    return list(dict.fromkeys(path.relative_to(ROOT) for own in found for path in own))


def try_in_copy(kind: Callable[..., list[Tried]], files: list[str], copy: Path, name: str, most: int, seed: str) -> list[Tried]:
    """Lay the files out at `copy`, and try a part there."""
    for file in files:
        (copy / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / file, copy / file)
    # what is kept from builds, and what is installed, costs time and changes no result
    if (ROOT / "_build/proofs").is_dir():
        shutil.copytree(ROOT / "_build/proofs", copy / "_build/proofs")
    for made in ("node_modules", "generated", "dist"):
        (copy / "src/counteroffer/web" / made).symlink_to(ROOT / "src/counteroffer/web" / made)
    return kind(copy, PARTS[name], most, seed)

"""A copy of the repository in which sources may be changed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.mutants.parts import PARTS
from tests.mutants.sampled import Tried

ROOT = Path(__file__).parents[2]


def committed() -> list[str]:
    """The files of the repository, new ones included."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]


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

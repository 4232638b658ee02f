"""Hashes of what a result depends on, so that nothing is made again without need, nor kept when it is stale."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import counteroffer


def fingerprint(paths: Iterable[Path], *words: str) -> str:
    """One hash of the names and contents of files, and of `words`."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(f"{path.name}\0".encode() + path.read_bytes() + b"\0")
    digest.update("\0".join(words).encode())
    return digest.hexdigest()[:20]


@lru_cache(maxsize=1)
def engine_fingerprint() -> str:
    """A hash of the engine's own code, templates and words."""
    folder = Path(counteroffer.__file__).parent
    return fingerprint(path for path in folder.rglob("*.*") if path.suffix in {".py", ".html", ".po"} and "node_modules" not in path.parts)

"""Small results kept below `_build` from one run to the next, each under a key that names all that it depends on."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any


class Kept:
    """The results of one sort. A folder that cannot be written or read costs time later, nothing else."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, name: str, key: str) -> Any:
        """What was kept under a name and a key, or None."""
        with suppress(OSError, ValueError):
            return json.loads(self._place(name, key).read_text(encoding="utf-8"))
        return None

    def keep(self, name: str, key: str, value: Any) -> None:
        """Keep what JSON can hold, in place of what was kept under the same name with another key."""
        place = self._place(name, key)
        with suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
            mine = place.with_suffix(f".{os.getpid()}")
            mine.write_text(json.dumps(value), encoding="utf-8")
            mine.replace(place)
            for other in place.parent.glob(f"{name}@*.json"):
                if other != place:
                    other.unlink()

    def _place(self, name: str, key: str) -> Path:
        return self._folder / f"{name}@{key}.json"

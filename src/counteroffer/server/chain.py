"""The chain of the audit log, apart from where it is stored: what a line's hash must be, and where a log was altered."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Protocol

FIRST = "0" * 64


class Line(Protocol):
    """A line of the log; `at` in seconds since 1970, `data` as JSON, `before` and `hash` in hexadecimal digits."""

    seq: int
    at: float
    kind: str
    sitting: str
    by: str
    data: str
    before: str
    hash: str


def digest(line: Line) -> str:
    """What a line's hash must be."""
    told = [line.seq, f"{line.at:.3f}", line.kind, line.sitting, line.by, line.data, line.before]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def first_break(lines: Iterable[Line]) -> int | None:
    """The number of the first line that does not follow from the one before or does not fit its hash; None where all do."""
    before = FIRST
    for number, line in enumerate(lines, start=1):
        if (line.seq, line.before, line.hash) != (number, before, digest(line)):
            return number
        before = line.hash
    return None

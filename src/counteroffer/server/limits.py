"""Caps: on guesses for the whole server, since a room shares one address; on changes for each candidate."""

from __future__ import annotations

import threading
import time


class Bucket:
    """Holds `most` tokens and gains `each` a second."""

    def __init__(self, most: float, each: float) -> None:
        self._most, self._each = most, each
        self._held, self._at = most, time.monotonic()
        self._lock = threading.Lock()

    def empty(self) -> bool:
        """Whether there is no token to take now."""
        with self._lock:
            return self._filled() < 1

    def take(self) -> None:
        """Take a token."""
        with self._lock:
            self._held = max(0.0, self._filled() - 1)

    def spend(self) -> bool:
        """Take a token, if there is one."""
        with self._lock:
            if self._filled() < 1:
                return False
            self._held -= 1
            return True

    def _filled(self) -> float:
        now = time.monotonic()
        self._held = min(self._most, self._held + (now - self._at) * self._each)
        self._at = now
        return self._held


_changes: dict[int, Bucket] = {}


def may_change(candidate: int) -> bool:
    """Whether a candidate may change something now: as often as anybody writes, not as often as a programme fills the log."""
    return _changes.setdefault(candidate, Bucket(120, 4)).spend()


# Wrong codes: a room that mistypes is let through, a search of codes is not.
wrong_codes = Bucket(60, 1)
# Wrong passwords of staff: each costs the machine a fifth of a second.
wrong_passwords = Bucket(60, 0.5)

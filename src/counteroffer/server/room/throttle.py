"""How often one phone may vote: as often as somebody changes their mind, not as often as a machine; and how many wrong words a room hears."""

from __future__ import annotations

from functools import lru_cache

from counteroffer.server.limits import Bucket

_AT_ONCE, _EACH_SECOND = 20, 1
# Only who is wrong is turned away by them: anybody in the same Wi-Fi can empty one, and must not shut out who is right.
wrong_letters, wrong_keys = Bucket(60, 1), Bucket(60, 1)


@lru_cache(maxsize=1024)
def _bucket(seat: int) -> Bucket:  # noqa: ARG001 (one for each)
    return Bucket(_AT_ONCE, _EACH_SECOND)


def often(seat: int) -> bool:
    """Whether a phone has voted too often just now; if not, this counts as once more."""
    return not _bucket(seat).spend()

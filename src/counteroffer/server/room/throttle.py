"""How often one phone may vote: as often as somebody changes their mind, not as often as a machine."""

from __future__ import annotations

from functools import lru_cache

from counteroffer.server.limits import Bucket

_AT_ONCE, _EACH_SECOND = 20, 1


@lru_cache(maxsize=1024)
def _bucket(seat: int) -> Bucket:  # noqa: ARG001 (one for each)
    return Bucket(_AT_ONCE, _EACH_SECOND)


def often(seat: int) -> bool:
    """Whether a phone has voted too often just now; if not, this counts as once more."""
    return not _bucket(seat).spend()

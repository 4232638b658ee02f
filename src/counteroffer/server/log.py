"""The audit log: it only grows, and each line holds the hash of the one before, so that none can be altered or left out unseen.

Names stand in it as commitments: a hash with a salt that is deleted with the name.
"""

from __future__ import annotations

import hashlib
import json
import time

from counteroffer.server.chain import FIRST, digest, first_break
from counteroffer.server.models import Entry

__all__ = ["FIRST", "commitment", "digest", "first_break", "note"]


def note(kind: str, *, sitting: str = "", by: str = "", **data: object) -> Entry:
    """Add a line, within a write. `by` is `candidate 7`, `staff ana` or empty for the server itself."""
    last = Entry.objects.order_by("-seq").values_list("seq", "hash").first()
    seq, before = (last[0] + 1, last[1]) if last else (1, FIRST)
    told = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    entry = Entry(seq=seq, at=round(time.time(), 3), kind=kind, sitting=sitting, by=by, data=told, before=before)
    entry.hash = digest(entry)
    entry.save(force_insert=True)
    return entry


def commitment(salt: str, text: str) -> str:
    """What the log holds instead of a name."""
    return hashlib.sha256(f"{salt}\n{text}".encode()).hexdigest()

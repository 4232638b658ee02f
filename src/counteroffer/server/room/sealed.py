"""What a room keeps of anybody, sealed under its key: how it stands, names, ballots. Without the key it is noise, as long for one answer as for another."""

from __future__ import annotations

import json
from typing import Any

from counteroffer.server import running

# Bytes. Of what is sealed one can see how long it is, so it always fills whole blocks.
_BLOCK = 1024


def seal(kind: str, told: object) -> str:
    """What is told, as JSON, sealed for one kind of thing."""
    text = json.dumps(told, separators=(",", ":"))
    return running.now().vault.seal(f"room {kind}", text + " " * (-len(text) % _BLOCK))


def opened(kind: str, sealed: str) -> Any:
    """What was told. Raises VaultError for another kind, and where the key is another."""
    return json.loads(running.now().vault.open(f"room {kind}", sealed))

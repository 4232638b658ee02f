"""The rules by which a sitting is marked, read off the log: of rulings on one item, and of standards, the last counts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from counteroffer.course.items import Response
from counteroffer.server import running
from counteroffer.server.bank import bank_of
from counteroffer.server.marks import Rules
from counteroffer.server.models import Entry, Sitting

WITHDRAW, MEND, RESTORE, STANDARD = "withdraw", "mend-key", "restore", "standard"
_PURPOSE = "key"


def rules_of(sitting: Sitting) -> Rules:
    """As they stand now. Raises VaultError where a key in the log was altered."""
    bank, last, ratings = bank_of(sitting), dict[str, tuple[str, Any]](), dict[str, tuple[Fraction, ...]]()
    for kind, told in rulings(sitting):
        if kind == STANDARD:
            ratings = {item: tuple(map(Fraction, own)) for item, own in told["ratings"].items()}
        else:
            last[told["item"]] = kind, told
    return Rules(
        withdrawn=frozenset(item for item, (kind, _) in last.items() if kind == WITHDRAW),
        keys={
            item: tuple(bank.items[item][1].rekeyed(key) for key in opened(told["keys"]))
            for item, (kind, told) in last.items()
            if kind == MEND
        },
        ratings=ratings,
    )


def rulings(sitting: Sitting) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every ruling and standard, in the order of the log: its kind, and what it says."""
    found = Entry.objects.filter(sitting=sitting.id, kind__in=[WITHDRAW, MEND, RESTORE, STANDARD]).order_by("seq")
    for entry in found:
        yield entry.kind, {"by": entry.by, "at": entry.at, **json.loads(entry.data)}


def sealed(keys: Sequence[Response]) -> str:
    """Keys as they may stand in the log."""
    return running.now().vault.seal(_PURPOSE, json.dumps(keys))


def opened(told: str) -> list[Response]:
    """Keys again."""
    found: list[Response] = json.loads(running.now().vault.open(_PURPOSE, told))
    return found

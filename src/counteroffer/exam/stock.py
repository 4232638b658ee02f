"""What forms are drawn from: items with what the blueprint asks about each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counteroffer.course.blueprint import BEYOND, outcome_of
from counteroffer.course.items import Check
from counteroffer.course.marking import expected_random


@dataclass(frozen=True)
class Entry:
    """An item in stock. `set` is the check whose situation it shares, `chance` the mark that an answer at random can expect (0 to 1)."""

    id: str
    outcome: str
    objectives: frozenset[str]
    beyond: bool
    set: str | None
    chance: float
    enemies: frozenset[str]


def stock(checks: Iterable[Check]) -> list[Entry]:
    """The items of all checks that come after teaching, in the order of their ids but for those of a set, which keep theirs."""
    found = [
        Entry(
            id=item.id,
            outcome=outcome_of(item),
            objectives=frozenset(item.objectives),
            beyond=item.level in BEYOND,
            set=check.check if check.scenario else None,
            chance=float(expected_random(item)),
            enemies=frozenset(item.enemies),
        )
        for check in checks
        if check.mode == "practice"
        for item in check.items
    ]
    return sorted(found, key=lambda entry: (entry.set or "", "" if entry.set else entry.id))

"""What forms are drawn from: items with what the blueprint asks about each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

from counteroffer.course.blueprint import BEYOND, outcome_of
from counteroffer.course.items import Check
from counteroffer.course.marking import expected_random


@dataclass(frozen=True)
class Entry:
    """An item in stock. `set` is the check whose situation it shares, `chance` the mark that an answer at random can expect (0 to 1).

    `easier` is how many marks takers earned on it beyond the average item of which that is known (-1 to 1); 0 where it was not measured.
    """

    id: str
    outcome: str
    objectives: frozenset[str]
    beyond: bool
    set: str | None
    chance: float
    enemies: frozenset[str]
    easier: float = 0.0


def stock(checks: Iterable[Check]) -> list[Entry]:
    """The items of all checks that come after teaching, in the order of their ids but for those of a set, which keep theirs."""
    asked = [(check, item) for check in checks if check.mode == "practice" for item in check.items]
    known = [item.difficulty for _, item in asked if item.difficulty is not None]
    found = [
        Entry(
            id=item.id,
            outcome=outcome_of(item),
            objectives=frozenset(item.objectives),
            beyond=item.level in BEYOND,
            set=check.check if check.scenario else None,
            chance=float(expected_random(item)),
            enemies=frozenset(item.enemies),
            easier=0.0 if item.difficulty is None else item.difficulty - fmean(known),
        )
        for check, item in asked
    ]
    return sorted(found, key=lambda entry: (entry.set or "", "" if entry.set else entry.id))

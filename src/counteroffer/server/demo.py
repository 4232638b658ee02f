"""A demonstration: an open sitting on practice items of the course."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence

from counteroffer.course.blueprint import Blueprint
from counteroffer.course.items import Check
from counteroffer.exam.candidates import Row
from counteroffer.server.accounts import add
from counteroffer.server.acts import open_sitting
from counteroffer.server.create import create
from counteroffer.server.roles import EXAMINER

_SITTING = "demonstration"
_ROWS = [Row(name="Candidate A"), Row(name="Candidate B", extra_minutes=15), Row(name="Candidate C", break_minutes=10)]


def demonstration(blueprint: Blueprint, checks: Sequence[Check]) -> Iterator[str]:
    """Make and open it; yields what its visitors need to know. Raises ImpossibleBlueprint."""
    # the practice items are too few for two forms that keep to the blueprint’s exposure
    plan = blueprint.model_copy(update={"exposure_at_most": 1.0})
    cards = create(_SITTING, "Demonstration examination", plan, checks, _ROWS, forms=2)
    password = secrets.token_urlsafe(12)
    add("examiner", password, EXAMINER)
    open_sitting("examiner", _SITTING)
    for card in cards:
        yield f"{card.name}: code {card.code}"
    yield f"Staff: name examiner, password {password}"

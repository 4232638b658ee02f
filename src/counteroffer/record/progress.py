"""Progress, derived from statements alone: nothing about it is stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from counteroffer.record.statement import Statement


@dataclass
class Progress:
    """Units read; per check the last mark of each item (0 to 1); endings seen per case, each once, in order.

    `exams` are the scores (0 to 1) of practice examinations, in order; `notes` the last note on each unit, without those that were emptied.
    """

    units: list[str] = field(default_factory=list)
    checks: dict[str, dict[str, float]] = field(default_factory=dict)
    endings: dict[str, list[str]] = field(default_factory=dict)
    exams: list[float] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)


def progress(statements: Iterable[Statement]) -> Progress:
    """What the statements, in the order in which they were made, amount to."""
    found = Progress()
    for one in statements:
        kind, name, *rest = one.object.id.removeprefix("urn:counteroffer:").split(":")
        if kind == "unit" and one.did("experienced") and name not in found.units:
            found.units.append(name)
        elif kind == "unit" and one.did("commented"):
            found.notes[name] = one.result.response or ""
        elif kind == "exam" and one.did("completed") and one.result.score:
            found.exams.append(one.result.score.scaled)
        elif kind == "check" and one.did("answered") and rest[:1] == ["item"] and one.result.score:
            found.checks.setdefault(name, {})[rest[1]] = one.result.score.scaled
        elif kind == "case" and one.did("completed") and one.result.response:
            seen = found.endings.setdefault(name, [])
            if one.result.response not in seen:
                seen.append(one.result.response)
    found.notes = {unit: text for unit, text in found.notes.items() if text}
    return found

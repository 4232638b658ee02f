"""Progress, derived from statements alone: nothing about it is stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from counteroffer.record.statement import Statement


@dataclass
class Progress:
    """Units read; per check the last mark of each item; endings seen per case, each once, in order.

    `exams` are the scores of practice examinations, each sitting once, in order; `notes` what stands on each unit, without those that were
    emptied: of two notes that were written apart, both.
    """

    units: list[str] = field(default_factory=list)
    checks: dict[str, dict[str, Fraction]] = field(default_factory=dict)
    endings: dict[str, list[str]] = field(default_factory=dict)
    exams: list[Fraction] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)


def progress(statements: Iterable[Statement]) -> Progress:
    """What the statements, in the order in which they were made, amount to."""
    found = Progress()
    notes: dict[str, list[Statement]] = {}
    sittings: set[str] = set()
    for one in statements:
        # a record edited by hand may name less
        kind, name, part, item = [*one.object.id.removeprefix("urn:counteroffer:").split(":"), "", "", ""][:4]
        if not name:
            continue
        if kind == "unit" and one.did("experienced") and name not in found.units:
            found.units.append(name)
        elif kind == "unit" and one.did("commented"):
            notes[name] = [*_left(notes.get(name, []), one), one]
        elif kind == "exam" and one.did("completed") and one.result.score:
            sitting = one.context.registration or str(one.id)
            if sitting not in sittings:
                sittings.add(sitting)
                found.exams.append(one.result.score.mark)
        elif kind == "check" and one.did("answered") and part == "item" and item and one.result.score:
            found.checks.setdefault(name, {})[item] = one.result.score.mark
        elif kind == "case" and one.did("completed") and one.result.response:
            seen = found.endings.setdefault(name, [])
            if one.result.response not in seen:
                seen.append(one.result.response)
    texts = {unit: dict.fromkeys(one.result.response or "" for one in own) for unit, own in notes.items()}
    found.notes = {unit: joined for unit, own in texts.items() if (joined := "\n\n".join(filter(None, own)))}
    return found


def _left(before: list[Statement], note: Statement) -> list[Statement]:
    """Those that a note leaves standing: it names the ones whose place it takes; in version 1 it takes the place of all."""
    replaced = note.context.replaces
    if replaced is None:
        return [one for one in before if one.context.replaces is not None]
    return [one for one in before if str(one.id) not in replaced]

"""Results: marked by the rules as they stand, told to candidates, and noted in the log wherever they are new."""

from __future__ import annotations

from counteroffer.server.bank import bank_of
from counteroffer.server.log import note
from counteroffer.server.marks import Marker, everybody, result
from counteroffer.server.models import Candidate, Sitting
from counteroffer.server.rules import rules_of


def publish(sitting: Sitting) -> tuple[int, list[int]]:
    """Within a write: mark everybody. Returns how many pass, and the numbers of those whose result was another before or was none."""
    rules = rules_of(sitting)
    marker = Marker(bank_of(sitting), rules)
    passed, changed = 0, []
    for one in everybody(sitting):
        told = result(sitting, marker.marks(one.form, one.answers), rules)
        passed += bool(told["passed"])
        if told != one.candidate.result:
            changed.append(one.candidate.number)
            Candidate.objects.filter(pk=one.candidate.pk).update(result=told)
            note("result", sitting=sitting.id, number=one.candidate.number, **told)
    return passed, changed

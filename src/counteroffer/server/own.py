"""What candidates do to their own sitting, each in one write with its line in the log. Answers are kept by `answers.py`."""

from __future__ import annotations

import json

from counteroffer.server import running
from counteroffer.server.codes import receipt
from counteroffer.server.limits import may_change
from counteroffer.server.log import note
from counteroffer.server.models import Answer, Candidate, Sitting
from counteroffer.server.retakes import barred
from counteroffer.server.seat import seat_of, who
from counteroffer.server.writer import Unavailable


def begin(candidate: int) -> None:
    """Start the candidate's time, where the sitting is open. A second time does nothing."""

    def write() -> None:
        seat = seat_of(candidate)
        if seat.sitting.state == Sitting.OPEN and not seat.left.paused and seat.candidate.state == Candidate.WAITING:
            if seat.candidate.annulled or barred(seat.candidate, seat.sitting, seat.now):
                return
            Candidate.objects.filter(pk=candidate).update(state=Candidate.SITTING, started=seat.now, seen=seat.now)
            note("begin", sitting=seat.sitting.id, by=who(seat.candidate))

    running.write(write)


def rest(candidate: int, *, begin: bool) -> None:
    """Begin or end a break of the candidate's own. Raises Unavailable for more of them than a person takes."""
    if not may_change(candidate):
        raise Unavailable("So many changes are not kept.")

    def write() -> None:
        seat = seat_of(candidate)
        breaks: list[list[float | None]] = seat.candidate.breaks
        if seat.at_work and begin and seat.left.rest and not seat.left.still:
            breaks.append([seat.now, None])
        elif breaks and breaks[-1][1] is None and not begin:
            breaks[-1][1] = seat.now
        else:
            return
        Candidate.objects.filter(pk=candidate).update(breaks=breaks, seen=seat.now)
        note("break" if begin else "break-over", sitting=seat.sitting.id, by=who(seat.candidate))

    running.write(write)


def submit(candidate: int) -> None:
    """Hand in what is kept, once."""

    def write() -> None:
        seat = seat_of(candidate)
        if seat.candidate.state == Candidate.SITTING:
            hand_in(seat.candidate, seat.now, by=who(seat.candidate))

    running.write(write)


def hand_in(candidate: Candidate, now: float, *, by: str) -> None:
    """Within a write: end a candidate's work, with a receipt over all that is kept."""
    answers = dict(Answer.objects.filter(candidate=candidate).values_list("item", "response"))
    given = receipt(running.now().vault, candidate.sitting_id, str(candidate.number), json.dumps(answers, sort_keys=True))
    Candidate.objects.filter(pk=candidate.pk).update(state=Candidate.SUBMITTED, ended=now, receipt=given)
    note("hand-in", sitting=candidate.sitting_id, by=by, number=candidate.number, receipt=given, answers=len(answers))

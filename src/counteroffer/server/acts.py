"""What candidates and staff do to a sitting, each in one write with its line in the log."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any, TypeVar

from counteroffer.language import Message, message
from counteroffer.server import running
from counteroffer.server.bank import form_of, result
from counteroffer.server.codes import receipt
from counteroffer.server.log import note
from counteroffer.server.models import Answer, Candidate, Sitting
from counteroffer.server.retakes import barred
from counteroffer.server.seat import seat_of, who

R = TypeVar("R")


class Refused(Exception):  # noqa: N818 (a rule of the sitting)
    """The sitting does not allow it now; `said` is why."""

    def __init__(self, said: Message) -> None:
        super().__init__(said.text)
        self.said = said


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
    """Begin or end a break of the candidate's own."""

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


def _staff(by: str, sitting: str, kind: str, change: Callable[[Sitting, float], dict[str, Any]]) -> None:
    """A change of a sitting by somebody of the staff."""

    def write() -> None:
        found = Sitting.objects.get(pk=sitting)
        told = change(found, time.time())
        found.save()
        note(kind, sitting=sitting, by=f"staff {by}", **told)

    running.write(write)


def open_sitting(by: str, sitting: str) -> None:
    """Let candidates begin."""

    def change(found: Sitting, _now: float) -> dict[str, Any]:
        _want(found, Sitting.MADE)
        found.state = Sitting.OPEN
        return {}

    _staff(by, sitting, "open", change)


def pause(by: str, sitting: str, *, begin: bool) -> None:
    """Stop or start the clock of all."""

    def change(found: Sitting, now: float) -> dict[str, Any]:
        _want(found, Sitting.OPEN)
        lasting = bool(found.pauses) and found.pauses[-1][1] is None
        if lasting == begin:
            raise Refused(message("The sitting is paused already.") if begin else message("The sitting is not paused."))
        if begin:
            found.pauses.append([now, None])
        else:
            found.pauses[-1][1] = now
        return {}

    _staff(by, sitting, "pause" if begin else "go-on", change)


def extend(by: str, sitting: str, minutes: int, number: int | None = None) -> None:
    """Give more time to all, or to one candidate; minutes may be taken back, too."""

    def change(found: Sitting, _now: float) -> dict[str, Any]:
        _want(found, Sitting.OPEN, Sitting.MADE)
        if number is None:
            found.extension += 60 * minutes
        else:
            one = candidate_of(found, number)
            Candidate.objects.filter(pk=one.pk).update(extension=one.extension + 60 * minutes)
        return {"minutes": minutes, "number": number}

    _staff(by, sitting, "extend", change)


def close(by: str, sitting: str) -> None:
    """Take no more answers; what is kept of those who have not handed in counts as handed in."""

    def change(found: Sitting, now: float) -> dict[str, Any]:
        _want(found, Sitting.OPEN)
        if found.pauses and found.pauses[-1][1] is None:
            found.pauses[-1][1] = now
        for one in Candidate.objects.filter(sitting=found, state=Candidate.SITTING):
            hand_in(one, now, by=f"staff {by}")
        found.state = Sitting.CLOSED
        return {}

    _staff(by, sitting, "close", change)


def annul(by: str, sitting: str, number: int, reason: str) -> None:
    """Let a candidate's work count for nothing, for a reason that the log keeps."""
    if not reason.strip():
        raise Refused(message("Give the reason: it stands in the log."))

    def change(found: Sitting, _now: float) -> dict[str, Any]:
        one = candidate_of(found, number)
        if found.state == Sitting.RELEASED:
            raise Refused(message("The results are released already."))
        Candidate.objects.filter(pk=one.pk).update(annulled=reason.strip())
        return {"number": number, "reason": reason.strip()}

    _staff(by, sitting, "annul", change)


def release(by: str, sitting: str) -> None:
    """Mark everybody who handed in, and show them their results."""

    def change(found: Sitting, _now: float) -> dict[str, Any]:
        _want(found, Sitting.CLOSED)
        passed = 0
        for one in Candidate.objects.filter(sitting=found, state=Candidate.SUBMITTED, annulled=""):
            answers = dict(Answer.objects.filter(candidate=one).values_list("item", "response"))
            told = result(found, form_of(found, one), answers)
            passed += bool(told["passed"])
            Candidate.objects.filter(pk=one.pk).update(result=told)
            note("result", sitting=sitting, number=one.number, score=told["score"], passed=told["passed"])
        found.state = Sitting.RELEASED
        return {"passed": passed}

    _staff(by, sitting, "release", change)


def candidate_of(sitting: Sitting, number: int) -> Candidate:
    """A candidate by number. Raises Refused."""
    found = Candidate.objects.filter(sitting=sitting, number=number).first()
    if found is None:
        raise Refused(message("There is no candidate {number}.", number=number))
    return found


def _want(sitting: Sitting, *states: str) -> None:
    if sitting.state not in states:
        raise Refused(message("The sitting is {state}, so this cannot be done now.", state=sitting.state))

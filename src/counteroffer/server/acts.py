"""What staff do to a sitting, each in one write with its line in the log. Rulings on items stand in `rulings.py`."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from counteroffer.language import ENGLISH, Message, message
from counteroffer.server import running
from counteroffer.server.log import note
from counteroffer.server.models import Candidate, Sitting
from counteroffer.server.own import hand_in
from counteroffer.server.results import publish


class Refused(Exception):  # noqa: N818 (a rule of the sitting)
    """The sitting does not allow it now; `said` is why."""

    def __init__(self, said: Message) -> None:
        super().__init__(ENGLISH.say(said))
        self.said = said


def by_staff(by: str, sitting: str, kind: str, change: Callable[[Sitting, float], dict[str, Any]]) -> None:
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
        want(found, Sitting.MADE)
        found.state = Sitting.OPEN
        return {}

    by_staff(by, sitting, "open", change)


def pause(by: str, sitting: str, *, begin: bool) -> None:
    """Stop or start the clock of all."""

    def change(found: Sitting, now: float) -> dict[str, Any]:
        want(found, Sitting.OPEN)
        lasting = bool(found.pauses) and found.pauses[-1][1] is None
        if lasting == begin:
            raise Refused(message("The sitting is paused already.") if begin else message("The sitting is not paused."))
        if begin:
            found.pauses.append([now, None])
        else:
            found.pauses[-1][1] = now
        return {}

    by_staff(by, sitting, "pause" if begin else "go-on", change)


def extend(by: str, sitting: str, minutes: int, number: int | None = None) -> None:
    """Give more time to all, or to one candidate; minutes may be taken back, too."""

    def change(found: Sitting, _now: float) -> dict[str, Any]:
        want(found, Sitting.OPEN, Sitting.MADE)
        if number is None:
            found.extension += 60 * minutes
        else:
            one = candidate_of(found, number)
            Candidate.objects.filter(pk=one.pk).update(extension=one.extension + 60 * minutes)
        return {"minutes": minutes, "number": number}

    by_staff(by, sitting, "extend", change)


def close(by: str, sitting: str) -> None:
    """Take no more answers; what is kept of those who have not handed in counts as handed in."""

    def change(found: Sitting, now: float) -> dict[str, Any]:
        want(found, Sitting.OPEN)
        if found.pauses and found.pauses[-1][1] is None:
            found.pauses[-1][1] = now
        for one in Candidate.objects.filter(sitting=found, state=Candidate.SITTING):
            hand_in(one, now, by=f"staff {by}")
        found.state = Sitting.CLOSED
        return {}

    by_staff(by, sitting, "close", change)


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

    by_staff(by, sitting, "annul", change)


def release(by: str, sitting: str) -> None:
    """Mark everybody who handed in, and show them their results."""

    def change(found: Sitting, _now: float) -> dict[str, Any]:
        want(found, Sitting.CLOSED)
        passed, _ = publish(found)
        found.state = Sitting.RELEASED
        return {"passed": passed}

    by_staff(by, sitting, "release", change)


def candidate_of(sitting: Sitting, number: int) -> Candidate:
    """A candidate by number. Raises Refused."""
    found = Candidate.objects.filter(sitting=sitting, number=number).first()
    if found is None:
        raise Refused(message("There is no candidate {number}.", number=number))
    return found


def want(sitting: Sitting, *states: str) -> None:
    """Refuse what is not done in the state of the sitting."""
    if sitting.state not in states:
        raise Refused(message("The sitting is {state}, so this cannot be done now.", state=sitting.state))

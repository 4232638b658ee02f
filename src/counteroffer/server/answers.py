"""Keeping answers: each change names the revision that it was made from, so that two tabs or devices never lose one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from counteroffer.course.items import Response, Standing
from counteroffer.server import running
from counteroffer.server.bank import bank_of
from counteroffer.server.limits import may_change
from counteroffer.server.log import note
from counteroffer.server.models import Answer, Candidate
from counteroffer.server.seat import Seat, seat_of, who
from counteroffer.server.timing import GRACE
from counteroffer.server.writer import Unavailable


@dataclass(frozen=True)
class Kept:
    """What is stored after a save: whether it is what was sent, or newer; `closed` where nothing more is taken."""

    answer: Answer
    seat: Seat
    stored: bool
    closed: bool = False


def keep(candidate: int, item: str, response: Response | None, *, base: int, flagged: bool | None = None, code: str | None = None) -> Kept:
    """Keep a response that was made from revision `base`; a flag alone needs no revision and is kept in any case.

    Returns only what is on the disk. What stands in the store and is newer stays, and what was sent is in the log.
    Raises Unavailable for more changes than a person makes, ValueError or TypeError for an item that the form has not and a response that the item cannot have, and
    Candidate.DoesNotExist where the candidate has another `code` by now.
    """
    if not may_change(candidate):
        raise Unavailable("So many changes are not kept.")

    def write() -> Kept:
        seat = seat_of(candidate, code)
        if item not in seat.form:
            # before the database is asked: what it cannot even be asked would spoil the writes of others
            raise ValueError("The form has no such item.")
        answer = Answer.objects.filter(candidate=candidate, item=item).first() or Answer(candidate_id=candidate, item=item)
        bank_of(seat.sitting).items[item][1].standing(response)
        if not _open(seat):
            return Kept(answer, seat, stored=_same(answer.response, response), closed=True)
        if flagged is not None:
            answer.flagged = flagged
        current = answer.revision == base
        changed = not _same(answer.response, response)
        if changed and current:
            answer.response, answer.revision = response, answer.revision + 1
        answer.save()
        Candidate.objects.filter(pk=candidate).update(seen=seat.now, place=seat.form.index(item))
        if changed:
            kind = "answer" if current else "answer-refused"
            note(kind, sitting=seat.sitting.id, by=who(seat.candidate), item=item, response=response, revision=base + 1)
        return Kept(answer, seat, stored=current or not changed)

    return running.write(write)


def standings(seat: Seat) -> list[tuple[Standing, bool]]:
    """For each item of the form, in its order: how far it is answered, and whether it is flagged."""
    bank, answers = bank_of(seat.sitting), seat.answers()
    found: list[tuple[Standing, bool]] = []
    for id_ in seat.form:
        answer = answers.get(id_)
        standing = bank.items[id_][1].standing(answer.response) if answer else "open"
        found.append((standing, bool(answer and answer.flagged)))
    return found


def _open(seat: Seat) -> bool:
    """Answers are taken while the candidate is at work, and for a moment after the clock was stopped."""
    left = seat.left
    return seat.at_work and (not left.still or (left.since is not None and seat.now - left.since <= GRACE))


def _same(one: Any, other: Any) -> bool:
    return (one or None) == (other or None)

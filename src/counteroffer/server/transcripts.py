"""Two people read an answer sheet; what they agree on is kept as the candidate's answers, in the same log."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

from counteroffer.language import message
from counteroffer.server import running
from counteroffer.server.acts import Refused, candidate_of, want
from counteroffer.server.log import note
from counteroffer.server.models import Answer, Candidate, Sitting, Transcript
from counteroffer.server.own import hand_in
from counteroffer.server.seat import who
from counteroffer.server.sheets import Question, questions

Signs = dict[str, str]


@dataclass(frozen=True)
class Reading:
    """A question as two people have read it."""

    question: Question
    first: str
    second: str

    @property
    def same(self) -> bool:
        """Whether they agree."""
        return self.first == self.second


def enter(by: str, sitting: str, number: int, typed: Mapping[str, str], *, done: bool) -> bool:
    """Keep what somebody has read so far; once two are done and agree, it counts, and this says so. Raises Refused."""

    def write() -> bool:
        one = _due(sitting, number)
        others = Transcript.objects.filter(candidate=one).exclude(by=by)
        if others.count() > 1:
            raise Refused(message("Two others have entered this sheet already."))
        own = Transcript.objects.filter(candidate=one, by=by).first() or Transcript(candidate=one, by=by)
        if own.done:
            raise Refused(message("You have entered this sheet already."))
        own.typed, own.done = dict(typed), done
        own.save()
        if done:
            note("paper-read", sitting=sitting, by=f"staff {by}", number=number)
        read = readings(one)
        if not read or not all(reading.same for reading in read):
            return False
        _count(one, read, {}, by)
        return True

    return running.write(write)


def readings(candidate: Candidate) -> list[Reading]:
    """The sheet as two people have read it, question by question; nothing before both are done."""
    both = list(Transcript.objects.filter(candidate=candidate, done=True).order_by("pk"))
    if len(both) < 2:
        return []
    told = questions(candidate.sitting, candidate.form)
    return [Reading(one, *(transcript.typed.get(one.item.id, "") for transcript in both)) for one in told]


def settle(by: str, sitting: str, number: int, settled: Signs) -> None:
    """Let the answers count, those that two have read differently as `settled`, by item id. Raises Refused."""

    def write() -> None:
        one = _due(sitting, number)
        read = readings(one)
        if not read:
            raise Refused(message("Two people must have entered this sheet first."))
        _count(one, read, settled, by)

    running.write(write)


def _due(sitting: str, number: int) -> Candidate:
    """A candidate whose sheet may be entered now. Raises Refused."""
    found = Sitting.objects.get(pk=sitting)
    want(found, Sitting.OPEN, Sitting.CLOSED)
    one = candidate_of(found, number)
    if one.state == Candidate.SUBMITTED or one.annulled:
        raise Refused(message("The work of candidate {number} is handed in or annulled already.", number=number))
    return one


def _count(candidate: Candidate, read: list[Reading], settled: Signs, by: str) -> None:
    """Within a write: the answers of the sheet, and handing it in."""
    now = time.time()
    names = list(Transcript.objects.filter(candidate=candidate, done=True).order_by("pk").values_list("by", flat=True))
    apart = {one.question.item.id: [one.first, one.second, settled.get(one.question.item.id, "")] for one in read if not one.same}
    note("paper", sitting=candidate.sitting_id, by=f"staff {by}", number=candidate.number, read=names, apart=apart)
    if candidate.started is None:
        candidate.started = now
        Candidate.objects.filter(pk=candidate.pk).update(started=now)
    for one in read:
        id_ = one.question.item.id
        response = one.question.response(one.first if one.same else settled.get(id_, ""))
        if response is not None:
            answer = Answer.objects.filter(candidate=candidate, item=id_).first() or Answer(candidate=candidate, item=id_)
            answer.response, answer.revision = response, answer.revision + 1
            answer.save()
            # the answer is the candidate's own
            told = {"item": id_, "response": response, "revision": answer.revision, "paper": True}
            note("answer", sitting=candidate.sitting_id, by=who(candidate), **told)
    hand_in(candidate, now, by=f"staff {by}")

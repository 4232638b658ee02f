"""Who sits here: the candidate behind a request, with the sitting, the form and the time."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, NamedTuple, ParamSpec

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from counteroffer.language import Language
from counteroffer.server import running
from counteroffer.server.bank import form_of
from counteroffer.server.models import Answer, Candidate, Sitting
from counteroffer.server.timing import Left, left, over

P = ParamSpec("P")
KEY = "candidate"


class Login(NamedTuple):
    """What a session holds: the candidate, and what is stored of the code, so that a new card ends log-ins by the one before."""

    candidate: int
    code: str


@dataclass(frozen=True)
class Seat:
    """A candidate at a moment. `form` has the item ids in the candidate's order."""

    candidate: Candidate
    sitting: Sitting
    form: list[str]
    now: float

    @property
    def language(self) -> Language:
        """What the candidate reads."""
        return running.now().language(self.candidate.language)

    @property
    def left(self) -> Left:
        """The candidate's time."""
        return left(self.sitting, self.candidate, self.now)

    @property
    def at_work(self) -> bool:
        """Whether answers are taken: begun, not handed in, not closed, time not over."""
        return (
            self.candidate.state == Candidate.SITTING
            and not self.candidate.annulled
            and self.sitting.state == Sitting.OPEN
            and not over(self.sitting, self.candidate, self.now)
        )

    def answers(self) -> dict[str, Answer]:
        """What is kept so far, by item."""
        return {one.item: one for one in Answer.objects.filter(candidate=self.candidate)}


def seat_of(candidate: int, code: str | None = None) -> Seat:
    """The seat as it is stored now. Raises Candidate.DoesNotExist, also where it has another `code` than this."""
    # the bank is large, and open in memory already
    found = Candidate.objects.select_related("sitting").defer("sitting__bank", "sitting__seed").get(pk=candidate)
    if code not in {None, found.code}:
        raise Candidate.DoesNotExist
    return Seat(found, found.sitting, form_of(found.sitting, found), time.time())


def seated(view: Callable[Concatenate[HttpRequest, Seat, P], HttpResponse]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A view for a candidate who has logged in; others are sent to the log-in."""

    @wraps(view)
    @logged_in
    def seen(request: HttpRequest, login: Login, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        return view(request, seat_of(*login), *args, **kwargs)

    return seen


def logged_in(view: Callable[Concatenate[HttpRequest, Login, P], HttpResponse]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A view for a candidate who has logged in, and is looked up by the view."""

    @wraps(view)
    def seen(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        held = request.session.get(KEY)
        # an earlier version held the candidate alone
        if not isinstance(held, list):
            return HttpResponseRedirect("/")
        try:
            return view(request, Login(*held), *args, **kwargs)
        except Candidate.DoesNotExist:
            request.session.flush()
            return HttpResponseRedirect("/")

    return seen


def who(candidate: Candidate) -> str:
    """How the log calls a candidate."""
    return f"candidate {candidate.number}"

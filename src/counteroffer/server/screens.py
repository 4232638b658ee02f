"""The candidate's pages: instructions, trial, items, review, receipt. Each works without scripts."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from counteroffer.language import message
from counteroffer.server import face, own
from counteroffer.server.answers import Kept, keep, standings
from counteroffer.server.consent import offered
from counteroffer.server.marks import in_percent
from counteroffer.server.models import Candidate
from counteroffer.server.rendering import clock_time, page, whole
from counteroffer.server.retakes import barred
from counteroffer.server.seat import Seat, seated

_BOTH = ["GET", "HEAD", "POST"]


@require_http_methods(_BOTH)
@seated
def start(request: HttpRequest, seat: Seat) -> HttpResponse:
    """What is to be known before; a candidate at work is led to the place where the work was left."""
    if request.method == "POST":
        own.begin(seat.candidate.pk)
        return HttpResponseRedirect("/sit/")
    if seat.candidate.state == Candidate.SUBMITTED or seat.candidate.annulled or seat.candidate.result:
        return HttpResponseRedirect("/sit/receipt/")
    if seat.candidate.state == Candidate.SITTING:
        return HttpResponseRedirect(_address(seat, seat.candidate.place + 1))
    bar = barred(seat.candidate, seat.sitting, seat.now)
    return _page(request, seat, "start.html", items=len(seat.form), minutes=round(seat.left.seconds / 60), barred=bar)


@require_http_methods(_BOTH)
@seated
def trial(request: HttpRequest, seat: Seat) -> HttpResponse:
    """An item to try the page with: nothing of it is kept."""
    given = face.trial_item().posted(_fields(request)) if request.method == "POST" else None
    return _page(request, seat, "trial.html", item=face.of_trial(request, seat.language, given), tried=given)


@require_http_methods(_BOTH)
@seated
def item(request: HttpRequest, seat: Seat, place: int) -> HttpResponse:
    """One item: answer it, flag it, go on. What another device has answered meanwhile is shown and stays."""
    if not 1 <= place <= len(seat.form):
        raise Http404
    if away := _away(request, seat):
        return away
    newer = False
    if request.method == "POST":
        kept = _keep(request, seat, seat.form[place - 1])
        if kept.closed:
            return _away(request, kept.seat) or HttpResponseRedirect("/sit/review/")
        if kept.stored:
            return HttpResponseRedirect(_address(seat, place, request.POST.get("go", "")))
        newer = True
    one = face.item(request, seat, place, seat.answers())
    return _page(request, seat, "question.html", status=409 if newer else 200, shown=one, place=place, jump=_jump(seat), newer=newer)


@require_safe
@seated
def every(request: HttpRequest, seat: Seat) -> HttpResponse:
    """All items on one page."""
    if away := _away(request, seat):
        return away
    answers = seat.answers()
    items: list[face.Shown] = [face.item(request, seat, place, answers) for place in range(1, len(seat.form) + 1)]
    return _page(request, seat, "every.html", shown=items, jump=_jump(seat))


@require_http_methods(_BOTH)
@seated
def review(request: HttpRequest, seat: Seat) -> HttpResponse:
    """What is open, half made or flagged, and handing in."""
    if request.method == "POST":
        own.submit(seat.candidate.pk)
        return HttpResponseRedirect("/sit/receipt/")
    if away := _away(request, seat):
        return away
    return _page(request, seat, "review.html", jump=_jump(seat))


@require_POST
@seated
def rest(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Begin or end a break."""
    own.rest(seat.candidate.pk, begin=request.POST.get("break") == "begin")
    return HttpResponseRedirect("/sit/")


@require_safe
@seated
def receipt(request: HttpRequest, seat: Seat) -> HttpResponse:
    """That it was handed in; once it is released, the result."""
    if seat.candidate.state != Candidate.SUBMITTED and not seat.candidate.annulled:
        return HttpResponseRedirect("/sit/")
    return _page(request, seat, "receipt.html", result=seat.candidate.result, offered=offered(seat), in_percent=in_percent)


def _away(request: HttpRequest, seat: Seat) -> HttpResponse | None:
    """Where no item is shown now: the page that says why."""
    if seat.candidate.state == Candidate.WAITING:
        return HttpResponseRedirect("/sit/")
    if seat.candidate.state == Candidate.SUBMITTED or seat.candidate.annulled:
        return HttpResponseRedirect("/sit/receipt/")
    if not seat.at_work or not seat.left.seconds:
        return _page(request, seat, "over.html")
    if seat.left.still:
        return _page(request, seat, "still.html")
    return None


def _page(request: HttpRequest, seat: Seat, template: str, *, status: int = 200, **values: object) -> HttpResponse:
    told = {"seat": seat, "clock": clock_time(seat.left.seconds), "rest": clock_time(seat.left.rest), **values}
    return page(request, template, status=status, language=seat.language, **told)


def _keep(request: HttpRequest, seat: Seat, id_: str) -> Kept:
    """Keep what a form without scripts sent."""
    base, go = request.POST.get("revision", ""), request.POST.get("go", "")
    before = seat.answers().get(id_)
    flagged = not (before and before.flagged) if go == "flag" else None
    response = face.of(seat, id_).posted(_fields(request))
    return keep(seat.candidate.pk, id_, response, base=whole(base) or 0, flagged=flagged)


def _fields(request: HttpRequest) -> dict[str, list[str]]:
    return {name: request.POST.getlist(name) for name in request.POST}


def _address(seat: Seat, place: int, go: str = "") -> str:
    """Where a button of an item leads."""
    if go == "review" or (go == "next" and place == len(seat.form)):
        return "/sit/review/"
    if (chosen := whole(go)) and chosen <= len(seat.form):
        return f"/sit/{chosen}/"
    return f"/sit/{min(max(1, place + {'next': 1, 'back': -1}.get(go, 0)), len(seat.form))}/"


def _jump(seat: Seat) -> list[dict[str, object]]:
    """The list to jump by."""
    words = {"open": message("not answered"), "half": message("half made"), "answered": message("answered")}
    return [
        {"place": place, "standing": standing, "word": seat.language.say(words[standing]), "flagged": flagged}
        for place, (standing, flagged) in enumerate(standings(seat), start=1)
    ]

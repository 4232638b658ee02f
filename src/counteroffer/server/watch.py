"""The staff's pages: sittings, who is where in one, the forms before it opens, the log, and what can be done."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from counteroffer.language import ENGLISH, message
from counteroffer.server import acts, running
from counteroffer.server.bank import bank_of
from counteroffer.server.consent import CHOICES
from counteroffer.server.duty import not_allowed, on_duty
from counteroffer.server.log import first_break, note
from counteroffer.server.marks import in_percent
from counteroffer.server.models import Candidate, Entry, Person, Sitting, Staff
from counteroffer.server.rendering import clock_time, page, when
from counteroffer.server.roles import may
from counteroffer.server.timing import left
from counteroffer.twin.check import answer_key_html

_LINES = 500


@require_safe
@on_duty
def sittings(request: HttpRequest, staff: Staff) -> HttpResponse:
    """Every sitting."""
    return page(request, "sittings.html", staff=staff, sittings=list(Sitting.objects.order_by("id")))


@require_safe
@on_duty
def sitting(request: HttpRequest, staff: Staff, name: str) -> HttpResponse:
    """Who is where, when was last saved, how much time is left."""
    return _watched(request, staff, _found(name))


@require_POST
@on_duty
def act(request: HttpRequest, staff: Staff, name: str) -> HttpResponse:
    """Do to a sitting what a button says."""
    found, deed = _found(name), request.POST.get("deed", "")
    if deed not in _DEEDS or not may(staff.role, deed):
        return not_allowed(request, staff, deed, found.id)
    try:
        _DEEDS[deed](staff.name, found.id, request)
    except acts.Refused as refused:
        return _watched(request, staff, found, status=409, wrong=ENGLISH.say(refused.said))
    return HttpResponseRedirect(f"/staff/sittings/{found.id}/")


@require_safe
@on_duty
def form(request: HttpRequest, staff: Staff, name: str, number: int) -> HttpResponse:
    """A form with its keys, for the examiner alone; that it was read stands in the log."""
    found = _found(name)
    if not may(staff.role, "forms") or not 1 <= number <= len(found.forms):
        raise Http404
    bank = bank_of(found)
    items = [answer_key_html(ENGLISH, bank.check(id_), bank.items[id_][1]) for id_ in found.forms[number - 1]]
    running.write(lambda: note("form-read", sitting=found.id, by=f"staff {staff.name}", form=number))
    return page(request, "form.html", staff=staff, sitting=found, number=number, items=items)


@require_safe
@on_duty
def log(request: HttpRequest, staff: Staff, name: str) -> HttpResponse:
    """The last lines of the log, and whether the whole of it holds."""
    found = _found(name)
    if not may(staff.role, "log"):
        raise Http404
    broken = first_break(Entry.objects.order_by("seq").iterator())
    entries = [(when(one.at), one) for one in Entry.objects.filter(sitting=found.id).order_by("-seq")[:_LINES]]
    return page(request, "log.html", staff=staff, sitting=found, entries=entries, broken=broken)


def _watched(request: HttpRequest, staff: Staff, found: Sitting, *, status: int = 200, wrong: str = "") -> HttpResponse:
    now, vault = time.time(), running.now().vault
    candidates = Candidate.objects.filter(sitting=found).order_by("number")
    kept = dict(candidates.values_list("pk").annotate(kept=Count("answer", filter=Q(answer__revision__gt=0))))
    names = (
        {one.pk: vault.open("person", one.name) for one in Person.objects.filter(candidate__sitting=found)}
        if may(staff.role, "names")
        else {}
    )
    rows = [
        {
            "one": one,
            "name": names.get(one.pk, ""),
            "left": clock_time(left(found, one, now).seconds),
            "resting": left(found, one, now).resting,
            "ago": None if one.seen is None else round(now - one.seen),
            "kept": kept[one.pk],
        }
        for one in candidates
    ]
    paused = bool(found.pauses) and found.pauses[-1][1] is None
    values: dict[str, Any] = {"sitting": found, "rows": rows, "paused": paused, "may": lambda deed: may(staff.role, deed), "wrong": wrong}
    # an invigilator runs the room, and needs no marks
    values["results"] = found.state == Sitting.RELEASED and may(staff.role, "results")
    values["in_percent"] = in_percent
    values["consents"] = {choice: ENGLISH.say(said) for choice, said in CHOICES.items()}
    return page(request, "watch.html", status=status, staff=staff, **values)


def _found(name: str) -> Sitting:
    found = Sitting.objects.filter(pk=name).first()
    if found is None:
        raise Http404
    return found


def _number(request: HttpRequest, field: str) -> int | None:
    """A whole number that was typed. Raises Refused for anything else."""
    typed = request.POST.get(field, "").strip()
    try:
        return int(typed[:6]) if typed else None
    except ValueError:
        raise acts.Refused(message("A whole number is wanted, not {typed}.", typed=typed[:20])) from None


def _minutes(request: HttpRequest) -> int:
    found = _number(request, "minutes")
    if found is None or not -300 <= found <= 300:
        raise acts.Refused(message("Say how many minutes, up to 300."))
    return found


def _annul(by: str, sitting: str, request: HttpRequest) -> None:
    number = _number(request, "number")
    if number is None:
        raise acts.Refused(message("Say which candidate."))
    acts.annul(by, sitting, number, request.POST.get("reason", "")[:2000])


_DEEDS: dict[str, Callable[[str, str, HttpRequest], None]] = {
    "open": lambda by, sitting, _: acts.open_sitting(by, sitting),
    "pause": lambda by, sitting, _: acts.pause(by, sitting, begin=True),
    "go-on": lambda by, sitting, _: acts.pause(by, sitting, begin=False),
    "extend": lambda by, sitting, request: acts.extend(by, sitting, _minutes(request), _number(request, "number")),
    "close": lambda by, sitting, _: acts.close(by, sitting),
    "annul": _annul,
    "release": lambda by, sitting, _: acts.release(by, sitting),
}

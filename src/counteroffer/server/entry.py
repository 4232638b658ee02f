"""The staff's pages for paper: forms to print, answer sheets to enter, and where two readers differ."""

from __future__ import annotations

import time
from collections import defaultdict
from importlib.util import find_spec
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_safe

from counteroffer.language import ENGLISH, message
from counteroffer.server import running, sheets, transcripts
from counteroffer.server.acts import Refused
from counteroffer.server.duty import on_duty
from counteroffer.server.log import note
from counteroffer.server.models import Candidate, Sitting, Staff, Transcript
from counteroffer.server.rendering import page
from counteroffer.server.retakes import barred
from counteroffer.server.roles import may

_BOTH = ["GET", "HEAD", "POST"]


@require_safe
@on_duty
def paper(request: HttpRequest, staff: Staff, name: str) -> HttpResponse:
    """The forms, and whose sheets are entered."""
    sitting = _sitting(staff, name)
    read: dict[int, list[Transcript]] = defaultdict(list)
    for one in Transcript.objects.filter(candidate__sitting=sitting).order_by("pk"):
        read[one.candidate_id].append(one)
    rows = [
        {
            "one": one,
            "read": read[one.pk],
            "both": sum(transcript.done for transcript in read[one.pk]) > 1,
            "mine": any(transcript.by == staff.name and transcript.done for transcript in read[one.pk]),
            "barred": one.started is None and barred(one, sitting, time.time()) is not None,
        }
        for one in Candidate.objects.filter(sitting=sitting).order_by("number")
    ]
    values: dict[str, Any] = {
        "sitting": sitting,
        "rows": rows,
        "pdf": find_spec("weasyprint") is not None,
        "prints": may(staff.role, "forms"),
    }
    return page(request, "paper-list.html", staff=staff, **values)


@require_safe
@on_duty
def form(request: HttpRequest, staff: Staff, name: str, number: int, kind: str = "") -> HttpResponse:
    """A form with its answer sheet, to print, or as a PDF; that it was printed stands in the log."""
    sitting = _sitting(staff, name)
    if not may(staff.role, "forms") or not 1 <= number <= len(sitting.forms):
        raise Http404
    running.write(lambda: note("paper-printed", sitting=sitting.id, by=f"staff {staff.name}", form=number))
    if not kind:
        return HttpResponse(sheets.printed(sitting, number - 1))
    made = sheets.pdf(sitting, number - 1)
    if made is None:
        said = message("This machine cannot make a PDF (WeasyPrint or the system's Pango is missing). Print the page from the browser.")
        return page(request, "notice.html", status=503, title=message("No PDF"), said=said)
    attached = f'attachment; filename="{sitting.id}-form-{number}.pdf"'
    return HttpResponse(made, headers={"Content-Type": "application/pdf", "Content-Disposition": attached})


@require_http_methods(_BOTH)
@on_duty
def enter(request: HttpRequest, staff: Staff, name: str, number: int) -> HttpResponse:
    """The grid in which one person enters what a sheet says, without seeing what another has entered."""
    sitting = _sitting(staff, name)
    one = _candidate(sitting, number)
    asked, wrong = sheets.questions(sitting, one.form), ""
    own = Transcript.objects.filter(candidate=one, by=staff.name).first()
    typed: dict[str, str] = own.typed if own else {}
    faults: dict[str, str] = {}
    if request.method == "POST":
        typed, faults = _typed(request, asked)
        done = request.POST.get("go") == "done"
        try:
            if not faults and transcripts.enter(staff.name, name, number, typed, done=done):
                return HttpResponseRedirect(f"/staff/sittings/{name}/paper/")
            if not faults:
                return HttpResponseRedirect(f"/staff/sittings/{name}/paper/" + ("" if done else f"{number}/"))
        except Refused as refused:
            wrong = ENGLISH.say(refused.said)
    values: dict[str, Any] = {"sitting": sitting, "one": one, "questions": asked, "typed": typed, "faults": faults, "wrong": wrong}
    return page(request, "entry.html", status=422 if faults else 409 if wrong else 200, staff=staff, **values)


@require_http_methods(_BOTH)
@on_duty
def compare(request: HttpRequest, staff: Staff, name: str, number: int) -> HttpResponse:
    """Where two readers differ: somebody looks at the sheet again and settles it."""
    sitting = _sitting(staff, name)
    one = _candidate(sitting, number)
    apart = [reading for reading in transcripts.readings(one) if not reading.same]
    typed: dict[str, str] = {}
    faults: dict[str, str] = {}
    wrong = ""
    if request.method == "POST":
        typed, faults = _typed(request, [reading.question for reading in apart])
        try:
            if not faults:
                transcripts.settle(staff.name, name, number, typed)
                return HttpResponseRedirect(f"/staff/sittings/{name}/paper/")
        except Refused as refused:
            wrong = ENGLISH.say(refused.said)
    elif not apart:
        return HttpResponseRedirect(f"/staff/sittings/{name}/paper/")
    values: dict[str, Any] = {"sitting": sitting, "one": one, "apart": apart, "typed": typed, "faults": faults, "wrong": wrong}
    return page(request, "compare.html", status=422 if faults else 409 if wrong else 200, staff=staff, **values)


def _typed(request: HttpRequest, asked: list[sheets.Question]) -> tuple[dict[str, str], dict[str, str]]:
    """What was typed, by item id, and what is wrong with it."""
    typed: dict[str, str] = {}
    faults: dict[str, str] = {}
    for one in asked:
        typed[one.item.id] = request.POST.get(f"q{one.place}", "")[:40]
        try:
            typed[one.item.id] = one.signs(typed[one.item.id])
        except sheets.Misread as misread:
            faults[one.item.id] = ENGLISH.say(misread.said)
    return typed, faults


def _sitting(staff: Staff, name: str) -> Sitting:
    found = Sitting.objects.filter(pk=name).first()
    if found is None or not may(staff.role, "paper"):
        raise Http404
    return found


def _candidate(sitting: Sitting, number: int) -> Candidate:
    found = Candidate.objects.filter(sitting=sitting, number=number).select_related("sitting").first()
    if found is None:
        raise Http404
    return found

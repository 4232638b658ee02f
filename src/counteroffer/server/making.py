"""The examiner's page that makes a sitting, and the cards of one."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_POST
from pydantic import TypeAdapter, ValidationError

from counteroffer.course.base import Slug
from counteroffer.course.diagnostics import CourseError
from counteroffer.exam.candidates import Row, candidates_in
from counteroffer.exam.forms import ImpossibleBlueprint
from counteroffer.language import ENGLISH, message
from counteroffer.server import running
from counteroffer.server.acts import Refused
from counteroffer.server.create import Repeated, Taken, TooOften, create, recode
from counteroffer.server.duty import not_allowed, on_duty
from counteroffer.server.materials import Shelf
from counteroffer.server.models import Sitting, Staff
from counteroffer.server.rendering import page
from counteroffer.server.roles import may

_FIELDS = ("sitting", "title", "blueprint", "bank", "forms", "seed", "candidates", "repeat")
_MOST_FORMS = 500
# What is wrong, by the field beside which it is said.
Faults = dict[str, list[str]]


@require_http_methods(["GET", "HEAD", "POST"])
@on_duty
def new(request: HttpRequest, staff: Staff) -> HttpResponse:
    """Ask what a sitting is made of, and make it; what is wrong stands beside its field."""
    shelf = running.now().shelf
    if not may(staff.role, "create"):
        return not_allowed(request, staff, "create")
    if shelf is None or not shelf.banks:
        said = message("This server was started without a bank. Start it with --bank FOLDER to make sittings here.")
        return page(request, "notice.html", title=message("Make a sitting"), said=said)
    asked = {name: request.POST.get(name, "").strip() for name in _FIELDS}
    faults: Faults = defaultdict(list)
    if request.method == "POST":
        data, asked["candidates"] = _list(request)
        faults = _make(staff, shelf, asked, data)
        if not faults:
            return HttpResponseRedirect(f"/staff/sittings/{asked['sitting']}/")
    values: dict[str, Any] = {"asked": asked, "faults": faults, "banks": shelf.banks, "blueprints": shelf.blueprints}
    return page(request, "new.html", status=422 if faults else 200, staff=staff, **values)


@require_POST
@on_duty
def cards(request: HttpRequest, staff: Staff, name: str) -> HttpResponse:
    """New codes for everybody, or for one: shown here, and never again."""
    if not may(staff.role, "cards"):
        return not_allowed(request, staff, "cards", name)
    typed = request.POST.get("number", "").strip()[:6]
    try:
        made = recode(staff.name, name, int(typed) if typed.isdecimal() else None)
    except (Refused, Sitting.DoesNotExist) as error:
        said = error.said if isinstance(error, Refused) else message("There is nothing at this address.")
        return page(request, "notice.html", status=409, title=message("No cards were made"), said=said)
    return page(request, "codes.html", staff=staff, sitting=name, cards=made)


def _list(request: HttpRequest) -> tuple[bytes | None, str]:
    """The list of candidates as it was sent: the file (None where it is too large), else what was pasted; and as text to mend it in."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
        return None, request.POST.get("candidates", "")
    file = request.FILES.get("file")
    data = bytes(file.read()) if file else request.POST.get("candidates", "").encode()
    return data, data.decode("utf-8-sig", errors="replace")


def _make(staff: Staff, shelf: Shelf, asked: dict[str, str], data: bytes | None) -> Faults:
    """Make the sitting, or say all that is wrong."""
    faults: Faults = defaultdict(list)
    forms, rows = _plain(asked, faults), _rows(data, faults)
    if faults:
        return faults
    field = "blueprint"
    try:
        blueprint = shelf.blueprint(asked["blueprint"])
        field = "bank"
        checks = shelf.checks(asked["bank"])
        names, seed, by = (asked["sitting"], asked["title"]), asked["seed"][:100], f"staff {staff.name}"
        create(*names, blueprint, checks, rows, forms=forms, seed=seed, repeat=bool(asked["repeat"]), by=by)
    except KeyError:
        faults[field].append(ENGLISH.say(message("Choose one of those that the server was started with.")))
    except CourseError as error:
        faults[field].extend(map(str, error.diagnostics))
    except ImpossibleBlueprint as impossible:
        faults["bank"].append(ENGLISH.say(message("No form can be drawn: {lacking}.", lacking=str(impossible))))
    except Repeated as repeated:
        faults["repeat"].append(ENGLISH.say(repeated.said))
    except TooOften as often:
        faults["candidates"].append(ENGLISH.say(often.said))
    except Taken:
        faults["sitting"].append(ENGLISH.say(message("There is a sitting of this name already.")))
    return faults


def _plain(asked: dict[str, str], faults: Faults) -> int:
    """How many forms; what is wrong with what was typed is noted."""
    try:
        TypeAdapter(Slug).validate_python(asked["sitting"])
    except ValidationError:
        faults["sitting"].append(ENGLISH.say(message("Use small letters, digits and single hyphens.")))
    if not 0 < len(asked["title"]) <= 200:
        faults["title"].append(ENGLISH.say(message("Say in up to 200 characters what candidates read above every page.")))
    forms = int(asked["forms"]) if re.fullmatch("[0-9]{1,3}", asked["forms"]) else 0
    if not 1 <= forms <= _MOST_FORMS:
        faults["forms"].append(ENGLISH.say(message("A whole number from 1 to {most} is wanted.", most=_MOST_FORMS)))
    return forms


def _rows(data: bytes | None, faults: Faults) -> list[Row]:
    """The candidates; what is wrong with the list is noted by its line."""
    if data is None:
        faults["candidates"].append(ENGLISH.say(message("The file is too large for a list of candidates.")))
        return []
    try:
        return candidates_in(data, Path("list.csv"))
    except CourseError as error:
        for one in error.diagnostics:
            said = message("Line {line}: {message} {remedy}", line=one.line, message=one.message, remedy=one.remedy)
            faults["candidates"].append(ENGLISH.say(said))
        return []

"""The facilitator's phone, the projector's page, and what remains of a room. Whoever has the key may take over at any time."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from counteroffer.language import message
from counteroffer.room.acts import NotNow
from counteroffer.room.debrief import counts_csv, report
from counteroffer.server.rendering import page
from counteroffer.server.room import deeds, face, oblivion, people, store
from counteroffer.server.room.house import house
from counteroffer.server.room.remains import Remains
from counteroffer.server.room.replies import NOT_NOW, answer, leading, live, remember
from counteroffer.server.room.throttle import wrong_keys
from counteroffer.server.writer import Unavailable


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Ask for the facilitator's key."""
    to = request.POST.get("to", request.GET.get("to", "/lead/"))
    to = to if url_has_allowed_host_and_scheme(to, allowed_hosts=None) and to.startswith("/") else "/lead/"
    wrong, status = None, 200
    if "again" in request.GET:
        wrong = message("This browser has lost the key, so what you pressed last was not done. Give the key again.")
    if request.method == "POST":
        key = "".join(request.POST.get("key", "").split()).upper()
        if people.leads(key):
            return remember(HttpResponseRedirect(to), face.LEAD, key)
        wrong = message("This is not the key of this room. It stands in the window in which the room was started.")
        status = 403 if wrong_keys.spend() else 429
    return page(request, "room/lead-door.html", status=status, language=house().course.language, wrong=wrong or "", to=to)


@require_safe
def key(request: HttpRequest, key: str, to: str = "lead") -> HttpResponse:  # noqa: ARG001 (a view is given it)
    """The link that is printed where the room was started: it lets in, and leaves no key in the address."""
    if not people.leads(key.upper()):
        return HttpResponseRedirect("/lead/enter/")
    return remember(HttpResponseRedirect(f"/{to}/"), face.LEAD, key.upper())


@require_safe
@leading
def lead(request: HttpRequest) -> HttpResponse:
    """The next step, and all that may be done."""
    return live(request, "lead", book=house().book is not None or house().epub is not None)


@require_safe
@leading
def screen(request: HttpRequest) -> HttpResponse:
    """What is projected."""
    theme = request.GET.get("theme", "")
    return live(request, "screen", theme=theme if theme in {"light", "dark"} else "")


@require_POST
@leading
def act(request: HttpRequest) -> HttpResponse:
    """Do one thing."""
    try:
        deeds.do({name: str(value) for name, value in request.POST.items()})
    except NotNow:
        return answer(request, "/lead/", NOT_NOW, 409)
    except (ValueError, KeyError):
        said = message("That could not be read, so nothing was done. Counts are whole numbers; a ranking has two to six short lines.")
        return answer(request, "/lead/", said, 400)
    return answer(request, "/lead/")


@require_safe
@leading
def debrief(request: HttpRequest) -> HttpResponse:
    """The debrief, to print."""
    try:
        found = report(store.room(), house().course)
    except NotNow:
        return HttpResponseRedirect("/")
    words = Remains(house().course)
    told = {name: getattr(words, name) for name in ("titles", "rows", "columns", "chosen", "by")}
    return page(request, "room/debrief.html", language=house().course.language, report=found, words=words.words, **told)


@require_safe
@leading
def counts(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 (Django's signature)
    """Every count that may be kept."""
    headers = {"Content-Type": "text/csv; charset=utf-8", "Content-Disposition": 'attachment; filename="counts.csv"'}
    return HttpResponse(counts_csv(store.room()), headers=headers)


@require_POST
@leading
def forget(request: HttpRequest) -> HttpResponse:
    """Delete everything; 503 where nothing could be deleted."""
    if not request.POST.get("sure"):
        return HttpResponseRedirect("/lead/")
    try:
        whole = oblivion.forget()
    except Unavailable:
        title = message("Nothing was deleted")
        said = message(
            "The room is still whole. On the laptop press Ctrl+C in the room’s window, and answer Y to its question; "
            "or run the command to forget that stands there."
        )
        return page(request, "room/said.html", status=503, language=house().course.language, title=title, said=said, to="/lead/")
    if whole:
        return HttpResponseRedirect("/")
    title = message("The room is deleted, but traces are left")
    said = message(
        "Its files could not be overwritten just now: another program may have them open. Press Ctrl+C in the room’s window on the laptop, "
        "which deletes them."
    )
    return page(request, "room/said.html", language=house().course.language, title=title, said=said, to="/")

"""Answers to requests of a room: a page that is kept fresh, or a word on what was done, for a script or for a form."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase

from counteroffer.language import Message, message
from counteroffer.room.acts import NotNow
from counteroffer.server.rendering import page, token
from counteroffer.server.room import face, people
from counteroffer.server.room.clock import room_time
from counteroffer.server.room.house import house

View = Callable[..., HttpResponse]
LIFE = 24 * 60 * 60
_LOOKS = {"GET", "HEAD"}
NOT_NOW = message("The room has gone on meanwhile, so nothing was done. Look at what stands there now.")


def live(request: HttpRequest, name: str, *, mine: dict[str, str] | None = None, status: int = 200, **more: object) -> HttpResponse:
    """A page that shows the room and keeps fresh."""
    try:
        shown = face.parts(name, token=token(request), mine=mine, opened=True)
        fresh = face.parts(name)
    except NotNow:
        return HttpResponseRedirect("/")
    versions = {part: face.version(html) for part, html in fresh.items()}
    given = {"page": name, "parts": shown, "versions": versions, "now": room_time(), "said": "", **more}
    return page(request, f"room/{name}.html", status=status, language=house().course.language, **given)


def answer(request: HttpRequest, to: str, said: Message | None = None, status: int = 200) -> HttpResponse:
    """What was done: JSON for our script, which asks for it, else the way on."""
    language = house().course.language
    words = language.say(said) if said else ""
    if scripted(request):
        return JsonResponse({"said": words}, status=status)
    if status == 200:
        return HttpResponseRedirect(to, status=303)
    return page(request, "room/said.html", status=status, language=language, title=message("Not done"), said=words, to=to)


def scripted(request: HttpRequest) -> bool:
    """Whether our script asks, which reads JSON."""
    return request.headers.get("Accept") == "application/json"


def seated(view: View) -> View:
    """Give a view the phone's seat, or lead it to the door."""

    @wraps(view)
    def wrapped(request: HttpRequest) -> HttpResponse:
        found = people.has_seat(request.COOKIES.get(face.SEAT))
        return view(request, found) if found else _door(request, "/" if request.method in _LOOKS else "/?again")

    return wrapped


def leading(view: View) -> View:
    """Let the facilitator in, or lead to the door of facilitators."""

    @wraps(view)
    def wrapped(request: HttpRequest) -> HttpResponse:
        to = request.path if request.method in _LOOKS else "/lead/&again"
        return view(request) if people.leads(request.COOKIES.get(face.LEAD)) else _door(request, f"/lead/enter/?to={to}")

    return wrapped


def inside(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let in who has joined or leads, and lead others to the door."""

    @wraps(view)
    def wrapped(request: HttpRequest, **given: str) -> HttpResponseBase:
        known = people.has_seat(request.COOKIES.get(face.SEAT)) or people.leads(request.COOKIES.get(face.LEAD))
        return view(request, **given) if known else HttpResponseRedirect("/")

    return wrapped


def remember(response: HttpResponse, name: str, value: str) -> HttpResponse:
    """Set a cookie that only this server reads, for a day."""
    response.set_cookie(name, value, max_age=LIFE, httponly=True, samesite="Lax")
    return response


def emptied(response: HttpResponse, *names: str) -> HttpResponse:
    """Have a browser forget what it holds of the room: these cookies, its storage, its copies of pages.

    Over an open line most heed nothing but the cookies; the door's script empties the storage there.
    """
    response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    for name in names:
        response.delete_cookie(name)
    return response


def _door(request: HttpRequest, to: str) -> HttpResponse:
    if scripted(request):
        return JsonResponse({"said": "", "to": to}, status=401)
    return HttpResponseRedirect(to)

"""The door of a room: six letters let a phone in, with no name unless somebody gives one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from counteroffer.language import Message, message
from counteroffer.server.rendering import page
from counteroffer.server.room import face, people, store
from counteroffer.server.room.house import house
from counteroffer.server.room.replies import emptied, remember
from counteroffer.server.room.throttle import wrong_letters


@require_safe
def door(request: HttpRequest) -> HttpResponse:
    """Ask for the code; a phone that has joined goes on where it was, and one that sent something without its cookie is told."""
    if people.has_seat(request.COOKIES.get(face.SEAT)):
        return HttpResponseRedirect("/here/")
    lost = message("This browser has lost its place in the room, so what you sent last was not kept. Join again.")
    return _door(request, request.GET.get("code", ""), lost if "again" in request.GET else "")


@require_POST
def join(request: HttpRequest) -> HttpResponse:
    """Let a phone in."""
    typed = "".join(sign for sign in request.POST.get("code", "")[:20].upper() if sign.isalpha())
    row = store.row()
    if row is None:
        return _door(request, "", status=410)
    if people.has_seat(request.COOKIES.get(face.SEAT)):
        return HttpResponseRedirect("/here/")
    if typed != row.code:
        status = 403 if wrong_letters.spend() else 429
        return _door(request, typed, message("No room has these letters. Compare them with the screen, one by one."), status)
    try:
        cookie = people.sit(request.POST.get("name", ""))
    except people.Full as full:
        locked = message("These letters are right, but the facilitator has locked the door. Ask to be let in, or vote on paper.")
        many = message("This room takes no more phones. Vote on paper, or ask the facilitator.")
        return _door(request, typed, locked if isinstance(full, people.Locked) else many, 409)
    return remember(HttpResponseRedirect("/here/"), face.SEAT, cookie)


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Forget this phone, and let it forget the room."""
    found = people.has_seat(request.COOKIES.get(face.SEAT))
    if found:
        people.rise(found.pk)
    return emptied(HttpResponseRedirect("/"), face.SEAT)


def _door(request: HttpRequest, code: str, wrong: Message | str = "", status: int = 200) -> HttpResponse:
    gone = store.row() is None
    response = page(request, "room/join.html", status=status, language=house().course.language, code=code[:12], wrong=wrong, gone=gone)
    return emptied(response, face.SEAT, face.LEAD) if gone else response

"""Words for whatever goes wrong in a room: plain pages, and JSON for our script."""

from __future__ import annotations

import sys

from django.http import HttpRequest, HttpResponse, JsonResponse

from counteroffer.language import Message, message
from counteroffer.server.rendering import page
from counteroffer.server.room.house import house
from counteroffer.server.room.replies import scripted
from counteroffer.server.writer import Unavailable


def no_token(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 (Django's signature)
    """A form that did not come from a page of ours, or whose cookie is lost."""
    said = message("This page is an old one, or its cookie is lost, so nothing was done. Load it anew; if it asks for letters, join again.")
    return _said(request, 403, message("Not done"), said)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """There is no such page."""
    return _said(request, 404, message("No such page"), message("There is nothing at this address."))


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """A request that no page of ours makes."""
    return _said(request, 400, message("Not understood"), message("The server does not understand this request."))


def failed(request: HttpRequest) -> HttpResponse:
    """Nothing was kept: the store cannot be written (503), or the server is at fault (500)."""
    store = isinstance(sys.exc_info()[1], Unavailable)
    said = message("The laptop could not keep this. Try again, or vote on paper.")
    return _said(request, 503 if store else 500, message("Not done"), said)


def _said(request: HttpRequest, status: int, title: Message, said: Message) -> HttpResponse:
    if scripted(request):
        return JsonResponse({"said": house().course.language.say(said)}, status=status)
    return page(request, "room/said.html", status=status, language=house().course.language, title=title, said=said, to="/")

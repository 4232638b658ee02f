"""What stands round every request: headers that keep a page to itself, and plain pages for whatever goes wrong."""

from __future__ import annotations

import sys
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from counteroffer.language import message
from counteroffer.server.rendering import page
from counteroffer.server.writer import Unavailable

POLICY = (
    "default-src 'none'; object-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_RETRY = "5"


def guard(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: no page asks anything of another origin, none is kept by a cache unless it says so."""

    def guarded(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.setdefault("Content-Security-Policy", POLICY)
        response["X-Frame-Options"] = "DENY"
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response.setdefault("Cache-Control", "no-store")
        return response

    return guarded


def plain(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: no form brings a NUL, which PostgreSQL stores in no text."""

    def read(request: HttpRequest) -> HttpResponse:
        if any("\0" in told for name in request.POST for told in (name, *request.POST.getlist(name))):
            return bad_request(request)
        return get_response(request)

    return read


def no_token(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 (Django's signature)
    """A form that did not come from a page of ours, or from one of an earlier log-in."""
    said = message("This page is from an earlier log-in, so nothing of it was kept. Open it anew and go on there.")
    return page(request, "notice.html", status=403, title=message("Not kept"), said=said)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """There is no such page."""
    return page(request, "notice.html", status=404, title=message("No such page"), said=message("There is nothing at this address."))


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """A request that no page of ours makes."""
    return page(
        request, "notice.html", status=400, title=message("Not understood"), said=message("The server does not understand this request.")
    )


def failed(request: HttpRequest) -> HttpResponse:
    """Nothing was kept: the store cannot be written (503), or the server is at fault (500)."""
    store = isinstance(sys.exc_info()[1], Unavailable)
    title = message("Not kept")
    said = (
        message("The server cannot keep anything at the moment. Nothing of this page was kept: leave it open, and try again.")
        if store
        else message("The server made a mistake, and this was not kept. Go back and try again, or tell the invigilator.")
    )
    response = page(request, "notice.html", status=503 if store else 500, title=title, said=said)
    if store:
        response["Retry-After"] = _RETRY
    return response

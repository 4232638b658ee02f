"""The candidate's log-in by the code on the card."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import rotate_token
from django.views.decorators.http import require_POST, require_safe

from counteroffer.language import message
from counteroffer.server import running
from counteroffer.server.codes import stored
from counteroffer.server.limits import wrong_codes
from counteroffer.server.log import note
from counteroffer.server.models import Candidate
from counteroffer.server.rendering import page
from counteroffer.server.seat import KEY, who

_LONGEST = 60


@require_safe
def door(request: HttpRequest) -> HttpResponse:
    """Ask for the code."""
    return page(request, "door.html", wrong="")


@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """Take the code. The same code opens the same sitting on another device."""
    typed = request.POST.get("code", "")[:_LONGEST]
    found = Candidate.objects.filter(code=stored(running.now().vault, typed)).first()
    if found is None and wrong_codes.empty():
        # who has a right code is let in all the same: wrong ones of others shut nobody out
        said = message("Too many wrong codes were typed in this room. Compare yours with your card, letter by letter.")
        return page(request, "door.html", status=429, wrong=said)
    if found is None:
        wrong_codes.take()
        running.write(lambda: note("code-refused"))
        said = message("No candidate has this code. Compare it with your card, letter by letter.")
        return page(request, "door.html", status=403, wrong=said)
    request.session.flush()
    request.session[KEY] = [found.pk, found.code]
    rotate_token(request)
    running.write(lambda: note("log-in", sitting=found.sitting_id, by=who(found)))
    return HttpResponseRedirect("/sit/")


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Log out of this device. What was answered stays, and the code opens it again."""
    request.session.flush()
    return HttpResponseRedirect("/")

"""Log-ins of staff: how long one lasts, and what ends it."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import rotate_token
from django.utils.crypto import constant_time_compare, salted_hmac

from counteroffer.language import message
from counteroffer.server import running
from counteroffer.server.log import note
from counteroffer.server.models import Staff
from counteroffer.server.rendering import page

P = ParamSpec("P")
_KEY, _SINCE, _SEEN, _PROOF = "staff", "since", "seen", "proof"
# A log-in lasts so long, and so long without a page being asked for.
LASTS, IDLE = 8 * 3600, 3600
# A session is not written at every page.
_COARSE = 300


def begin(request: HttpRequest, staff: Staff) -> None:
    """Log somebody in, in a session of a new name."""
    request.session.flush()
    now = time.time()
    request.session.update({_KEY: staff.pk, _SINCE: now, _SEEN: now, _PROOF: _proof(staff)})
    rotate_token(request)


def on_duty(view: Callable[Concatenate[HttpRequest, Staff, P], HttpResponse]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A view for staff whose log-in holds; others are sent to the log-in."""

    @wraps(view)
    def seen(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        found = Staff.objects.filter(pk=request.session.get(_KEY)).first()
        if found is None or not _holds(request, found):
            return HttpResponseRedirect("/staff/")
        return view(request, found, *args, **kwargs)

    return seen


def not_allowed(request: HttpRequest, staff: Staff, deed: str, sitting: str = "") -> HttpResponse:
    """Say that the role may not do this; that it was tried stands in the log."""
    running.write(lambda: note("not-allowed", sitting=sitting, by=f"staff {staff.name}", deed=deed[:40]))
    return page(request, "notice.html", status=403, title=message("Not allowed"), said=message("Your role may not do this."))


def _holds(request: HttpRequest, staff: Staff) -> bool:
    now, session = time.time(), request.session
    last = session.get(_SEEN, 0.0)
    if now - session[_SINCE] > LASTS or now - last > IDLE:
        return False
    if not constant_time_compare(session.get(_PROOF, ""), _proof(staff)):
        return False
    if now - last > _COARSE:
        session[_SEEN] = now
    return True


def _proof(staff: Staff) -> str:
    """Another once the password or the second factor is another: that ends every log-in of before."""
    return salted_hmac("counteroffer.server.duty", f"{staff.password}\n{staff.totp}", algorithm="sha256").hexdigest()

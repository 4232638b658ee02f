"""Staff log in: a password, a lock after wrong ones, and a second factor where the body has switched it on."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec

import pyotp
from django.contrib.auth.hashers import check_password, make_password
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import rotate_token
from django.views.decorators.http import require_http_methods, require_POST

from counteroffer.language import message
from counteroffer.server import running
from counteroffer.server.log import note
from counteroffer.server.models import Staff
from counteroffer.server.pages import page

P = ParamSpec("P")
KEY, SINCE = "staff", "since"
# So many wrong passwords lock the name for so long; a log-in lasts so long.
WRONG, LOCKED, LASTS = 5, 15 * 60, 8 * 3600
SHORTEST = 12
_STEP = 30
# Each check of a password takes 100 MiB and a fifth of a second: no more than two at once.
_checking = threading.BoundedSemaphore(2)


def add(name: str, password: str, role: str, *, second_factor: bool = False) -> str:
    """Let somebody log in; returns the secret for their authenticator, or nothing. Raises ValueError for a short password."""
    if len(password) < SHORTEST:
        raise ValueError(f"The password has {len(password)} characters; take {SHORTEST} or more.")
    secret = pyotp.random_base32() if second_factor else ""
    sealed = running.now().vault.seal("totp", secret) if secret else ""

    def write() -> None:
        Staff.objects.create(name=name, password=make_password(password), role=role, totp=sealed)
        note("staff", by=f"staff {name}", role=role, second_factor=second_factor)

    running.write(write)
    return secret


@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest) -> HttpResponse:
    """Ask for name, password and code. What is wrong is not said more closely than that it is."""
    if request.method != "POST":
        return page(request, "staff-door.html", wrong="")
    name = request.POST.get("name", "")[:60]
    found = Staff.objects.filter(name=name).first()
    if found and found.locked > time.time():
        said = message("This name is locked for some minutes after several wrong passwords.")
        return page(request, "staff-door.html", status=429, wrong=said)
    with _checking:
        right = check_password(request.POST.get("password", "")[:1000], found.password if found else _nobody())
    step = _step(found, request.POST.get("totp", "")) if found and right else None
    if not found or step is None:
        if found:
            _wrong(found.name)
        return page(request, "staff-door.html", status=403, wrong=message("Name, password or code are wrong."))
    if not running.write(lambda: _welcome(found.name, step)):
        return page(request, "staff-door.html", status=403, wrong=message("Name, password or code are wrong."))
    request.session.flush()
    request.session[KEY], request.session[SINCE] = found.pk, time.time()
    rotate_token(request)
    return HttpResponseRedirect("/staff/sittings/")


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Log out."""
    request.session.flush()
    return HttpResponseRedirect("/staff/")


def on_duty(view: Callable[Concatenate[HttpRequest, Staff, P], HttpResponse]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A view for staff who have logged in less than eight hours ago."""

    @wraps(view)
    def seen(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        found = Staff.objects.filter(pk=request.session.get(KEY)).first()
        if found is None or time.time() - request.session[SINCE] > LASTS:
            return HttpResponseRedirect("/staff/")
        return view(request, found, *args, **kwargs)

    return seen


@lru_cache(maxsize=1)
def _nobody() -> str:
    """A password that nobody has, so that an unknown name takes as long as a known one."""
    return make_password(pyotp.random_base32())


def _step(staff: Staff, typed: str) -> int | None:
    """The step of the second factor that was typed, 0 where there is none; None where it is wrong. A step is good once."""
    if not staff.totp:
        return 0
    totp = pyotp.TOTP(running.now().vault.open("totp", staff.totp), interval=_STEP)
    now = int(time.time()) // _STEP
    digits = typed.replace(" ", "")
    return next((step for step in (now, now - 1, now + 1) if step > staff.stepped and totp.verify(digits, for_time=step * _STEP)), None)


def _welcome(name: str, step: int) -> bool:
    found = Staff.objects.get(name=name)
    if found.locked > time.time() or (step and step <= found.stepped):
        return False
    found.failures, found.stepped = 0, step
    found.save()
    note("log-in", by=f"staff {name}")
    return True


def _wrong(name: str) -> None:
    def write() -> None:
        found = Staff.objects.get(name=name)
        found.failures += 1
        if found.failures >= WRONG:
            found.failures, found.locked = 0, time.time() + LOCKED
            note("lock", by=f"staff {name}")
        found.save()

    running.write(write)

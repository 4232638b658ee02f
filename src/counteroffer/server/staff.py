"""Staff log in: a password, a lock after wrong ones, and a second factor where the body has switched it on."""

from __future__ import annotations

import time

import pyotp
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_POST

from counteroffer.language import Message, message
from counteroffer.server import devices, duty, passwords, running
from counteroffer.server.duty import on_duty
from counteroffer.server.limits import wrong_passwords
from counteroffer.server.log import note
from counteroffer.server.models import Staff
from counteroffer.server.rendering import page

_BOTH = ["GET", "HEAD", "POST"]
# So many wrong passwords lock the name for so long, but on devices that are known.
WRONG, LOCKED = 5, 15 * 60
_STEP = 30
_REFUSED = message("Name, password or code are wrong.")
_BUSY = message("Many are logging in at the moment. Wait some seconds, then try again.")


@require_http_methods(_BOTH)
def door(request: HttpRequest) -> HttpResponse:
    """Ask for name, password and code. What is wrong is not said more closely than that it is."""
    if request.method != "POST":
        return page(request, "staff-door.html", wrong="")
    found = Staff.objects.filter(name=request.POST.get("name", "")[:60]).first()
    device = devices.known(request, found)
    guesses = device or wrong_passwords
    if guesses.empty() or (found and device is None and found.locked > time.time()):
        said = message("Too many wrong passwords were typed, here or for this name. Wait some minutes, then try again.")
        return page(request, "staff-door.html", status=429, wrong=said)
    try:
        right = passwords.matches(found, request.POST.get("password", ""))
    except passwords.Busy:
        return page(request, "staff-door.html", status=503, wrong=_BUSY)
    step = _step(found, request.POST.get("totp", "")) if found and right else None
    if not found or step is None or not running.write(lambda: _welcome(found.name, step, known=device is not None)):
        guesses.take()
        if found:
            _wrong(found.name, lock=device is None)
        return page(request, "staff-door.html", status=403, wrong=_REFUSED)
    duty.begin(request, found)
    response = HttpResponseRedirect("/staff/sittings/")
    devices.remember(response, found)
    return response


@require_http_methods(_BOTH)
@on_duty
def password(request: HttpRequest, staff: Staff) -> HttpResponse:
    """Change one's own password; every other log-in of the same person ends."""
    if request.method != "POST":
        return page(request, "staff-password.html", staff=staff, wrong="")
    new = request.POST.get("new", "")
    wrong: Message | None = passwords.fault(new, staff.name)
    if new != request.POST.get("again", ""):
        wrong = message("The new password was typed in two ways. Type it anew.")
    if wrong is None:
        wrong = _again(request, staff)
    if wrong is not None:
        return page(request, "staff-password.html", status=422, staff=staff, wrong=wrong)
    hashed = make_password(new)

    def write() -> None:
        Staff.objects.filter(pk=staff.pk).update(password=hashed)
        note("password", by=f"staff {staff.name}")

    running.write(write)
    staff.password = hashed
    duty.begin(request, staff)
    response = HttpResponseRedirect("/staff/sittings/")
    devices.remember(response, staff)
    return response


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Log out."""
    request.session.flush()
    return HttpResponseRedirect("/staff/")


def _again(request: HttpRequest, staff: Staff) -> Message | None:
    """What is wrong with the password and the code by which somebody who is logged in proves it once more."""
    if staff.locked > time.time():
        return _REFUSED
    try:
        right = passwords.matches(staff, request.POST.get("password", ""))
    except passwords.Busy:
        return _BUSY
    step = _step(staff, request.POST.get("totp", "")) if right else None
    if step is None or not running.write(lambda: _used(staff.name, step)):
        _wrong(staff.name, lock=True)
        return _REFUSED
    return None


def _step(staff: Staff, typed: str) -> int | None:
    """The step of the second factor that was typed, 0 where there is none; None where it is wrong. A step is good once."""
    if not staff.totp:
        return 0
    totp = pyotp.TOTP(running.now().vault.open("totp", staff.totp), interval=_STEP)
    now = int(time.time()) // _STEP
    digits = typed.replace(" ", "")
    return next((step for step in (now, now - 1, now + 1) if step > staff.stepped and totp.verify(digits, for_time=step * _STEP)), None)


def _used(name: str, step: int) -> bool:
    """Within a write: take a step of the second factor, which is good once."""
    return not step or bool(Staff.objects.filter(name=name, stepped__lt=step).update(stepped=step))


def _welcome(name: str, step: int, *, known: bool) -> bool:
    found = Staff.objects.get(name=name)
    if (found.locked > time.time() and not known) or not _used(name, step):
        return False
    Staff.objects.filter(name=name).update(failures=0)
    note("log-in", by=f"staff {name}")
    return True


def _wrong(name: str, *, lock: bool) -> None:
    def write() -> None:
        found = Staff.objects.get(name=name)
        note("log-in-refused", by=f"staff {name}")
        found.failures += lock
        if found.failures >= WRONG:
            found.failures, found.locked = 0, time.time() + LOCKED
            note("lock", by=f"staff {name}")
        found.save()

    running.write(write)

"""Devices from which somebody of the staff has logged in before: what others type wrongly does not shut these out."""

from __future__ import annotations

import hashlib
import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from counteroffer.server.limits import Bucket
from counteroffer.server.models import Staff

_LASTS = 90 * 24 * 3600
# A known device has guesses of its own: so many, and one more every three minutes.
_GUESSES, _EACH = 5, 1 / 180
_buckets: dict[str, Bucket] = {}


def remember(response: HttpResponse, staff: Staff) -> None:
    """Let this device be known for this person, until the password changes."""
    response.set_signed_cookie(
        _cookie(staff),
        secrets.token_hex(16),
        salt=_salt(staff),
        max_age=_LASTS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


def known(request: HttpRequest, staff: Staff | None) -> Bucket | None:
    """The guesses that a known device has left; None for a device that is not known."""
    told = staff and request.get_signed_cookie(_cookie(staff), None, salt=_salt(staff), max_age=_LASTS)
    return _buckets.setdefault(told, Bucket(_GUESSES, _EACH)) if told else None


def _cookie(staff: Staff) -> str:
    prefix = "__Host-" if settings.SESSION_COOKIE_SECURE else ""
    return f"{prefix}device-{hashlib.sha256(staff.name.encode()).hexdigest()[:12]}"


def _salt(staff: Staff) -> str:
    return f"device\n{staff.name}\n{staff.password}"

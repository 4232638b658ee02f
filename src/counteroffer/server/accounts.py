"""Who may log in as staff: let in, given a new password, let go. It is done by whoever opens the examiner's folder."""

from __future__ import annotations

import pyotp
from django.contrib.auth.hashers import make_password

from counteroffer.language import ENGLISH
from counteroffer.server import passwords, running
from counteroffer.server.log import note
from counteroffer.server.models import Staff


def add(name: str, password: str, role: str, *, second_factor: bool = False) -> str:
    """Let somebody log in; returns the secret for their authenticator, or nothing. Raises ValueError for a password that may not be taken."""
    _allowed(password, name)
    secret, sealed = _second(wanted=second_factor)

    def write() -> None:
        Staff.objects.create(name=name, password=make_password(password), role=role, totp=sealed)
        note("staff", by=f"staff {name}", role=role, second_factor=second_factor)

    running.write(write)
    return secret


def renew(name: str, password: str, *, second_factor: bool = False) -> str:
    """Give somebody a new password (and authenticator); it ends their log-ins and a lock. As `add`; raises Staff.DoesNotExist, too."""
    _allowed(password, name)
    secret, sealed = _second(wanted=second_factor)

    def write() -> None:
        found = Staff.objects.get(name=name)
        found.password, found.totp, found.failures, found.locked = make_password(password), sealed, 0, 0
        found.save()
        note("staff-renewed", by=f"staff {name}", second_factor=second_factor)

    running.write(write)
    return secret


def remove(name: str) -> None:
    """Let somebody log in no more; it ends their log-ins. What they did stays in the log. Raises Staff.DoesNotExist."""

    def write() -> None:
        Staff.objects.get(name=name).delete()
        note("staff-removed", by=f"staff {name}")

    running.write(write)


def _allowed(password: str, name: str) -> None:
    if found := passwords.fault(password, name):
        raise ValueError(ENGLISH.say(found))


def _second(*, wanted: bool) -> tuple[str, str]:
    """A secret for an authenticator, and how it is stored."""
    secret = pyotp.random_base32() if wanted else ""
    return secret, running.now().vault.seal("totp", secret) if secret else ""

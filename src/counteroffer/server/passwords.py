"""Passwords of staff: which may be chosen, and checking one without letting guesses take the machine."""

from __future__ import annotations

import threading
from functools import lru_cache

import pyotp
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import CommonPasswordValidator

from counteroffer.language import Message, message
from counteroffer.server.models import Staff

SHORTEST, LONGEST = 12, 1000
# What somebody who knows this server would try first.
_WORDS = ("counteroffer", "examination", "examiner", "invigilator", "auditor", "password")
# Each check takes 100 MiB and a fifth of a second: two at once, two that wait, and nobody else holds a thread for it.
_checking, _asking = threading.BoundedSemaphore(2), threading.BoundedSemaphore(4)


class Busy(Exception):  # noqa: N818 (a state of the server)
    """So many passwords are being checked that this one was not looked at."""


def fault(password: str, name: str) -> Message | None:
    """Why somebody called `name` may not take this password, if they may not. Signs of every kind are welcome, and none is asked for."""
    plain = password.lower()
    if not SHORTEST <= len(password) <= LONGEST:
        return message(
            "The password has {number} characters; take {least} or more, up to {most}.", number=len(password), least=SHORTEST, most=LONGEST
        )
    if plain.strip() in _common() or len({*plain}) < 5:
        return message("This password is among the first that are guessed. Take another.")
    rest = plain
    for word in (*_WORDS, name.lower()):
        rest = rest.replace(word, "") if word else rest
    if len(rest) < SHORTEST // 2:
        return message("This password is little more than a name or a word of this server. Take another.")
    return None


def matches(staff: Staff | None, password: str) -> bool:
    """Whether it is the password of this person; of nobody it takes as long. Raises Busy."""
    if not _asking.acquire(blocking=False):
        raise Busy
    try:
        with _checking:
            return len(password) <= LONGEST and check_password(password, staff.password if staff else _nobody())
    finally:
        _asking.release()


@lru_cache(maxsize=1)
def _common() -> set[str]:
    found: set[str] = CommonPasswordValidator().passwords
    return found


@lru_cache(maxsize=1)
def _nobody() -> str:
    return make_password(pyotp.random_base32())

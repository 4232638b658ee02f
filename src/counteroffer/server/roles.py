"""Who may do what: examiners everything, invigilators what a room needs, auditors look only."""

from __future__ import annotations

EXAMINER, INVIGILATOR, AUDITOR = ROLES = ("examiner", "invigilator", "auditor")

_ALLOWED = {
    "create": {EXAMINER},
    "cards": {EXAMINER},
    "paper": {EXAMINER, INVIGILATOR},
    "watch": {EXAMINER, INVIGILATOR, AUDITOR},
    "forms": {EXAMINER},
    "log": {EXAMINER, AUDITOR},
    "names": {EXAMINER, INVIGILATOR},
    "open": {EXAMINER, INVIGILATOR},
    "pause": {EXAMINER, INVIGILATOR},
    "go-on": {EXAMINER, INVIGILATOR},
    "extend": {EXAMINER, INVIGILATOR},
    "close": {EXAMINER, INVIGILATOR},
    "annul": {EXAMINER},
    "release": {EXAMINER},
    "rule": {EXAMINER},
    "results": {EXAMINER, AUDITOR},
}


def may(role: str, deed: str) -> bool:
    """Whether a role may do this."""
    return role in _ALLOWED.get(deed, set())

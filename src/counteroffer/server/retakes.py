"""People who sit again: known by their name (or number) as it stands in the lists, as long as the names are kept."""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence

from counteroffer.course.blueprint import Blueprint
from counteroffer.language import Message, message
from counteroffer.server import running
from counteroffer.server.models import Candidate, Person, Sitting
from counteroffer.server.rendering import when

_HOUR = 3600
# What a sitting keeps to whose blueprint was stored without.
_RETAKES, _HOURS = 2, 24


def token(name: str) -> str:
    """What a person is known by in every sitting of this server, however the name is spaced and capitalised; nobody without the keys makes it."""
    plain = unicodedata.normalize("NFKC", " ".join(name.split())).casefold()
    return hmac.new(running.now().vault.key("people"), plain.encode(), hashlib.sha256).hexdigest()


def recognise() -> None:
    """Give their tokens to people whom an earlier version has stored without."""
    vault = running.now().vault
    for one in Person.objects.filter(token="").iterator():
        found = token(vault.open("person", one.name))
        running.write(lambda pk=one.pk, found=found: Person.objects.filter(pk=pk).update(token=found))  # type: ignore[misc]


def seen(names: Sequence[str]) -> list[frozenset[str]]:
    """What each of these people has met in earlier sittings, or will in sittings that are not over yet: ids of items."""
    tokens = [token(name) for name in names]
    met: dict[str, set[str]] = defaultdict(set)
    # the bank is large, and is not looked at
    earlier = Person.objects.filter(token__in=set(tokens)).select_related("candidate__sitting")
    for one in earlier.defer("candidate__sitting__bank", "candidate__sitting__seed"):
        candidate, sitting = one.candidate, one.candidate.sitting
        if candidate.started is not None or sitting.state in {Sitting.MADE, Sitting.OPEN}:
            met[one.token].update(sitting.forms[candidate.form])
    return [frozenset(met[one]) for one in tokens]


def too_often(names: Sequence[str], blueprint: Blueprint) -> list[str]:
    """Those of these people who have sat as often as they may; a sitting that was annulled does not count."""
    tokens = [token(name) for name in names]
    sat = Candidate.objects.filter(person__token__in=set(tokens), started__isnull=False, annulled="")
    times = Counter(sat.values_list("person__token", flat=True))
    return [name for name, one in zip(names, tokens, strict=True) if times[one] > blueprint.retakes]


def barred(candidate: Candidate, sitting: Sitting, now: float) -> Message | None:
    """Why a candidate may not begin now, though the sitting is open: too soon after the same person was last at work, or too often; else None."""
    own = Person.objects.filter(candidate=candidate).values_list("token", flat=True).first()
    if not own:
        return None
    others = Candidate.objects.filter(person__token=own, started__isnull=False).exclude(pk=candidate.pk)
    sat = list(others.only("started", "ended", "seen", "annulled"))
    if sum(not one.annulled for one in sat) > sitting.blueprint.get("retakes", _RETAKES):
        return message("You have sat this examination as often as its rules allow.")
    ends = [one.ended or max(one.started or 0.0, one.seen or 0.0) for one in sat]
    opens = max(ends, default=0.0) + _HOUR * sitting.blueprint.get("retake_hours", _HOURS)
    if not ends or now >= opens:
        return None
    return message(
        "You have sat this examination before. You may begin from {time} by the server’s clock; load this page again then.",
        time=when(opens),
    )

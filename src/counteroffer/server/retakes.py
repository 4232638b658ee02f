"""People who sit again: known by their name (or number) as it stands in the lists, as long as the names are kept."""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from collections import defaultdict
from collections.abc import Sequence

from counteroffer.server import running
from counteroffer.server.models import Candidate, Person, Sitting

_HOUR = 3600
_DEFAULT = 24


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


def opens(candidate: Candidate, sitting: Sitting) -> float:
    """From when (seconds since 1970) a candidate may begin: so many hours after the same person was last at work; 0 where they never were."""
    own = Person.objects.filter(candidate=candidate).values_list("token", flat=True).first()
    if not own:
        return 0.0
    others = Candidate.objects.filter(person__token=own, started__isnull=False).exclude(pk=candidate.pk)
    ends = [one.ended or max(one.started or 0.0, one.seen or 0.0) for one in others.only("started", "ended", "seen")]
    return max(ends) + _HOUR * sitting.blueprint.get("retake_hours", _DEFAULT) if ends else 0.0


def too_soon(candidate: Candidate, sitting: Sitting, now: float) -> bool:
    """Whether the time between two sittings is not over yet."""
    return now < opens(candidate, sitting)

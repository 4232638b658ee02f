"""What an examiner rules once a sitting is closed: an item counts for nobody, its key was wrong, judges have set a standard.

Each is a line in the log, and none takes another away: everybody is marked by the last of them, and all marks before can be reckoned again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from counteroffer.course.items import Response
from counteroffer.language import message
from counteroffer.server import running
from counteroffer.server.acts import Refused, want
from counteroffer.server.bank import bank_of
from counteroffer.server.log import note
from counteroffer.server.models import Sitting
from counteroffer.server.results import publish
from counteroffer.server.rules import MEND, RESTORE, STANDARD, WITHDRAW, rules_of, sealed


def withdraw(by: str, sitting: str, item: str, reason: str) -> list[int]:
    """Let an item count for nobody. As the other rulings, it returns the numbers of those whose released result is another now."""

    def told(found: Sitting) -> dict[str, Any]:
        gone = rules_of(found).withdrawn | {_known(found, item)}
        for number, form in enumerate(found.forms, start=1):
            if gone.issuperset(form):
                raise Refused(message("Form {number} would have no item left. Annul its candidates instead.", number=number))
        return {"item": item, "reason": _reason(reason)}

    return _rule(by, sitting, WITHDRAW, told)


def mend_key(by: str, sitting: str, item: str, reason: str, key: Response, *, beside: bool) -> list[int]:
    """Take an answer as right: alone, or `beside` those that are taken so already; then the one that earns most counts."""

    def told(found: Sitting) -> dict[str, Any]:
        made = bank_of(found).items[_known(found, item)][1]
        try:
            made.rekeyed(key)
        except (ValueError, TypeError):
            raise Refused(message("This answer cannot be the key of this item: it is not whole, or would earn without thought.")) from None
        before = [one.key() for one in rules_of(found).keys.get(item, (made,))] if beside else []
        return {"item": item, "reason": _reason(reason), "keys": sealed([*(one for one in before if one != key), key])}

    return _rule(by, sitting, MEND, told)


def restore(by: str, sitting: str, item: str, reason: str) -> list[int]:
    """Let an item count as it was made."""
    return _rule(by, sitting, RESTORE, lambda found: {"item": _known(found, item), "reason": _reason(reason)})


def set_standard(by: str, sitting: str, ratings: Mapping[str, Sequence[float]]) -> list[int]:
    """Let the cut be what judges expect: of each item, the mark (0 to 1) that each judge expects of a barely competent candidate."""

    def told(found: Sitting) -> dict[str, Any]:
        items = sorted({item for form in found.forms for item in form})
        if missing := [item for item in items if item not in ratings]:
            raise Refused(message("Nobody has rated {items}.", items=", ".join(missing)))
        return {"ratings": {item: list(map(str, ratings[item])) for item in items}}

    return _rule(by, sitting, STANDARD, told)


def _rule(by: str, sitting: str, kind: str, told: Callable[[Sitting], dict[str, Any]]) -> list[int]:
    def write() -> list[int]:
        found = Sitting.objects.get(pk=sitting)
        want(found, Sitting.CLOSED, Sitting.RELEASED)
        note(kind, sitting=sitting, by=f"staff {by}" if by else "", **told(found))
        return publish(found)[1] if found.state == Sitting.RELEASED else []

    return running.write(write)


def _known(sitting: Sitting, item: str) -> str:
    if item not in bank_of(sitting).items:
        raise Refused(message("No form of this sitting has the item {item}.", item=item))
    return item


def _reason(given: str) -> str:
    if not given.strip():
        raise Refused(message("Give the reason: it stands in the log."))
    return given.strip()

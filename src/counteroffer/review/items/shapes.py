"""The shapes of right answers over a bank: what can be known of them before an item is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

from counteroffer.course.items import Item
from counteroffer.course.kinds.judgement.model import RATINGS, JudgementItem
from counteroffer.course.kinds.matching.model import MatchingItem
from counteroffer.course.kinds.multiple.model import MultipleItem
from counteroffer.course.marking import mark
from counteroffer.review.items.flaw import BANK, bank
from counteroffer.review.manuscript import Manuscript
from counteroffer.review.rule import Finding, Rule

# So many multiple items show a habit; and so large a share may have one number of keys.
_ENOUGH, _MOST = 10, 0.6


def key_counts(items: Iterable[Item]) -> Counter[int]:
    """How many multiple items have one key, two, and so on."""
    return Counter(len(item.key()) for item in items if isinstance(item, MultipleItem))


def permuted(items: Iterable[Item]) -> list[Item]:
    """Judgement items that give each rating to one act: who is sure of three has the fourth for nothing."""
    every = sorted(RATINGS)
    return [item for item in items if isinstance(item, JudgementItem) and sorted(item.key().values()) == every]


def eliminable(items: Iterable[Item]) -> list[Item]:
    """Matching items with no right side to spare: the last pair is had for nothing."""
    return [item for item in items if isinstance(item, MatchingItem) and not item.extra]


def thoughtless(items: Sequence[Item]) -> dict[str, Fraction]:
    """For each kind whose items have constant answers, the mean mark of the best of these on every item; by marking it is 0."""
    found: dict[str, list[Fraction]] = {}
    for item in items:
        marks = [mark(item, answer) for answer in item.constants()]
        if marks:
            found.setdefault(item.kind, []).append(max(marks))
    return {kind: sum(marks, Fraction(0)) / len(marks) for kind, marks in sorted(found.items())}


def _items(manuscript: Manuscript) -> list[Item]:
    return [one.item for one in bank(manuscript.course.checks.values())]


def _key_count(manuscript: Manuscript) -> Iterable[Finding]:
    counted = key_counts(_items(manuscript))
    for keys, number in counted.most_common(1) if counted.total() >= _ENOUGH else []:
        if number > _MOST * counted.total():
            message = f"{number} of {counted.total()} multiple items have {keys} {'key' if keys == 1 else 'keys'}."
            yield Finding(BANK, 1, 1, message, "Vary the number from one to all but one.")


def _permuted(manuscript: Manuscript) -> Iterable[Finding]:
    yield from _named(permuted(items := _items(manuscript)), items, "judgement", "use each rating once", "Rate acts as the case demands.")


def _eliminable(manuscript: Manuscript) -> Iterable[Finding]:
    remedy = "Add a right side that belongs to none."
    yield from _named(eliminable(items := _items(manuscript)), items, "matching", "have no right side to spare", remedy)


def _named(found: Sequence[Item], among: Iterable[Item], kind: str, what: str, remedy: str) -> Iterable[Finding]:
    if found:
        names = ", ".join(item.id for item in found[:5]) + (" …" if len(found) > 5 else "")
        message = f"{len(found)} of {sum(item.kind == kind for item in among)} {kind} items {what}: {names}."
        yield Finding(BANK, 1, 1, message, remedy)


RULES = [
    Rule("R767", "key-count", "error", "A number of keys that can be counted on tells when to stop.", _key_count),
    Rule("R768", "ratings-permuted", "error", "When each rating comes once, the last act is rated for nothing.", _permuted),
    Rule("R769", "match-by-elimination", "error", "The last pair is what is left over.", _eliminable),
]

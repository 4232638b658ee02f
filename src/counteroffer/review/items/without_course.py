"""Items that can be answered without the course: by cues alone, or because they ask nothing that it teaches.

Whether an item can be answered by common sense only learners can show. What a program can see is whether somebody who
knows nothing would be led to the key, and whether what the item rests on is taught at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from counteroffer.course import Catalogue
from counteroffer.course.items import Item
from counteroffer.course.kinds.single.model import SingleItem
from counteroffer.review.items.choices import above
from counteroffer.review.items.flaw import Flaw, bank, item_rule
from counteroffer.review.items.lexis import content, count
from counteroffer.review.manuscript import Manuscript
from counteroffer.review.passages import Passage
from counteroffer.review.rule import Finding, Rule

# A learner sees a difference in length from about one character in twenty.
_SEEN = 1.05
_CUES_TOGETHER = 3


def guessable(item: Item) -> Iterable[Flaw]:
    """No clues to the right answer (28), taken together: three cues point at the key, and none elsewhere. Single.

    Each cue is harmless alone and balanced over the bank. The cues are length, hedges, words shared with what stands above
    the options, and words shared with other options; a cue that ties points nowhere. With three options and cues that
    know nothing of the key, this happens to about one item in twenty-five.
    """
    if not isinstance(item, SingleItem):
        return
    votes = [vote for vote in _votes(item) if vote is not None]
    key = next(i for i, one in enumerate(item.options) if one.key)
    if len(votes) >= _CUES_TOGETHER and set(votes) == {key}:
        message = f"{len(votes)} cues (of length, hedges, shared words) point at the key, and none elsewhere."
        yield Flaw(("options", key), message, "Give one of the cues to a distractor.")


def _votes(item: SingleItem) -> Iterable[int | None]:
    said = [one.text for one in item.options]
    words = [content(text) for text in said]
    rest = [frozenset().union(*(other for j, other in enumerate(words) if j != i)) for i in range(len(words))]
    yield _unique([len(text) for text in said], _SEEN)
    yield _unique([count(text, "hedges") for text in said])
    yield _unique([len(one & content(above(item))) for one in words])
    yield _unique([len(one & other) for one, other in zip(words, rest, strict=True)])


def _unique(values: Sequence[int], factor: float = 1.0) -> int | None:
    """Which value stands out as the greatest, if one does."""
    first, second = sorted(values, reverse=True)[:2]
    return values.index(first) if first > second * factor else None


def untaught(item: Item, taught: AbstractSet[str]) -> Iterable[Flaw]:
    """Specific content, as the specification calls for it (1), and important content (2): what an item rests on is taught. Every kind.

    `taught` is every fact and source that the item's unit cites. An item whose feedback cites none of them asks for general
    knowledge, or for another unit's.
    """
    if not taught & set(item.cites()):
        yield Flaw((), "Nothing that this item rests on is cited in its unit.", "Ask about what the unit teaches, or cite it there.")


def _untaught(manuscript: Manuscript) -> Iterable[Finding]:
    course = manuscript.course
    taught = {page.chapter.front.unit: _cites(page.passages) for page in manuscript.pages if page.chapter.front}
    for placed in bank(course.checks.values()):
        units = (
            _units(course, placed.check.check, placed.item) if placed.check.mode == "probe" else [placed.item.unit or placed.check.check]
        )
        known = frozenset().union(*(taught.get(unit, frozenset()) for unit in units))
        yield from (placed.finding(manuscript, flaw) for flaw in untaught(placed.item, known))


def _units(course: Catalogue, own: str, item: Item) -> list[str]:
    """The units that a probe's item points at: it comes before all of them."""
    return [unit for unit, (_, front) in course.units().items() if unit != own and set(front.objectives) & set(item.objectives)]


def _cites(passages: Iterable[Passage]) -> frozenset[str]:
    return frozenset(cite for one in passages for cite in one.cites())


RULES = [
    item_rule("R751", "guessable", "error", "An item that cues give away measures the cues.", guessable),
    Rule("R752", "untaught", "error", "An item is there for what its unit teaches.", _untaught),
]

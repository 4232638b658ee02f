"""Items as a test-wise learner meets them: texts to choose or place, and which of them are right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counteroffer.course.items import Item
from counteroffer.course.kinds.judgement.model import JudgementItem
from counteroffer.course.kinds.matching.model import MatchingItem
from counteroffer.course.kinds.multiple.model import MultipleItem
from counteroffer.course.kinds.ordering.model import OrderingItem
from counteroffer.course.kinds.single.model import SingleItem
from counteroffer.course.yamlfile import Place

ChoiceItem = SingleItem | MultipleItem


@dataclass(frozen=True)
class Choice:
    """A text that can be chosen or placed, what is said of it afterwards, and where it stands in its item.

    `right` is True for a key and for the best act of a judgement, False for a distractor and for any other act, and None
    where nothing is chosen but placed. `wrong` marks the opposite pole: a distractor, or an act rated weak or harmful.
    """

    text: str
    feedback: str
    place: Place
    right: bool | None = None
    wrong: bool = False


def choices(item: Item) -> list[Choice]:
    """The options of a single, multiple or judgement item; none for other kinds."""
    if isinstance(item, JudgementItem):
        best = max(option.defensibility for option in item.options)
        return [
            Choice(one.text, one.feedback, ("options", i), one.defensibility == best, one.defensibility <= 2)
            for i, one in enumerate(item.options)
        ]
    if isinstance(item, ChoiceItem):
        return [Choice(one.text, one.feedback, ("options", i), one.key, not one.key) for i, one in enumerate(item.options)]
    return []


def placeable(item: Item) -> list[Choice]:
    """What every kind offers: options, entries, or the right sides of pairs and those that belong to none."""
    if isinstance(item, OrderingItem):
        return [Choice(one.text, one.feedback, ("entries", i)) for i, one in enumerate(item.entries)]
    if isinstance(item, MatchingItem):
        pairs = [Choice(one.right, one.feedback, ("pairs", i)) for i, one in enumerate(item.pairs)]
        return pairs + [Choice(one.text, one.feedback, ("extra", i), wrong=True) for i, one in enumerate(item.extra)]
    return choices(item)


def keyed(item: Item) -> list[Choice]:
    """The options of single and multiple items, whose key is a yes or a no; none for other kinds."""
    return choices(item) if isinstance(item, ChoiceItem) else []


def parted(options: Sequence[Choice]) -> tuple[list[Choice], list[Choice]]:
    """The right options, and all others."""
    return [one for one in options if one.right], [one for one in options if not one.right]


def above(item: Item) -> str:
    """All that stands above the options."""
    return f"{item.vignette or ''} {item.stem}".strip()


def texts(item: Item) -> Iterator[str]:
    """Every text of an item that is read before answering."""
    yield above(item)
    if isinstance(item, MatchingItem):
        yield from (one.left for one in item.pairs)
    yield from (one.text for one in placeable(item))

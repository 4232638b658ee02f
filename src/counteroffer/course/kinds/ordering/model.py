"""Schema and marking of ordering items."""

from __future__ import annotations

from itertools import combinations
from typing import Any, Literal

from pydantic import Field

from counteroffer.course.items import Feedback, Item, Remark, letters, mixed
from counteroffer.language import message


class OrderingItem(Item):
    """Entries are written in the right order; the learner meets them mixed."""

    kind: Literal["ordering"]
    entries: list[Feedback] = Field(min_length=3, max_length=Item.max_options)

    def shown(self) -> list[int]:
        """Indices of the entries in the order in which the learner meets them."""
        return mixed(self.id, [entry.text for entry in self.entries])

    def key(self) -> list[str]:
        """The ids, given by the order shown, in the right order."""
        ids = dict(zip(self.shown(), letters(len(self.entries)), strict=True))
        return [ids[index] for index in range(len(self.entries))]

    def remarks(self) -> list[Remark]:
        """One remark an entry, in the right order."""
        return [
            Remark(option=id_, label=str(place), verdict=message("Place {place}", place=place), text=entry.feedback, cite=entry.cite)
            for place, (id_, entry) in enumerate(zip(self.key(), self.entries, strict=True), start=1)
        ]


def mark(key: Any, response: Any) -> float:
    """The share of all pairs of entries that stand the right way round (Kendall's concordant pairs)."""
    if not isinstance(response, list) or sorted(map(str, response)) != sorted(key):
        return 0.0
    pairs = list(combinations(key, 2))
    return sum(response.index(first) < response.index(second) for first, second in pairs) / len(pairs)

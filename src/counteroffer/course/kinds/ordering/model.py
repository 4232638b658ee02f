"""Schema and marking of ordering items."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations
from typing import Any, Literal

from pydantic import Field, PrivateAttr

from counteroffer.course.items import Feedback, Item, Remark, Scheme
from counteroffer.course.orders import half_in_order, pairs_in_order
from counteroffer.language import message


class OrderingItem(Item):
    """Entries are written in the right order; the learner meets them mixed."""

    kind: Literal["ordering"]
    entries: list[Feedback] = Field(min_length=3, max_length=Item.max_options)

    parts = ("entries",)
    _seed: str = PrivateAttr("")

    def shuffled(self, seed: str) -> OrderingItem:
        """The item with its entries shown in an order of the seed's; their right order stays."""
        other = self.model_copy()
        other._seed = f"{seed} "  # noqa: SLF001 (a copy of this very class)
        return other

    def shown(self) -> list[str]:
        """The ids of the entries in the order in which the learner meets them."""
        return half_in_order(f"{self._seed}{self.id}", self.key())

    def shown_entries(self) -> list[Feedback]:
        """The entries in that order."""
        by_id = {entry.id: entry for entry in self.entries}
        return [by_id[id_] for id_ in self.shown()]

    def key(self) -> list[str]:
        """The ids in the right order."""
        return [entry.id for entry in self.entries]

    def constants(self) -> Iterator[list[str]]:
        """The entries left as they were shown, and turned round; in any order that may be shown these are worth the same."""
        yield self.shown()
        yield self.shown()[::-1]

    def answers(self) -> Iterator[list[str]]:
        """Every order."""
        yield from map(list, permutations(self.key()))

    def remarks(self) -> list[Remark]:
        """One remark an entry, in the right order."""
        return [
            Remark(option=entry.id, label=str(place), verdict=message("Place {place}", place=place), text=entry.feedback, cite=entry.cite)
            for place, entry in enumerate(self.entries, start=1)
        ]


def raw(scheme: Scheme, response: Any) -> Fraction:
    """The share of all pairs of entries that stand the right way round (Kendall's concordant pairs)."""
    key = scheme["key"]
    if not isinstance(response, list) or sorted(map(str, response)) != sorted(key):
        return Fraction(0)
    return Fraction(pairs_in_order(key, response), len(key) * (len(key) - 1) // 2)

"""Schema and marking of ordering items."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations
from typing import Any, Literal

from pydantic import Field, PrivateAttr

from counteroffer.course.items import Feedback, Fields, Item, Line, Remark, Response, Scheme, Standing, letters, standing_of
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

    def _keyed(self, key: list[str]) -> dict[str, Any]:
        return {"entries": [entry.model_dump() for entry in sorted(self.entries, key=lambda entry: key.index(entry.id))]}

    def constants(self) -> Iterator[list[str]]:
        """The entries left as they were shown, and turned round; in any order that may be shown these are worth the same."""
        yield self.shown()
        yield self.shown()[::-1]

    def answers(self) -> Iterator[list[str]]:
        """Every order."""
        yield from map(list, permutations(self.key()))

    def posted(self, fields: Fields) -> list[str] | dict[str, str]:
        """The order, once every entry has a place of its own; until then the place that each was given."""
        known = list(map(str, range(1, len(self.entries) + 1)))
        chosen = {id_: next(iter(fields.get(f"{self.id}-{id_}", ())), "") for id_ in self.shown()}
        places = {id_: place for id_, place in chosen.items() if place in known}
        return sorted(places, key=places.__getitem__) if sorted(places.values()) == known else places

    def place(self, response: Response | None, entry: str) -> int | None:
        """The place that a response gives an entry, from 1."""
        if isinstance(response, list) and entry in response:
            return response.index(entry) + 1
        return int(response[entry]) if isinstance(response, dict) and entry in response else None

    def sheet(self) -> list[Line]:
        """A line for each entry as it is shown, with a box for each place."""
        places = {str(place): str(place) for place in range(1, len(self.entries) + 1)}
        return [Line(f"{self.id}-{id_}", letter.upper(), places) for letter, id_ in zip(letters(len(places)), self.shown(), strict=True)]

    def standing(self, response: Response | None) -> Standing:
        """Answered once there is an order; half made while only places were given."""
        given = response or []
        if isinstance(given, list) and given and sorted(map(str, given)) != sorted(self.key()):
            raise ValueError("an order holds every entry once")
        found = standing_of(given, self.key(), [str(place) for place in range(1, len(self.entries) + 1)])
        return "half" if isinstance(given, dict) and given else found

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

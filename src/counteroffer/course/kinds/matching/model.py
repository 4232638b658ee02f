"""Schema and marking of matching items."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations
from typing import Any, Literal

from pydantic import Field, model_validator

from counteroffer.course.base import Cites, Model, Words, wrong
from counteroffer.course.items import Feedback, Fields, Item, Line, PartId, Remark, Response, Scheme, Standing, letters, standing_of
from counteroffer.course.orders import shuffled
from counteroffer.language import message


class Pair(Model):
    """A left side, its right partner, and why they belong together. Each side has an id, so that neither tells of the other."""

    id: PartId
    left: Words
    right_id: PartId
    right: Words
    feedback: Words
    cite: Cites = Field(min_length=1)


class MatchingItem(Item):
    """Pairs to be found again among mixed right sides, some of which may belong to none (`extra`)."""

    kind: Literal["matching"]
    pairs: list[Pair] = Field(min_length=3, max_length=Item.max_options)
    extra: list[Feedback] = Field(default=[], max_length=3)

    parts = ("pairs", "extra")

    @model_validator(mode="after")
    def _distinct(self) -> MatchingItem:
        rights = self._rights()
        if len(set(rights.values())) != len(rights):
            raise wrong("two right sides have the same text", "Word one of them otherwise, so that each has one place.")
        return self

    def _rights(self) -> dict[str, str]:
        return {pair.right_id: pair.right for pair in self.pairs} | {one.id: one.text for one in self.extra}

    def choices(self) -> dict[str, str]:
        """The right sides as they are shown: id to text."""
        rights = self._rights()
        return {id_: rights[id_] for id_ in shuffled(self.id, list(rights))}

    def key(self) -> dict[str, str]:
        """The id of each left side to the id of its partner."""
        return {pair.id: pair.right_id for pair in self.pairs}

    def _keyed(self, key: dict[str, str]) -> dict[str, Any]:
        rights = self._rights()
        pairs = [{**pair.model_dump(), "right_id": key[pair.id], "right": rights[key[pair.id]]} for pair in self.pairs]
        told = {pair.right_id: {"feedback": pair.feedback, "cite": pair.cite} for pair in self.pairs}
        told |= {one.id: {"feedback": one.feedback, "cite": one.cite} for one in self.extra}
        extra = [{"id": id_, "text": text, **told[id_]} for id_, text in rights.items() if id_ not in key.values()]
        return {"pairs": pairs, "extra": extra}

    def constants(self) -> Iterator[dict[str, str]]:
        """One partner for every left side."""
        for right in self._rights():
            yield {pair.id: right for pair in self.pairs}

    def answers(self) -> Iterator[dict[str, str]]:
        """Every way to give each left side a partner of its own."""
        for rights in permutations(self._rights(), len(self.pairs)):
            yield {pair.id: right for pair, right in zip(self.pairs, rights, strict=True)}

    def posted(self, fields: Fields) -> dict[str, str]:
        """The right side that each left side was given, where it was given one."""
        chosen = {pair.id: next(iter(fields.get(f"{self.id}-{place}", ())), "") for place, pair in enumerate(self.pairs, start=1)}
        return {left: right for left, right in chosen.items() if right in self._rights()}

    def sheet(self) -> list[Line]:
        """A line for each left side, with a box for each right side."""
        boxes = {letter.upper(): id_ for letter, id_ in zip(letters(len(self._rights())), self.choices(), strict=True)}
        return [Line(f"{self.id}-{place}", str(place), boxes) for place in range(1, len(self.pairs) + 1)]

    def standing(self, response: Response | None) -> Standing:
        """Answered once every left side has a right one."""
        given = response or {}
        if not isinstance(given, dict):
            raise TypeError("the item is answered with pairs")
        return standing_of(given, self.key(), self._rights())

    def remarks(self) -> list[Remark]:
        """One remark a pair, then one for each right side without a partner."""
        labels = dict(zip(self.choices(), map(str.upper, letters(len(self._rights()))), strict=True))
        pairs = [
            Remark(
                option=pair.id,
                label=str(number),
                verdict=message("{left} goes with {right}", left=number, right=labels[pair.right_id]),
                text=pair.feedback,
                cite=pair.cite,
            )
            for number, pair in enumerate(self.pairs, start=1)
        ]
        extra = [
            Remark(option=one.id, label=labels[one.id], verdict=message("Belongs to none"), text=one.feedback, cite=one.cite)
            for one in self.extra
        ]
        return pairs + extra


def raw(scheme: Scheme, response: Any) -> Fraction:
    """The share of left sides that have their own partner."""
    if not isinstance(response, dict):
        return Fraction(0)
    key = scheme["key"]
    return Fraction(sum(response.get(left) == right for left, right in key.items()), len(key))

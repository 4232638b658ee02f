"""Schema and marking of matching items."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from counteroffer.course.base import Cites, Model, Words
from counteroffer.course.items import Feedback, Item, Remark, letters, mixed
from counteroffer.language import message


class Pair(Model):
    """A left side, its right partner, and why they belong together."""

    left: Words
    right: Words
    feedback: Words
    cite: Cites = Field(min_length=1)


class MatchingItem(Item):
    """Pairs to be found again among mixed right sides, some of which may belong to none (`extra`)."""

    kind: Literal["matching"]
    pairs: list[Pair] = Field(min_length=3, max_length=Item.max_options)
    extra: list[Feedback] = Field(default=[], max_length=3)

    @model_validator(mode="after")
    def _distinct(self) -> MatchingItem:
        rights = self._rights()
        if len(set(rights)) != len(rights):
            raise ValueError("two right sides have the same text")
        return self

    def _rights(self) -> list[str]:
        return [pair.right for pair in self.pairs] + [one.text for one in self.extra]

    def choices(self) -> dict[str, str]:
        """The right sides as they are shown: id to text."""
        rights = self._rights()
        return {id_: rights[index] for id_, index in zip(letters(len(rights)), mixed(self.id, rights), strict=True)}

    def key(self) -> dict[str, str]:
        """Number of each left side (`1`, `2` …) to the id of its partner."""
        ids = {text: id_ for id_, text in self.choices().items()}
        return {str(number): ids[pair.right] for number, pair in enumerate(self.pairs, start=1)}

    def remarks(self) -> list[Remark]:
        """One remark a pair, then one for each right side without a partner."""
        ids = {text: id_ for id_, text in self.choices().items()}
        pairs = [
            Remark(
                option=str(number),
                label=str(number),
                verdict=message("{left} goes with {right}", left=number, right=ids[pair.right].upper()),
                text=pair.feedback,
                cite=pair.cite,
            )
            for number, pair in enumerate(self.pairs, start=1)
        ]
        extra = [
            Remark(option=ids[one.text], label=ids[one.text].upper(), verdict=message("Belongs to none"), text=one.feedback, cite=one.cite)
            for one in self.extra
        ]
        return pairs + extra


def mark(key: Any, response: Any) -> float:
    """The share of left sides that have their own partner."""
    if not isinstance(response, dict):
        return 0.0
    return float(sum(response.get(left) == right for left, right in key.items()) / len(key))

"""Schema and marking of multiple-response items."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from typing import Any, Literal

from pydantic import Field, model_validator

from counteroffer.course.base import wrong
from counteroffer.course.items import (
    ChoiceOption,
    Fields,
    Item,
    Line,
    Remark,
    Response,
    Scheme,
    Standing,
    choice_keys,
    choice_line,
    choice_remarks,
    standing_of,
)
from counteroffer.language import message


class MultipleItem(Item):
    """Each option belongs or does not; one at least does, and one at least does not."""

    kind: Literal["multiple"]
    options: list[ChoiceOption] = Field(min_length=3, max_length=Item.max_options)

    @model_validator(mode="after")
    def _some_keys(self) -> MultipleItem:
        if not 1 <= sum(option.key for option in self.options) < len(self.options):
            raise wrong("either every option is keyed or none", "Set `key: true` at one option or more, but not at every one.")
        return self

    def key(self) -> list[str]:
        """The ids of the keyed options."""
        return [option.id for option in self.options if option.key]

    def _keyed(self, key: list[str]) -> dict[str, Any]:
        return choice_keys(self.options, key)

    def scheme(self) -> Scheme:
        """The key, and how many options there are."""
        return {"key": self.key(), "options": len(self.options)}

    def constants(self) -> Iterator[list[str]]:
        """Everything ticked, and nothing."""
        yield [option.id for option in self.options]
        yield []

    def answers(self) -> Iterator[list[str]]:
        """Every choice of one option or more."""
        ids = [option.id for option in self.options]
        for number in range(1, len(ids) + 1):
            yield from map(list, combinations(ids, number))

    def posted(self, fields: Fields) -> list[str]:
        """The options that were ticked."""
        ticked = fields.get(self.id, ())
        return [id_ for id_ in self.part_ids() if id_ in ticked]

    def sheet(self) -> list[Line]:
        """A box for each option, several to be ticked."""
        return [choice_line(self.id, self.options, several=True)]

    def standing(self, response: Response | None) -> Standing:
        """Answered with one option or more."""
        ticked = response or []
        if not isinstance(ticked, list):
            raise TypeError("the item is answered with a list")
        return "open" if standing_of(ticked, self.part_ids()) == "open" else "answered"

    def remarks(self) -> list[Remark]:
        """One remark an option."""
        return choice_remarks(self.options, message("Belongs"), message("Does not belong"))


def raw(scheme: Scheme, response: Any) -> Fraction:
    """The share of options that are ticked if they belong and left if they do not."""
    if not isinstance(response, list):
        return Fraction(0)
    chosen = {one for one in response if isinstance(one, str)}
    amiss = len(chosen.symmetric_difference(scheme["key"]))
    return max(Fraction(0), Fraction(scheme["options"] - amiss, scheme["options"]))

"""Schema and marking of single-best-answer items."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
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
)
from counteroffer.language import message


class SingleItem(Item):
    """One option is the key; the others are mistakes that practitioners really make."""

    kind: Literal["single"]
    options: list[ChoiceOption] = Field(min_length=2, max_length=Item.max_options)

    @model_validator(mode="after")
    def _one_key(self) -> SingleItem:
        if sum(option.key for option in self.options) != 1:
            raise wrong("exactly one option must be keyed", "Set `key: true` at the best option, and at no other.")
        return self

    def key(self) -> str:
        """The id of the keyed option."""
        return next(option.id for option in self.options if option.key)

    def _keyed(self, key: str) -> dict[str, Any]:
        return choice_keys(self.options, [key])

    def answers(self) -> Iterator[str]:
        """Each option."""
        yield from (option.id for option in self.options)

    def posted(self, fields: Fields) -> str:
        """The option that was chosen, or nothing."""
        known = self.part_ids()
        return next((one for one in fields.get(self.id, ()) if one in known), "")

    def sheet(self) -> list[Line]:
        """A box for each option."""
        return [choice_line(self.id, self.options)]

    def standing(self, response: Response | None) -> Standing:
        """Answered with any option."""
        if response and response not in self.part_ids():
            raise ValueError("the item has no such option")
        return "answered" if response else "open"

    def remarks(self) -> list[Remark]:
        """One remark an option."""
        return choice_remarks(self.options, message("Best answer"), message("Not the best answer"))


def raw(scheme: Scheme, response: Any) -> Fraction:
    """1 for the keyed option, else 0."""
    return Fraction(isinstance(response, str) and response == scheme["key"])

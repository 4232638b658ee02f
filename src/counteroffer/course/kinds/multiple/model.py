"""Schema and marking of multiple-response items."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from counteroffer.course.items import ChoiceOption, Item, Remark, choice_remarks, letters
from counteroffer.language import message


class MultipleItem(Item):
    """Two or more options are keys, and at least one is not."""

    kind: Literal["multiple"]
    options: list[ChoiceOption] = Field(min_length=3, max_length=Item.max_options)

    @model_validator(mode="after")
    def _some_keys(self) -> MultipleItem:
        if not 2 <= sum(option.key for option in self.options) < len(self.options):
            raise ValueError("two or more options, but not every one, must have `key: true`")
        return self

    def key(self) -> list[str]:
        """The ids of the keyed options."""
        return [id_ for id_, option in zip(letters(len(self.options)), self.options, strict=True) if option.key]

    def remarks(self) -> list[Remark]:
        """One remark an option."""
        return choice_remarks(self.options, message("Belongs"), message("Does not belong"))


def mark(key: Any, response: Any) -> float:
    """(Right ticks − wrong ticks) ÷ keys, and not below 0, so that ticking everything earns nothing it should not."""
    if not isinstance(response, list):
        return 0.0
    chosen = {one for one in response if isinstance(one, str)}
    keys = set(key)
    return max(0.0, (len(chosen & keys) - len(chosen - keys)) / len(keys))

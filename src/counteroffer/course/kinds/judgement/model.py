"""Schema and marking of judgement items."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from pydantic import Field

from counteroffer.course.items import Feedback, Item, Remark, letters
from counteroffer.language import Message, message

RATINGS = {4: message("Strong"), 3: message("Defensible"), 2: message("Weak"), 1: message("Harmful")}


class JudgementOption(Feedback):
    """An act, and how well it can be defended: 4 strong, 3 defensible, 2 weak, 1 harmful."""

    defensibility: Literal[1, 2, 3, 4]


class JudgementItem(Item):
    """Several acts, each to be rated; more than one may be defensible."""

    kind: Literal["judgement"]
    ratings: ClassVar[dict[int, Message]] = RATINGS
    options: list[JudgementOption] = Field(min_length=3, max_length=Item.max_options)

    def key(self) -> dict[str, int]:
        """Each option's keyed rating."""
        return {id_: option.defensibility for id_, option in zip(letters(len(self.options)), self.options, strict=True)}

    def remarks(self) -> list[Remark]:
        """One remark an option."""
        return [
            Remark(option=id_, label=id_.upper(), verdict=RATINGS[option.defensibility], text=option.feedback, cite=option.cite)
            for id_, option in zip(letters(len(self.options)), self.options, strict=True)
        ]


def mark(key: Any, response: Any) -> float:
    """1 less the distance from the key as a share of the greatest distance possible; an unrated option counts as far off as can be."""
    if not isinstance(response, dict):
        return 0.0
    worst = {option: max(4 - rating, rating - 1) for option, rating in key.items()}
    away = sum(
        abs(response[option] - rating) if type(response.get(option)) is int and 1 <= response[option] <= 4 else worst[option]
        for option, rating in key.items()
    )
    return float(1 - away / sum(worst.values()))

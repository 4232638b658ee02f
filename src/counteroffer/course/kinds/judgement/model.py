"""Schema and marking of judgement items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from typing import Any, ClassVar, Literal

from pydantic import Field, model_validator

from counteroffer.course.base import wrong
from counteroffer.course.items import Feedback, Fields, Item, Line, Remark, Response, Scheme, Standing, letters, standing_of
from counteroffer.language import Message, message

RATINGS = {4: message("Strong"), 3: message("Defensible"), 2: message("Weak"), 1: message("Harmful")}


class JudgementOption(Feedback):
    """An act, and how well it can be defended: 4 strong, 3 defensible, 2 weak, 1 harmful."""

    defensibility: Literal[1, 2, 3, 4]
    tolerance: Literal[0, 1] = Field(default=0, description="1 where colleagues would differ by a step: one step then costs nothing.")


class JudgementItem(Item):
    """Several acts, each to be rated; more than one may be defensible."""

    kind: Literal["judgement"]
    ratings: ClassVar[dict[int, Message]] = RATINGS
    options: list[JudgementOption] = Field(min_length=3, max_length=Item.max_options)

    @model_validator(mode="after")
    def _asks_something(self) -> JudgementItem:
        scheme = self.scheme()
        if any(raw(scheme, constant) == 1 for constant in self.constants()):
            raise wrong("one rating for every act would earn everything", "Let the acts differ in `defensibility`.")
        return self

    def key(self) -> dict[str, int]:
        """Each option's keyed rating."""
        return {option.id: option.defensibility for option in self.options}

    def _keyed(self, key: dict[str, int]) -> dict[str, Any]:
        return {"options": [{**option.model_dump(), "defensibility": key[option.id]} for option in self.options]}

    def scheme(self) -> Scheme:
        """The key, and where a step costs nothing."""
        slack: dict[str, int] = {option.id: option.tolerance for option in self.options if option.tolerance}
        return {"key": self.key(), "slack": slack} if slack else {"key": self.key()}

    def constants(self) -> Iterator[dict[str, int]]:
        """One rating for every act."""
        for rating in RATINGS:
            yield dict.fromkeys(self.key(), rating)

    def answers(self) -> Iterator[dict[str, int]]:
        """Every way to rate all acts."""
        for ratings in product(RATINGS, repeat=len(self.options)):
            yield {option.id: rating for option, rating in zip(self.options, ratings, strict=True)}

    def shares(self) -> Counter[Fraction]:
        """As of any item, reckoned act by act: each adds its own distance from the key, so that not all of hundreds of answers need be tried."""
        scheme = self.scheme()
        found = Counter({0: 1})
        for option, keyed in scheme["key"].items():
            off = Counter(_off(keyed, rating, scheme.get("slack", {}).get(option, 0)) for rating in RATINGS)
            grown: Counter[int] = Counter()
            for (away, ways), (more, times) in product(found.items(), off.items()):
                grown[away + more] += ways * times
            found = grown
        worst = _worst(scheme)
        return Counter({Fraction(worst - away, worst): ways for away, ways in found.items()})

    def posted(self, fields: Fields) -> dict[str, int]:
        """The rating of each act that was rated."""
        known = {str(rating): rating for rating in RATINGS}
        names = {f"{self.id}-{letter}": option.id for letter, option in zip(letters(len(self.options)), self.options, strict=True)}
        chosen = {id_: next(iter(fields.get(name, ())), "") for name, id_ in names.items()}
        return {id_: known[rating] for id_, rating in chosen.items() if rating in known}

    def sheet(self) -> list[Line]:
        """A line for each act, with a box for each rating."""
        means = {str(rating): word for rating, word in RATINGS.items()}
        boxes = dict(zip(means, means, strict=True))
        return [Line(f"{self.id}-{letter}", letter.upper(), boxes, means=means) for letter in letters(len(self.options))]

    def standing(self, response: Response | None) -> Standing:
        """Answered once every act is rated."""
        given = response or {}
        if not isinstance(given, dict) or any(type(rating) is not int for rating in given.values()):
            raise TypeError("the item is answered with ratings")
        return standing_of(given, self.key(), RATINGS)

    def remarks(self) -> list[Remark]:
        """One remark an option."""
        return [
            Remark(option=option.id, label=letter.upper(), verdict=RATINGS[option.defensibility], text=option.feedback, cite=option.cite)
            for letter, option in zip(letters(len(self.options)), self.options, strict=True)
        ]


_LOWEST, _HIGHEST = min(RATINGS), max(RATINGS)


def raw(scheme: Scheme, response: Any) -> Fraction:
    """1 less the distance from the key as a share of the greatest distance possible; an unrated act counts as far off as can be."""
    if not isinstance(response, dict):
        return Fraction(0)
    slack, worst, away = scheme.get("slack", {}), _worst(scheme), 0
    for option, keyed in scheme["key"].items():
        given = response.get(option)
        away += _off(keyed, given if type(given) is int and given in RATINGS else None, slack.get(option, 0))
    return Fraction(worst - away, worst)


def _worst(scheme: Scheme) -> int:
    """The steps that an answer can be off at most."""
    return sum(_off(keyed, None, scheme.get("slack", {}).get(option, 0)) for option, keyed in scheme["key"].items())


def _off(keyed: int, given: int | None, free: int) -> int:
    """The steps between a rating and the key, less those that cost nothing; without a rating the most that there can be."""
    return max(0, (max(keyed - _LOWEST, _HIGHEST - keyed) if given is None else abs(given - keyed)) - free)

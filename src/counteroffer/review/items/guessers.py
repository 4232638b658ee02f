"""Guessers: learners who know nothing of the subject and follow one cue. A sound bank gives them no more than chance.

Each guesser ranks the options of a single or multiple item by its cue, ticks as many as there are keys (a learner is told
"choose two" or learns it soon), and is marked by the kind's own marking. Where the cue ties, the guesser picks among the
tied at random, and its mark is the exact mean over those picks; chance is the exact mean over all picks of that number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import mean

from counteroffer.course.items import Item, Response
from counteroffer.course.marking import mark
from counteroffer.review.items.choices import ChoiceItem, above
from counteroffer.review.items.lexis import content, count

MARGIN = 0.03


@dataclass(frozen=True)
class Guesser:
    """A cue to follow: `worth` says how strongly an option has it, in the light of what stands above the options."""

    name: str
    worth: Callable[[str, str], float]


@dataclass(frozen=True)
class Result:
    """What a guesser scores on some items, from 0 to 1, beside chance."""

    guesser: str
    items: int
    mark: float
    chance: float

    @property
    def ahead(self) -> float:
        """How much better than chance it does; below 0 if it does worse."""
        return self.mark - self.chance


def _length(text: str, _: str) -> float:
    return len(text)


def _hedges(text: str, _: str) -> float:
    return count(text, "hedges")


def _echo(text: str, stem: str) -> float:
    return len(content(text) & content(stem))


# Three cues, and each turned round: a bank whose keys are made shorter than chance is as easy to guess as one of long keys.
GUESSERS = (
    Guesser("the longest option", _length),
    Guesser("the shortest option", lambda text, stem: -_length(text, stem)),
    Guesser("the one with most hedges", _hedges),
    Guesser("the one with fewest hedges", lambda text, stem: -_hedges(text, stem)),
    Guesser("the one sharing most words with the stem", _echo),
    Guesser("the one sharing fewest words with the stem", lambda text, stem: -_echo(text, stem)),
)


def results(items: Iterable[Item]) -> list[Result]:
    """What every guesser scores on the single and multiple items among `items`."""
    asked = [item for item in items if isinstance(item, ChoiceItem)]
    if not asked:
        return []
    by_chance = mean(chance(item) for item in asked)
    return [Result(one.name, len(asked), mean(guess(item, one) for item in asked), by_chance) for one in GUESSERS]


def guess(item: ChoiceItem, guesser: Guesser) -> float:
    """The mark that a guesser can expect on an item, from 0 to 1."""
    stem = above(item)
    worth = {one.id: guesser.worth(one.text, stem) for one in item.options}
    wanted = _keys(item)
    line = sorted(worth.values(), reverse=True)[wanted - 1]
    sure = [id_ for id_, value in worth.items() if value > line]
    tied = [id_ for id_, value in worth.items() if value == line]
    return mean(_mark(item, [*sure, *picked]) for picked in combinations(tied, wanted - len(sure)))


def chance(item: ChoiceItem) -> float:
    """The mark that a blind pick of as many options as there are keys can expect, from 0 to 1."""
    return mean(_mark(item, picked) for picked in combinations([one.id for one in item.options], _keys(item)))


def _keys(item: ChoiceItem) -> int:
    return sum(one.key for one in item.options)


def _mark(item: ChoiceItem, picked: Sequence[str]) -> float:
    response: Response = picked[0] if isinstance(item.key(), str) else list(picked)
    return float(mark(item, response))

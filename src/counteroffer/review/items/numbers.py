"""Figures of the bank, as they are printed: what is in it, where its keys stand, and what guessers make of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import comb

from counteroffer.course.blueprint import BEYOND
from counteroffer.course.items import Check, Item, letters
from counteroffer.review.items import cue_figures
from counteroffer.review.items.bank import places
from counteroffer.review.items.guessers import MARGIN, results


def practised(checks: Iterable[Check]) -> list[Item]:
    """The items of the checks that come after teaching: all but those of probes."""
    return [item for check in checks if check.mode == "practice" for item in check.items]


def share_applied(items: Sequence[Item]) -> float:
    """The share of items that ask to apply or more, from 0 to 1."""
    return sum(item.level in BEYOND for item in items) / len(items) if items else 0.0


def lines(checks: Sequence[Check]) -> Iterator[str]:
    """All figures, a line each."""
    items = [item for check in checks for item in check.items]
    practice = practised(checks)
    yield f"{len(items)} items in {len(checks)} checks"
    yield f"  by kind   {_counted(Counter(item.kind for item in items))}"
    yield f"  by level  {_counted(Counter(item.level for item in items))}"
    yield f"  {share_applied(practice):.0%} of the {len(practice)} practice items ask to apply or more"
    yield from _positions(items)
    yield from _guessers(items)
    yield from cue_figures.lines(checks)


def _counted(counter: Counter[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counter.most_common())


def _positions(items: Iterable[Item]) -> Iterator[str]:
    yield ""
    yield "where keys stand            items   share of each place"
    for (kind, options, keys), counted in sorted(places(items).items()):
        total = counted.total()
        if total < 2:
            continue
        shares = (f"{_named(where)} {counted[where] / total:.0%}" for where in combinations(range(options), keys))
        yield f"  {kind:10} {keys} of {options} {total:10}   {'  '.join(shares)}   (equal: {1 / comb(options, keys):.0%})"


def _named(where: tuple[int, ...]) -> str:
    return "".join(letters(26)[place].upper() for place in where)


def _guessers(items: Iterable[Item]) -> Iterator[str]:
    yield ""
    yield f"who always picks …                            items   scores   chance   ahead (at most {MARGIN:+.1%})"
    for one in results(items):
        yield f"  {one.guesser:42} {one.items:6} {one.mark:8.1%} {one.chance:8.1%} {one.ahead:+8.1%}"

"""What groups of sitters scored, against chance and against the limits, and which items they say to mend.

An item's score in a group is the mean mark of its sitters, a group's score the mean over items. Intervals are 95 % percentile
bootstraps over items (10,000 draws, one seed): they say how far the score would move with other items like these. They say
nothing about other sitters, of whom a pilot has few; the range of the sitters is given beside them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean

import numpy as np

from counteroffer.language import ENGLISH
from counteroffer.pilot.marks import OPEN, OPTIONS, OUTSIDERS, READERS, Mark
from counteroffer.pilot.sheet import Bank

# for staff, whose pages are in English
_ = ENGLISH.gettext
_DRAWS, _SEED = 10_000, 20261128
# Kinds and outcomes with fewer items than this are pooled: their scores would be noise.
FEWEST = 5
# What options alone may give above chance; what outsiders may reach; what readers must reach.
OPTIONS_AHEAD, READERS_LEAST = 0.15, 0.90
OUTSIDERS_MOST: dict[Bank, float] = {"practice": 0.65, "certification": 0.60}

Interval = tuple[float, float]


@dataclass(frozen=True)
class Score:
    """What one group scored on some items, from 0 to 1, with the interval over items, and the lowest and highest sitter."""

    name: str
    items: int
    sitters: int
    score: float
    interval: Interval
    chance: float
    sitter_range: Interval


@dataclass(frozen=True)
class Verdict:
    """A limit, in words, and whether a group keeps it; `sure` if its whole interval does, or does not."""

    condition: str
    limit: str
    held: bool
    sure: bool


@dataclass(frozen=True)
class Difference:
    """Readers' score less outsiders', with its interval; `paired` if both sat the same items."""

    readers: str
    items: int
    value: float
    interval: Interval
    paired: bool


@dataclass(frozen=True)
class ItemResult:
    """One item: by condition its mean mark, whole marks and sitters, and the reasons to mend it."""

    item: str
    edition: str
    kind: str
    outcome: str
    chance: float
    by: Mapping[str, tuple[float, int, int]]
    mend: tuple[str, ...]


def scores(marks: Sequence[Mark], part: Callable[[Mark], str] = lambda mark: mark.condition) -> list[Score]:
    """The score of every part of the marks, by name."""
    parts: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        parts[part(mark)].append(mark)
    return [_score(name, own) for name, own in sorted(parts.items())]


def pooled(marks: Sequence[Mark], trait: Callable[[Mark], str]) -> list[Score]:
    """Scores by condition and kind, or outcome, as `trait` says; those with few items are pooled."""
    few = {key for key, items in _grouped(((one.condition, trait(one)), one.item) for one in marks).items() if len(items) < FEWEST}
    return scores(marks, lambda one: f"{one.condition}: {_('few items each') if (one.condition, trait(one)) in few else trait(one)}")


def _grouped(pairs: Iterable[tuple[tuple[str, str], str]]) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return found


def _score(name: str, marks: Sequence[Mark]) -> Score:
    items, chances = by_item(marks), {one.item: one.chance for one in marks}
    sitters: dict[str, list[float]] = defaultdict(list)
    for one in marks:
        sitters[one.sitter].append(one.earned)
    own = [mean(earned) for earned in sitters.values()]
    values = list(items.values())
    return Score(name, len(items), len(sitters), mean(values), bootstrap(values), mean(chances.values()), (min(own), max(own)))


def by_item(marks: Iterable[Mark]) -> dict[str, float]:
    """The mean mark of each item, in the order of their ids."""
    found: dict[str, list[float]] = defaultdict(list)
    for one in marks:
        found[one.item].append(one.earned)
    return {item: mean(earned) for item, earned in sorted(found.items())}


def bootstrap(values: Sequence[float], other: Sequence[float] | None = None) -> Interval:
    """The interval of the mean of `values` (one an item), or of its difference from that of `other` items; the same every time."""
    dice = np.random.default_rng(_SEED)
    means = _means(values, dice)
    if other is not None:
        means = means - _means(other, dice)
    low, high = np.quantile(means, [0.025, 0.975])
    return float(low), float(high)


def _means(values: Sequence[float], dice: np.random.Generator) -> np.ndarray:
    found = np.asarray(values, dtype=float)
    return np.asarray(found[dice.integers(len(found), size=(_DRAWS, len(found)))].mean(axis=1))


def verdicts(marks: Sequence[Mark], bank: Bank) -> list[Verdict]:
    """Every limit that the groups who sat can be held against."""
    found = {one.name: one for one in scores(marks)}
    options = found[OPTIONS].chance + OPTIONS_AHEAD if OPTIONS in found else 0.0
    most = OUTSIDERS_MOST[bank]
    limits = [
        (
            OPTIONS,
            _("at most chance and {points} points ({share})", points=f"{100 * OPTIONS_AHEAD:.0f}", share=f"{options:.0%}"),
            options,
            -1,
        ),
        (OUTSIDERS, _("at most {share} ({bank})", share=f"{most:.0%}", bank=bank), most, -1),
        *((name, _("at least {share}", share=f"{READERS_LEAST:.0%}"), READERS_LEAST, 1) for name in (READERS, OPEN)),
    ]
    return [_verdict(found[name], said, limit, sign) for name, said, limit, sign in limits if name in found]


def _verdict(score: Score, said: str, limit: float, sign: int) -> Verdict:
    """`sign` is 1 where a score must reach the limit, and -1 where it must not pass it."""
    held, *ends = (sign * (share - limit) >= 0 for share in (score.score, *score.interval))
    return Verdict(score.name, said, held, ends == [held, held])


def differences(marks: Sequence[Mark]) -> list[Difference]:
    """What reading is worth: each group of readers beside outsiders who saw everything but the course.

    On items that both sat the difference is taken item by item; without any, the two sets of items are resampled apart.
    """
    outsiders = by_item(one for one in marks if one.condition == OUTSIDERS)
    found = []
    for name in (READERS, OPEN):
        readers = by_item(one for one in marks if one.condition == name)
        both = sorted(readers.keys() & outsiders.keys())
        if both:
            apart = [readers[item] - outsiders[item] for item in both]
            found.append(Difference(name, len(both), mean(apart), bootstrap(apart), paired=True))
        elif readers and outsiders:
            ours, theirs = list(readers.values()), list(outsiders.values())
            found.append(Difference(name, len(ours) + len(theirs), mean(ours) - mean(theirs), bootstrap(ours, theirs), paired=False))
    return found


def results(marks: Sequence[Mark]) -> list[ItemResult]:
    """Every item that was sat, those with most reasons to be mended first."""
    parts: dict[str, list[Mark]] = defaultdict(list)
    for one in marks:
        parts[one.item].append(one)
    found = [_result(own) for _, own in sorted(parts.items())]
    return sorted(found, key=lambda one: -len(one.mend))


def _result(marks: Sequence[Mark]) -> ItemResult:
    by = {}
    for name in sorted({one.condition for one in marks}):
        earned = [one.earned for one in marks if one.condition == name]
        by[name] = (mean(earned), Counter(earned)[1.0], len(earned))
    one = marks[0]
    return ItemResult(one.item, one.edition, one.kind, one.outcome, one.chance, by, tuple(_reasons(by, one.chance)))


def _reasons(by: Mapping[str, tuple[float, int, int]], chance: float) -> Iterable[str]:
    if OPTIONS in by and by[OPTIONS][0] > chance + OPTIONS_AHEAD:
        yield _("its options alone earn {share}, and chance {chance}", share=f"{by[OPTIONS][0]:.0%}", chance=f"{chance:.0%}")
    for name in (READERS, OPEN):
        if name in by and by[name][0] < READERS_LEAST:
            yield _("{group} earn {share}", group=name, share=f"{by[name][0]:.0%}")
        if name in by and OUTSIDERS in by and by[OUTSIDERS][0] >= by[name][0]:
            yield _("outsiders earn as much as {group}", group=name)

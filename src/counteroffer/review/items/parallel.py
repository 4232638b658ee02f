"""Whether options are parallel over a whole bank: words, reasons, hedges, clauses and lengths that lean to keys or to distractors.

One item proves little: a key may well be the one with a reason. What keys of a bank have in common, a test-wise reader learns.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import mean

import numpy as np

from counteroffer.review.items.choices import Choice, choices, parted
from counteroffer.review.items.flaw import BANK, FEWEST, Placed, bank
from counteroffer.review.items.lexis import count, tokens
from counteroffer.review.items.resample import interval
from counteroffer.review.manuscript import Manuscript
from counteroffer.review.rule import Finding, Rule

# So many options must say a word before it can be said to lean; and how unlikely all words together may be by chance.
_FEWEST, _DOUBT = 5, 0.05
# A trait leans when keys and others differ by so much of what is usual, beyond what chance explains.
LEEWAY = 0.10
_CLAUSE = re.compile(r"[,;:–—]|\b(?:that|which|who|because|since|when|while|although|though|if|unless|so that)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Lean:
    """A word that stands in so many keys and so many other options; `doubt` is how likely that is by chance, from 0 to 1."""

    word: str
    keys: int
    others: int
    doubt: float

    def __str__(self) -> str:
        return f"“{self.word}” {self.keys}:{self.others}"


@dataclass(frozen=True)
class Trait:
    """How often (or how much) keys have something, and other options, and a 95 % interval of the difference by item."""

    name: str
    keys: float
    others: float
    low: float
    high: float
    share: bool

    @property
    def leans(self) -> bool:
        """Whether keys differ from other options by more than the leeway, and chance does not explain it."""
        usual = 1.0 if self.share else max(self.others, 1e-9)
        return abs(self.keys - self.others) > LEEWAY * usual and (self.low > 0 or self.high < 0)


def leaning(placed: Sequence[Placed]) -> list[Lean]:
    """Words that keys use more, or less, than chance explains, the surest first. Single and multiple.

    Of the options of an item that say the word, each is a key with the item's share of keys; the doubt is the exact tail of that
    sum, and a word leans when it is below 5 % divided by the number of words that were looked at (Bonferroni).
    """
    said: dict[str, list[tuple[bool, float]]] = defaultdict(list)
    for options in filter(None, map(_options, placed)):
        share = mean(bool(one.right) for one in options)
        words = [frozenset(tokens(one.text)) for one in options]
        for word in frozenset().union(*words) - frozenset.intersection(*words):
            said[word] += [(bool(one.right), share) for one, own in zip(options, words, strict=True) if word in own]
    enough = {word: uses for word, uses in said.items() if len(uses) >= _FEWEST}
    found = [Lean(word, sum(key for key, _ in uses), sum(not key for key, _ in uses), _tail(uses)) for word, uses in enough.items()]
    return sorted((one for one in found if one.doubt < _DOUBT / len(found)), key=lambda one: (one.doubt, one.word))


def _tail(uses: Sequence[tuple[bool, float]]) -> float:
    """How likely a count of keys as far out as this one is (twice the smaller tail of the Poisson binomial)."""
    spread = np.ones(1)
    for _, share in uses:
        spread = np.convolve(spread, [1 - share, share])
    keys = sum(key for key, _ in uses)
    return float(min(1.0, 2 * min(spread[: keys + 1].sum(), spread[keys:].sum())))


def traits(placed: Sequence[Placed]) -> list[Trait]:
    """What the options of single and multiple items have, keys beside the others; an item counts once."""
    asked = [(one.check.check, *parted(options)) for one in placed if (options := _options(one))]
    return [_trait(name, share, worth, asked) for name, share, worth in TRAITS] if asked else []


def _trait(name: str, share: bool, worth: Callable[[str], float], asked: Sequence[tuple[str, Sequence[Choice], Sequence[Choice]]]) -> Trait:
    keys = [mean(worth(one.text) for one in right) for _, right, _ in asked]
    others = [mean(worth(one.text) for one in wrong) for *_, wrong in asked]
    low, high = interval([a - b for a, b in zip(keys, others, strict=True)], [file for file, *_ in asked])
    return Trait(name, mean(keys), mean(others), low, high, share)


def _options(placed: Placed) -> list[Choice]:
    return choices(placed.item) if placed.item.kind in {"single", "multiple"} else []


TRAITS: tuple[tuple[str, bool, Callable[[str], float]], ...] = (
    ("a reason (because, since …)", True, lambda text: count(text, "reasons") > 0),
    ("a hedge (may, some …)", True, lambda text: count(text, "hedges") > 0),
    ("a sweeping word (all, only …)", True, lambda text: count(text, "quantifiers") > 0),
    ("an “and”", True, lambda text: "and" in tokens(text)),
    ("a comma", True, lambda text: "," in text),
    ("clauses, in number", False, lambda text: 1 + len(_CLAUSE.findall(text))),
    ("length in characters", False, len),
)


def told(one: Trait) -> str:
    """A trait in words."""
    return (
        f"{one.name}: {one.keys:.0%} of keys, {one.others:.0%} of others"
        if one.share
        else f"{one.name}: {one.keys:.1f} in keys, {one.others:.1f} in others"
    )


def _words(manuscript: Manuscript) -> Iterable[Finding]:
    found = leaning(list(bank(manuscript.course.checks.values())))
    if found:
        message = f"Words that keys and distractors use so unequally (keys:others): {', '.join(map(str, found[:12]))}."
        yield Finding(BANK, 1, 1, message, "Spread them, or do without them.")


def _traits(manuscript: Manuscript) -> Iterable[Finding]:
    placed = list(bank(manuscript.course.checks.values()))
    for one in traits(placed) if len(placed) >= FEWEST else []:
        if one.leans:
            yield Finding(BANK, 1, 1, f"Options are not parallel in {told(one)}.", "Give it to all options of an item, or to none.")


RULES = [
    Rule("R765", "words-lean", "error", "A word that keys use and distractors do not is a key to the keys.", _words),
    Rule("R766", "options-unparallel", "error", "What keys of a bank have in common is learned without the course.", _traits),
]

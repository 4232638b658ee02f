"""The bank as a whole: keys in every place, no item twice, nothing for guessers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import comb, log, sqrt

from counteroffer.course.items import Item, letters
from counteroffer.review.items.choices import choices, texts
from counteroffer.review.items.flaw import BANK, FEWEST, Flaw, Placed, bank
from counteroffer.review.items.guessers import MARGIN, results
from counteroffer.review.items.lexis import ordered_content
from counteroffer.review.manuscript import Manuscript
from counteroffer.review.rule import Finding, Rule

# So far may a place be from its share.
LEEWAY = 0.10
# Cosine of two items' words; items that share a setting and a form of question stay below a half.
TOO_ALIKE = 0.6
# Words in an option that names something and says nothing of it, at most.
LABEL = 4

Place = tuple[int, ...]
Shape = tuple[str, int, int]


def places(items: Iterable[Item]) -> dict[Shape, Counter[Place]]:
    """Where keys stand: for each kind, number of options and number of keys, how often each set of places has them.

    In a judgement the best act counts as the key. Places count from 0.
    """
    found: dict[Shape, Counter[Place]] = defaultdict(Counter)
    for item in items:
        options = choices(item)
        where = tuple(i for i, one in enumerate(options) if one.right)
        if options:
            found[item.kind, len(options), len(where)][where] += 1
    return dict(found)


def key_position(found: Mapping[Shape, Counter[Place]]) -> Iterable[str]:
    """Vary the location of the right answer according to the number of choices (20). Single, multiple, judgement.

    Every place (for two keys, every pair of places) has its equal share of the keys, give or take ten points in a
    hundred, once there are twenty items of a shape. Who always ticks one place then gains next to nothing.
    """
    for (kind, options, keys), counted in sorted(found.items()):
        total, share = counted.total(), 1 / comb(options, keys)
        for where in combinations(range(options), keys) if total >= FEWEST else ():
            if abs(counted[where] / total - share) > LEEWAY:
                named = " and ".join(letters(options)[i].upper() for i in where)
                yield (
                    f"Of {total} {kind} items with {options} options, {counted[where]} have the key at {named}: "
                    f"{counted[where] / total:.0%}, where an equal share is {share:.0%}."
                )


def duplicates(items: Sequence[Item]) -> Iterable[tuple[int, int, float]]:
    """Pairs of items (by index) that are nearly the same, and how alike they are, from `TOO_ALIKE` to 1.

    Keep the content of items independent (4). An item is the vector of its content words, weighted by TF-IDF (one plus the
    logarithm of each word's count, times the smoothed logarithm of how rare it is in the bank, as in Manning, Raghavan and
    Schütze 2008, chapter 6); two items are as alike as the cosine of their vectors. Labels (“The blue folder”) do not
    count where a vignette tells what they stand for.
    """
    counted = [Counter(word for text in texts(item) if not _label(text, item) for word in ordered_content(text)) for item in items]
    spread = Counter(word for words in counted for word in words)
    rarity = {word: log((1 + len(items)) / (1 + often)) + 1 for word, often in spread.items()}
    vectors = [_unit({word: (1 + log(often)) * rarity[word] for word, often in words.items()}) for words in counted]
    for (i, one), (j, other) in combinations(enumerate(vectors), 2):
        alike = sum(weight * other.get(word, 0.0) for word, weight in one.items())
        if alike >= TOO_ALIKE:
            yield i, j, alike


def _label(text: str, item: Item) -> bool:
    return bool(item.vignette) and len(text.split()) <= LABEL


def _unit(vector: dict[str, float]) -> dict[str, float]:
    length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {word: weight / length for word, weight in vector.items()}


def _all(manuscript: Manuscript) -> list[Placed]:
    return list(bank(manuscript.course.checks.values()))


def _positions(manuscript: Manuscript) -> Iterable[Finding]:
    for message in key_position(places(one.item for one in _all(manuscript))):
        yield Finding(BANK, 1, 1, message, "Change the order of options in some of them.")


def _twice(manuscript: Manuscript) -> Iterable[Finding]:
    found = _all(manuscript)
    for i, j, alike in duplicates([one.item for one in found]):
        message = f"This is nearly the item {found[i].item.id} once more (likeness {alike:.2f})."
        yield found[j].finding(manuscript, Flaw((), message, "Ask about something else, or about another case."))


def _guessed(manuscript: Manuscript) -> Iterable[Finding]:
    for one in results(placed.item for placed in _all(manuscript)):
        if one.items >= FEWEST and one.ahead > MARGIN:
            message = f"Who always picks {one.guesser} scores {one.mark:.1%} on {one.items} items, and chance {one.chance:.1%}."
            yield Finding(BANK, 1, 1, message, "Reword options until the cue tells nothing.")


RULES = [
    Rule("R761", "key-position", "error", "Keys stand in every place alike, or place becomes a cue.", _positions),
    Rule("R762", "item-duplicate", "error", "An item asked twice counts twice, and one answers the other.", _twice),
    Rule("R763", "bank-guessable", "error", "Who knows nothing must score no better than chance.", _guessed),
]

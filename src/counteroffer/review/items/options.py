"""Options: alike in length, apart in meaning, in an order, and each one a real option."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise, takewhile

from counteroffer.course.anchors import first_words
from counteroffer.course.items import Item
from counteroffer.review.items.choices import Choice, choices, keyed, parted, placeable
from counteroffer.review.items.flaw import Flaw, item_rule
from counteroffer.review.items.lexis import tokens

# A key so much longer than the longest other option is seen at a glance; so is an option so much shorter than the rest.
CONSPICUOUS, AT_LEAST = 1.25, 10
HALF, SHORTER_BY = 0.5, 15
REPEATED_WORDS = 3

_ALL_OR_NONE = re.compile(
    r"(?:all|none|any|both|neither|each)(?: (?:of )?(?:the )?(?:above|foregoing)\b| of (?:the )?(?:options|answers)\b| of (?:these|those)(?: \w+){0,2}\W*$"
    r"| are (?:right|true|correct|wrong)\b)",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"^(?i:both |only |options? |answers? )*\(?[A-F]\)?(?:, \(?[A-F]\)?)*,? (?:and|or|&) \(?[A-F]\)?(?: only)?\W*$")
_ARTICLES = ("a", "an", "the")
_JOINERS = (["and"], ["or"], ["with"], ["of"], ["plus"])
_RANGE = re.compile(r"(\d[\d,]*)\s*(?:to|–|-|and)\s*(\d[\d,]*)")
_OPEN = re.compile(r"\b(more than|over|above|at least|from)\s+(\d[\d,]*)|(\d[\d,]*)\s+or more", re.IGNORECASE)
_CLOSED = re.compile(r"\b(fewer than|less than|under|below|up to|at most)\s+(\d[\d,]*)|(\d[\d,]*)\s+or (?:fewer|less)", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_BRIEF = 5


def key_longest(item: Item) -> Iterable[Flaw]:
    """Keep the length of choices about equal (24); no conspicuous correct choice (28d). Single, multiple, judgement.

    All keys must outgrow all other options: one long key beside a longer distractor gives nothing away.
    """
    right, others = parted(choices(item))
    if right and others:
        key, longest = min(len(one.text) for one in right), max(len(one.text) for one in others)
        if key >= CONSPICUOUS * longest and key - longest >= AT_LEAST:
            message = f"The key is conspicuously the longest option ({key} characters beside at most {longest})."
            yield Flaw(right[0].place, message, "Shorten the key, or say as much in a distractor.")


def option_short(item: Item) -> Iterable[Flaw]:
    """Keep the length of choices about equal (24), make all distractors plausible (29). Single, multiple, judgement."""
    options = sorted(choices(item), key=lambda one: len(one.text))
    if len(options) > 1:
        shortest, second = options[0], len(options[1].text)
        if len(shortest.text) < min(HALF * second, second - SHORTER_BY):
            message = f"The option “{first_words(shortest.text)}” is less than half as long as any other."
            yield Flaw(shortest.place, message, "Write it out as somebody would who believes it.")


def options_repeat(item: Item) -> Iterable[Flaw]:
    """Include the central idea in the stem (15), minimise reading (13): words of every option belong there. Single, multiple, judgement."""
    said = [tokens(one.text) for one in choices(item)]
    if len(said) > 1:
        opening = _shared(said)
        closing = _shared([one[::-1] for one in said])[::-1]
        for words in (opening, closing):
            if len(words) >= REPEATED_WORDS:
                yield Flaw(("options",), f"Every option says “{' '.join(words)}”.", "Say it once, in the stem.")
                return


def _shared(said: Sequence[Sequence[str]]) -> list[str]:
    """The words with which all begin."""
    return [words[0] for words in takewhile(lambda words: len(set(words)) == 1, zip(*said, strict=False))]


def options_overlap(item: Item) -> Iterable[Flaw]:
    """Keep choices independent; choices should not be overlapping (22). Single and multiple."""
    for one, other in combinations(keyed(item), 2):
        if _ranges_meet(one.text, other.text) or _holds(one.text, other.text) or _holds(other.text, one.text):
            message = f"“{first_words(one.text)}” and “{first_words(other.text)}” overlap."
            yield Flaw(other.place, message, "Part them, so that only one of them can be right.")
            return


def _ranges_meet(one: str, other: str) -> bool:
    first, second = _span(one), _span(other)
    return first is not None and second is not None and first[0] <= second[1] and second[0] <= first[1]


def _span(text: str) -> tuple[float, float] | None:
    """The numbers from and to which an option reaches, if it is a range."""
    if match := _RANGE.search(text):
        return _worth(match[1]), _worth(match[2])
    if match := _OPEN.search(text):
        return _worth(match[2] or match[3]), float("inf")
    if match := _CLOSED.search(text):
        return float("-inf"), _worth(match[2] or match[3])
    return None


def _worth(digits: str) -> float:
    return float(digits.replace(",", ""))


def _holds(larger: str, smaller: str) -> bool:
    """Whether `larger` is `smaller` and something more, or something of `smaller`."""
    whole, part = ([word for word in tokens(text) if word not in _ARTICLES] for text in (larger, smaller))
    more = whole[: len(part)] == part and whole[len(part) : len(part) + 1] in _JOINERS
    less = whole[-len(part) :] == part and whole[-len(part) - 1 : -len(part)] in _JOINERS
    return bool(part) and (more or less)


def all_or_none(item: Item) -> Iterable[Flaw]:
    """None of the above (25), all of the above (26), and the complex format that combines letters (9). Every kind with options."""
    for one in placeable(item):
        if _ALL_OR_NONE.match(one.text) or _LETTERS.match(one.text):
            yield Flaw(one.place, f"“{first_words(one.text)}” can be judged without knowing the subject.", "Write an option of its own.")


def options_unordered(item: Item) -> Iterable[Flaw]:
    """Place choices in logical or numerical order (21). Single and multiple."""
    options = keyed(item)
    amounts = [_amount(one) for one in options]
    if len(options) > 2 and None not in amounts:
        known = [one for one in amounts if one is not None]
        if not _monotone(known) and not _monotone(known[::-1]):
            yield Flaw(("options",), "The options are numbers or dates, out of order.", "Put them in order.")


def _amount(one: Choice) -> tuple[float, float] | None:
    """What a short option counts: a date as year and month, or as month and day, else its first number."""
    if len(one.text.split()) > _BRIEF:
        return None
    month = next((float(i) for i, name in enumerate(_MONTHS, 1) if name in tokens(one.text)), 0.0)
    if year := _YEAR.search(one.text):
        return float(year[0]), month
    if number := _NUMBER.search(one.text):
        return (month, _worth(number[0])) if month else (_worth(number[0]), 0.0)
    return None


def _monotone(amounts: Sequence[tuple[float, float]]) -> bool:
    return all(first <= second for first, second in pairwise(amounts))


RULES = [
    item_rule("R701", "key-longest", "error", "Guessers choose the longest option.", key_longest),
    item_rule("R702", "option-short", "warning", "An option that nobody would choose is none.", option_short),
    item_rule("R703", "options-repeat", "warning", "What every option says is read again and again, and parts nothing.", options_repeat),
    item_rule("R704", "options-overlap", "error", "If one option holds another, one of them can be struck unread.", options_overlap),
    item_rule("R705", "all-or-none", "error", "It rewards knowing a part, or knowing nothing.", all_or_none),
    item_rule("R706", "options-unordered", "warning", "A reader looks for a number where it should stand.", options_unordered),
]

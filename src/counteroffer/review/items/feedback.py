"""Feedback: a reason for every option, and one that fits the key."""

from __future__ import annotations

import re
from collections.abc import Iterable

from counteroffer.course.anchors import first_words
from counteroffer.course.items import Item
from counteroffer.course.kinds.judgement.model import RATINGS, JudgementItem
from counteroffer.review.items.choices import keyed, placeable
from counteroffer.review.items.flaw import Flaw, item_rule
from counteroffer.review.items.lexis import tokens
from counteroffer.review.wordlists import any_of

FEWEST_WORDS = 3
_POINTER = re.compile(r"(?:see|read|look (?:at|up))\b[^.]*\b(?:units?|sections?|chapters?|pages?|above|text)\W*$", re.IGNORECASE)
_YES = re.compile(r"(?:yes|right|correct|exactly|indeed)\s*[.,:;!]", re.IGNORECASE)
_NO = re.compile(r"(?:no|wrong|incorrect|not quite|not right)\s*[.,:;!]", re.IGNORECASE)
_RATED = re.compile(rf"({'|'.join(rating.text for rating in RATINGS.values())})\s*[.,:;!]")


def feedback_missing(item: Item) -> Iterable[Flaw]:
    """Every option deserves its reason: a verdict or a pointer alone, the option once more, or one text for two options is none. Every kind.

    Not among the guidelines of 2002, which are written for examinations; the curriculum asks for it in practice items.
    """
    told: dict[tuple[str, ...], str] = {}
    for one in placeable(item):
        words = tuple(tokens(one.feedback))
        reason = tokens(any_of("items", "verdicts").sub(" ", one.feedback, count=2))
        if len(reason) < FEWEST_WORDS or words == tuple(tokens(one.text)) or _POINTER.match(one.feedback):
            yield Flaw((*one.place, "feedback"), f"The feedback on “{first_words(one.text)}” gives no reason.", "Say why.")
        elif words in told:
            message = f"The feedback on “{first_words(one.text)}” is that of “{first_words(told[words])}”."
            yield Flaw((*one.place, "feedback"), message, "Say what is true of this one.")
        told[words] = one.text


def feedback_verdict(item: Item) -> Iterable[Flaw]:
    """Feedback that opens with a verdict must open with the right one: a slip here teaches the mistake. Single, multiple, judgement."""
    for one in keyed(item):
        if (_NO if one.right else _YES).match(one.feedback):
            kind = "key" if one.right else "distractor"
            message = f"The feedback on the {kind} “{first_words(one.text)}” begins “{first_words(one.feedback, 20)}”."
            yield Flaw((*one.place, "feedback"), message, "Correct the key or the feedback.")
    for index, act in enumerate(item.options if isinstance(item, JudgementItem) else ()):
        match = _RATED.match(act.feedback)
        if match and match[1] != RATINGS[act.defensibility].text:
            message = f"The feedback calls “{first_words(act.text)}” {match[1].lower()}, its key {RATINGS[act.defensibility].text.lower()}."
            yield Flaw(("options", index, "feedback"), message, "Correct the rating or the feedback.")


RULES = [
    item_rule("R741", "feedback-missing", "error", "A learner who chose an option is owed its reason.", feedback_missing),
    item_rule("R742", "feedback-verdict", "error", "A wrong verdict teaches the mistake.", feedback_verdict),
]

"""Stems: positive, focused, a real question, and easy to read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from counteroffer.course.anchors import first_words
from counteroffer.course.items import Item
from counteroffer.course.kinds.single.model import SingleItem
from counteroffer.review.items.choices import choices, texts
from counteroffer.review.items.flaw import Flaw, item_rule
from counteroffer.review.items.lexis import about, tokens, unquoted
from counteroffer.review.rules.reading import HARDEST_GRADE, grade

# Emphasis as guideline 17 asks for it: capitals, or asterisks, which are set in italics or bold.
_EMPHASISED = re.compile(r"\*+[^*]+\*+|\b(?:NOT|EXCEPT|LEAST|NEVER)\b")
_NEGATIVE = re.compile(
    r"\bexcept\b|\bnever\b|\bneither\b|\b\w+n['’]t\b|(?<!\band )(?<!\bbut )(?<!, )(?<!\bor )(?<!\bif )\bnot\b(?! (?:only|just|merely|yet)\b)"
    r"|(?<!\bat )\bleast (?:likely|often|true|safe|urgent|\w+(?:ful|able|ible|ive|ant|ent|ed|al))\b",
    re.IGNORECASE,
)
_BLANK = re.compile(r"_{2,}|\.{4,}")
_NO_QUESTION = re.compile(r"^(?:which(?: one)?(?: of (?:these|the following))?|(?:choose|select|pick|tick)\b.*)\W*$", re.IGNORECASE)
_FEWEST_WORDS = 2
_A_REASON = 4
_TRUTH = r"(?:not )?(?:true|correct|right|accurate|false|incorrect|wrong|untrue)"
_WHICH_IS_TRUE = re.compile(
    rf"^(?:which(?: one)? (?:of (?:these|the following)\s*)?(?:statements?|sentences?|options?|answers?|claims?|assertions?)?\b.*\b(?:is|are) {_TRUTH}|what is {_TRUTH} (?:of|about)\b.*)\W*$",
    re.IGNORECASE,
)
_POLES = (
    re.compile(r"(?:true|yes|right|correct|agreed?)\b", re.IGNORECASE),
    re.compile(r"(?:false|no|wrong|incorrect|disagreed?)\b", re.IGNORECASE),
)
_NEGATIONS = {"not", "no", "never", "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't", "weren't"}
_CAPITALISED = re.compile(r"(?<=[\w,;)’'\"] )[A-Z][\w’'-]+(?: (?:and |of |the |al-)?[A-Z][\w’'-]+)*")


def stem_negative(item: Item) -> Iterable[Flaw]:
    """Word the stem positively; a negative word is capitalised or emphasised (17). Every kind.

    Read is the stem alone: a vignette may tell what did not happen. "And not" sets a contrast and turns nothing round.
    """
    match = _NEGATIVE.search(_EMPHASISED.sub(" ", unquoted(item.stem)))
    if match:
        yield Flaw(("stem",), f"The stem asks in the negative (“{match[0]}”).", "Ask for what is so, or set the word in *asterisks*.")


def stem_unfocused(item: Item) -> Iterable[Flaw]:
    """Clear directions (14), the central idea in the stem and not in the choices (15): it can be answered with the options covered. Every kind.

    A stem without a vignette must name at least two things; a blank inside a sentence asks to be tried, not answered.
    """
    empty = not item.vignette and len(about(item.stem)) < _FEWEST_WORDS
    if empty or _BLANK.search(item.stem) or _NO_QUESTION.match(item.stem):
        yield Flaw(
            ("stem",), f"“{first_words(item.stem)}” cannot be answered without the options.", "Put the whole question into the stem."
        )


def true_or_false(item: Item) -> Iterable[Flaw]:
    """A true-false question in the dress of another format (9; on Tarrant's list of flaws). Single.

    Three dresses: options that say yes and no, bare or only one of each; a stem that asks which statement is true; an
    option and its denial. Three answers or more that agree or disagree for a reason weigh the reasons.
    """
    options = [one.text for one in choices(item)]
    if not isinstance(item, SingleItem):
        return
    poles = [next((i for i, pole in enumerate(_POLES) if pole.match(text)), None) for text in options]
    words = [[word for word in tokens(text) if word not in _NEGATIONS] for text in options]
    denied = len(options) == 2 and words[0] == words[1]
    polar = None not in poles and len(set(poles)) == 2 and (len(options) == 2 or all(len(one) < _A_REASON for one in words))
    if polar or denied or _WHICH_IS_TRUE.match(item.stem):
        yield Flaw(("stem",), "This asks for true or false, one option at a time.", "Ask about one thing, and let the options answer.")


def item_hard(item: Item) -> Iterable[Flaw]:
    """Keep vocabulary simple for those who answer (8), minimise reading (13). Every kind.

    The grade is Flesch and Kincaid's, of all that is read before answering, each option a sentence and a name one short
    word; the limit is that of the units.
    """
    said = (_CAPITALISED.sub("it", text.strip()) for text in texts(item))
    found = grade(" ".join(text if text[-1:] in ".?!" else f"{text}." for text in said))
    if found > HARDEST_GRADE:
        yield Flaw(("stem",), f"The item reads at grade {found:.1f}, over {HARDEST_GRADE:.0f}.", "Shorten sentences, then words.")


RULES = [
    item_rule("R721", "stem-negative", "error", "A reader who misses one small word answers the opposite.", stem_negative),
    item_rule("R722", "stem-unfocused", "error", "Who knows the answer should find it before reading the options.", stem_unfocused),
    item_rule("R723", "true-or-false", "error", "Half of all guesses are right, and nothing is weighed.", true_or_false),
    item_rule("R724", "item-hard", "error", "An item tests the subject, not the language.", item_hard),
]

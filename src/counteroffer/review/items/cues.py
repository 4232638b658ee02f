"""Cues: what gives a key, a pair or an order away to somebody who knows nothing of the subject."""

from __future__ import annotations

import re
from collections.abc import Iterable

from counteroffer.course.anchors import first_words
from counteroffer.course.items import Item
from counteroffer.course.kinds.matching.model import MatchingItem
from counteroffer.course.kinds.ordering.model import OrderingItem
from counteroffer.review.items.choices import Choice, choices, keyed, parted
from counteroffer.review.items.flaw import Flaw, item_rule
from counteroffer.review.items.lexis import about, content, count, found, unquoted
from counteroffer.review.wordlists import any_of

_ARTICLE = re.compile(r"\b(an?)\W*$", re.IGNORECASE)
_DETERMINER = (
    r"(?:a|an|the|his|her|its|their|our|your|each|every|all|both|them|him|people|somebody|nobody|more|fewer|who|what|whether|that)"
)
_FORMS = (
    ("a question", re.compile(r".*\?\W*$", re.DOTALL)),
    ("“to” and a verb", re.compile(r"to \w+", re.IGNORECASE)),
    ("a clause with “that”", re.compile(r"that (?:[\w'’-]+ ){2,}\w+", re.IGNORECASE)),
    ("a reason", re.compile(r"(?:because|since|so that)\b", re.IGNORECASE)),
    ("“by” and a verb", re.compile(r"by \w+ing\b", re.IGNORECASE)),
    ("a verb with “-ing”", re.compile(rf"\w{{2,}}ing {_DETERMINER}\b", re.IGNORECASE)),
)
_SEVERAL = re.compile(r"\b(?:two|three|both|several)\b", re.IGNORECASE)
_TWO_THIRDS = 2 / 3
_RELATION = re.compile(r"\b(?:after|before|since|until|once)\b(.*)", re.IGNORECASE)


def grammatical_cue(item: Item) -> Iterable[Flaw]:
    """Choices homogeneous in grammatical structure (23), no grammatical inconsistencies that cue (28c). Single, multiple, judgement.

    Looked at: the article at the end of a stem, the form in which options begin, the full stop at their end, and a stem
    that asks for several things when only the key names several. A cue is what all keys share and no other option has.
    """
    right, others = parted(choices(item))
    if not right or not others:
        return
    if (article := _ARTICLE.search(item.stem)) and all(_fits(article[1], one) for one in right):
        for one in others:
            if not _fits(article[1], one):
                yield Flaw(one.place, f"“{article[1]}” at the end of the stem rules this option out.", "Move the article to the options.")
                return
    for shape in (_form, _stop, _number):
        of_keys = {shape(item, one) for one in right}
        of_others = {shape(item, one) for one in others}
        if len(of_keys) == 1 and len(of_others) == 1 and of_keys != of_others:
            message = f"The key has one form ({of_keys.pop()}), every other option has another ({of_others.pop()})."
            yield Flaw(right[0].place, message, "Give all options one form.")
            return


def _fits(article: str, option: Choice) -> bool:
    return (article.lower() == "an") == (option.text.lstrip("“\"'*")[:1].lower() in "aeiou")


def _form(_: Item, option: Choice) -> str:
    return next((name for name, pattern in _FORMS if pattern.match(option.text)), "a plain phrase")


def _stop(_: Item, option: Choice) -> str:
    return "a full stop at the end" if option.text.rstrip("”\"'*").endswith(".") else "no full stop"


def _number(item: Item, option: Choice) -> str:
    single = isinstance(item.key(), str)
    return "several things" if single and _SEVERAL.search(item.stem) and " and " in option.text else "one thing"


def convergence(item: Item) -> Iterable[Flaw]:
    """No pairs or triplets of options that clue (28e); on the NBME's list as the convergence strategy. Single and judgement.

    Options made of the same few elements point to the one that has most in common with the rest. The key is given away
    when most of its content words come back in other options, different ones in different options, and those
    have nothing to do with one another. Words of every option or of the stem part nothing and are left out.
    """
    right, others = parted(choices(item))
    if len(right) != 1 or len(others) < 2:
        return
    common = frozenset.intersection(*(content(one.text) for one in (*right, *others))) | content(item.stem)
    key = content(right[0].text) - common
    links = [key & content(one.text) for one in others]
    linked = [link for link in links if link]
    shared = frozenset.union(*links)
    apart = not any((content(a.text) & content(b.text)) - common for i, a in enumerate(others) for b in others[i + 1 :])
    if len(linked) > 1 and len(shared) > 1 and frozenset(linked) != {shared} and len(shared) >= _TWO_THIRDS * len(key) and apart:
        yield Flaw(
            right[0].place, "The key is put together from pieces of the other options.", "Let distractors share pieces with each other."
        )


def stem_echo(item: Item) -> Iterable[Flaw]:
    """No clang associations: choices that resemble words in the stem (28b). Single, multiple, judgement.

    The stem is the question itself; the vignette tells a case, and options speak of it. `guessers` looks at both.
    """
    right, others = parted(choices(item))
    stem = about(item.stem)
    if right and others and not any(stem & content(one.text) for one in others):
        echoes = [stem & content(one.text) for one in right]
        if all(echoes):
            said = ", ".join(sorted(frozenset().union(*echoes)))
            yield Flaw(right[0].place, f"The key alone repeats a word of the stem ({said}…).", "Say it otherwise in the key or the stem.")


def reason_split(item: Item) -> Iterable[Flaw]:
    """Choices homogeneous in content and grammatical structure (23): reasons in all options or in none. Single and multiple.

    A flaw where every wrong option argues ("because", "since") and no right one does, or the other way round: a wrong reason
    refutes its option, and the option without one is left.
    """
    right, others = parted(keyed(item))
    argued, bare = [{count(one.text, "reasons") > 0 for one in side} for side in (right, others)]
    if len(others) > 1 and argued | bare == {True, False} and len(argued) == len(bare) == 1:
        said = "Every wrong option gives its reason, and no right one does." if True in bare else "Only what is right gives its reason."
        yield Flaw(right[0].place, said, "Give reasons in all options, or in none.")


def pair_echo(item: Item) -> Iterable[Flaw]:
    """No clang associations (28b), in matching: a word that only this left side and only its partner have."""
    if not isinstance(item, MatchingItem):
        return
    rights = [one.right for one in item.pairs] + [one.text for one in item.extra]
    for index, pair in enumerate(item.pairs):
        elsewhere = [one.left for one in item.pairs if one is not pair] + [one for one in rights if one != pair.right]
        shared = content(pair.left) & content(pair.right) - frozenset().union(*map(content, elsewhere))
        if shared:
            message = f"“{first_words(pair.left)}” and its partner share a word ({', '.join(sorted(shared))}…)."
            yield Flaw(("pairs", index), message, "Say it otherwise on one side.")


def order_told(item: Item) -> Iterable[Flaw]:
    """No clues to the right answer (28), in ordering: dates, and words such as "then", "again", "before" another entry."""
    if not isinstance(item, OrderingItem):
        return
    dated = [i for i, one in enumerate(item.entries) if found(one.text, "dates")]
    counted = [i for i, one in enumerate(item.entries) if found(one.text, "ordinals")]
    for index, entry in enumerate(item.entries):
        opening = any_of("items", "order_opening").match(entry.text)
        said = (opening[0] if opening else None) or found(entry.text, "order_anywhere") or _relation(item, index)
        if not said and index in dated and len(dated) > 1:
            said = found(entry.text, "dates")
        if not said and index in counted and len(counted) > 1:
            said = found(entry.text, "ordinals")
        if said:
            message = f"“{said}” tells the place of “{first_words(entry.text)}”."
            yield Flaw(("entries", index), message, "Say what happens, and leave the order to the learner.")


def _relation(item: OrderingItem, index: int) -> str | None:
    """The words by which an entry places itself after or before another one."""
    match = _RELATION.search(unquoted(item.entries[index].text))
    others = [content(one.text) for i, one in enumerate(item.entries) if i != index]
    return match[0] if match and any(content(match[1]) & one for one in others) else None


RULES = [
    item_rule("R711", "grammatical-cue", "error", "Grammar is not what is asked.", grammatical_cue),
    item_rule("R712", "convergence", "warning", "Counting what options share finds the key without reading.", convergence),
    item_rule("R713", "stem-echo", "warning", "A word of the stem points at the option that repeats it.", stem_echo),
    item_rule("R714", "pair-echo", "warning", "A shared word makes the match, and no thought.", pair_echo),
    # a warning until the bank has been rewritten
    item_rule("R716", "reason-split", "error", "A reason that is wrong refutes its own option.", reason_split),
    item_rule("R715", "order-told", "warning", "An order that is told need not be known.", order_told),
]

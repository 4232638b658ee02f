"""Words that mark an option as wrong, and words that mean something else to every reader."""

from __future__ import annotations

from collections.abc import Iterable

from counteroffer.course.anchors import first_words
from counteroffer.course.items import Item
from counteroffer.review.items.choices import choices, keyed
from counteroffer.review.items.flaw import Flaw, item_rule
from counteroffer.review.items.lexis import found


def absolute_terms(item: Item) -> Iterable[Flaw]:
    """No specific determiners such as always, never, completely and absolutely (28a). Single, multiple, judgement.

    The strong ones are a flaw in any option of a single or multiple item; an act to be judged may well be "never tell".
    Weaker ones (all, only, nobody …) have honest uses, and are a flaw where every wrong option has one and no right one has.
    """
    for one in keyed(item):
        if term := found(one.text, "absolutes"):
            yield Flaw(one.place, f"“{term}” in “{first_words(one.text)}” is easily struck.", "Say how much, or of whom.")
            return
    options = choices(item)
    wrong = [one for one in options if one.wrong]
    sweeping = [bool(found(one.text, "absolutes") or found(one.text, "quantifiers")) for one in wrong]
    if len(wrong) > 1 and all(sweeping) and not any(found(one.text, "quantifiers") for one in options if not one.wrong):
        yield Flaw(
            wrong[0].place, "Words such as “all” and “only” stand in every wrong option and in no right one.", "Spread or drop them."
        )


def vague_frequency(item: Item) -> Iterable[Flaw]:
    """No vague terms of frequency (the NBME's list of irrelevant difficulty): "often" is one time in five to one reader, four to another. Single, multiple, judgement."""
    options = choices(item)
    for place, text in [(("stem",), item.stem), *((one.place, one.text) for one in options)] if options else []:
        if term := found(text, "vague"):
            yield Flaw(place, f"How often is “{term}”?", "Say how often, or leave it out.")
            return


RULES = [
    item_rule("R731", "absolute-terms", "error", "Hardly anything holds of everybody, and guessers know it.", absolute_terms),
    item_rule("R732", "vague-frequency", "warning", "Two readers who know the same would answer differently.", vague_frequency),
]

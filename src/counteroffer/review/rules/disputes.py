"""How sure a claim is stands in its citation's mark; what the words must still do.

A `contested` fact has its other side told when the same unit cites a fact that contests it, or, where no fact of ours
does, when a passage of the unit that cites it has a word of dispute (data/claims.yml).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from counteroffer.course.anchors import first_words
from counteroffer.course.sources import Fact
from counteroffer.review.manuscript import CLOSING, Manuscript, argument
from counteroffer.review.rule import Finding, Rule, at
from counteroffer.review.wordlists import any_of


def opponents(facts: Mapping[str, Fact]) -> dict[str, set[str]]:
    """For each fact the facts that contest it, or that it contests."""
    against: dict[str, set[str]] = defaultdict(set)
    for fact in facts.values():
        for other in [*fact.contested_by, *(fact.seed_refs if fact.relation_to_seed == "contests" else ())]:
            against[fact.id].add(other)
            against[other].add(fact.id)
    return against


def _alone(manuscript: Manuscript, *, steering: bool) -> Iterable[Finding]:
    """Contested facts that a unit cites without their other side: those in its advice (`steering`), or the others."""
    facts = manuscript.course.facts
    against = opponents(facts)
    for page, _ in manuscript.units():
        passages = list(argument(page))
        cited = {cite for one in passages for cite in one.cites()}
        disputed = {cite for one in passages if any_of("claims", "dispute").search(one.text) for cite in one.cites()}
        for passage in passages:
            if (passage.section == CLOSING) is not steering:
                continue
            for cite in dict.fromkeys(passage.cites()):
                fact = facts.get(cite)
                if fact is None or fact.confidence != "contested":
                    continue
                told = cite in disputed or (against[cite] & cited)
                if not told:
                    others = ", ".join(f"`{one}`" for one in sorted(against[cite])) or first_words(fact.dispute or fact.comment or "", 90)
                    message = f"`{cite}` is contested ({others or 'its record does not say by whom'}), and the unit tells one side only."
                    yield at(passage, 0, message, "Tell the other side once in this unit, with its citation.")


def _nobody_named(manuscript: Manuscript) -> Iterable[Finding]:
    facts = manuscript.course.facts
    against = opponents(facts)
    for name, file in manuscript.course.files.items():
        for index, data in enumerate(file.data if name.startswith("assets/evidence/") else ()):
            fact = facts.get(str(data.get("id")))
            if fact and fact.confidence == "contested" and not (against[fact.id] or fact.dispute or fact.comment):
                line = file.line((index,))
                message = f"`{fact.id}` is contested, and its record does not say by whom."
                yield Finding(name, line, line, message, "Name the facts in `contested_by`, or say in `dispute` who disagrees over what.")


RULES = [
    Rule(
        "R106",
        "advice-on-one-side",
        "error",
        "A dispute that steers advice is told with both sides.",
        lambda manuscript: _alone(manuscript, steering=True),
    ),
    Rule(
        "R107",
        "contested-alone",
        "warning",
        "A disputed claim without its other side teaches one side.",
        lambda manuscript: _alone(manuscript, steering=False),
    ),
    Rule("R108", "dispute-unnamed", "warning", "A dispute without an opponent cannot be taught.", _nobody_named),
]

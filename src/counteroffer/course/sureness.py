"""How sure a citation's claim is: the least sure of the facts that it names decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from counteroffer.course.sources import Fact

# Cited where a judgement is the course's own.
OURS = "ours"
Sureness = Literal["agree", "one", "each", "disputed", "ours"]


def sureness(facts: Mapping[str, Fact], cites: Iterable[str]) -> Sureness:
    """How sure what `cites` support is.

    `ours`: a judgement of the course, whatever it leans on. `disputed`: a fact among them is contested. `agree`: every
    fact has a second source. `one`: a single source stands behind all. `each`: several facts, each with a source of its own, which is not the
    same as sources that agree. Sources cited without a fact count as one source's word each.
    """
    cites = list(cites)
    if OURS in cites:
        return "ours"
    found = [facts[cite] for cite in cites if cite in facts]
    if any(fact.confidence == "contested" for fact in found):
        return "disputed"
    if found and len(found) == len(cites) and all(fact.confidence == "corroborated" for fact in found):
        return "agree"
    sources = {source for fact in found for source in fact.source} | {cite for cite in cites if cite not in facts}
    return "one" if len(sources) == 1 else "each"


def abstract_only(facts: Mapping[str, Fact], cites: Iterable[str]) -> bool:
    """Whether of everything that stands behind `cites` only abstracts or opening pages were read."""
    found = [facts[cite] for cite in cites if cite in facts]
    return bool(found) and all(fact.abstract_only for fact in found)

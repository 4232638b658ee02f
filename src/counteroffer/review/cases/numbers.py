"""Figures of the cases, as they are printed: how large each is, where paths lead, and what chance makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from counteroffer.course.case_tells import tells
from counteroffer.course.case_walk import Walk
from counteroffer.course.cases import Case
from counteroffer.review.cases.shape import remembering


def lines(cases: Iterable[tuple[Case, Walk]]) -> Iterator[str]:
    """All figures, case by case, a line each."""
    for case, found in cases:
        lengths = sorted(found.lengths)
        yield f"{case.case}: {case.title}, about {case.minutes} minutes"
        yield (
            f"  {len(case.decisions)} decisions, {sum(len(one.options) for one in case.decisions)} options, {len(case.evidence)} cards, "
            f"{len(case.background)} rules; {remembering(case)} decisions whose text remembers"
        )
        yield f"  {found.paths.total():,} paths of {lengths[0]} to {lengths[-1]} decisions through {found.states:,} states"
        for ending in case.endings:
            yield f"  {found.shares[ending.id]:6.1%} of random plays, {found.paths[ending.id]:6,} paths: {ending.title} ({ending.kind})"
        for place in tells(case):
            yield f"  {place.share:6.1%} of the ending told by {' or '.join(place.decisions)}, to which {place.met:.0%} of random plays come"
        dominant = [f"`{better}` over `{worse}` at `{decision}`" for decision, better, worse in found.dominant()]
        yield f"  dominant options: {', '.join(dominant) or 'none'}"
        yield ""

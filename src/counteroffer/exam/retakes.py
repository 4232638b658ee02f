"""Forms for people who sit again: whoever has seen items before gets a form without them, where the bank suffices."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from counteroffer.course.blueprint import Blueprint
from counteroffer.exam.forms import assemble
from counteroffer.exam.stock import Entry

Seen = frozenset[str]


@dataclass(frozen=True)
class Drawn:
    """Forms; for each candidate the place of the form that is theirs (from 0), and which of its items they have seen before."""

    forms: list[list[str]]
    given: list[int]
    repeats: list[Seen]


def draw(blueprint: Blueprint, items: Sequence[Entry], seen: Sequence[Seen], order: Sequence[int], *, seed: str, forms: int) -> Drawn:
    """So many forms, and who gets which. `seen` has the items that each candidate has met; forms are dealt in `order` (places of candidates).

    First no form holds anything that anybody has seen; where the bank does not suffice, each form spares a share of those who sit again,
    and where that is too much still, it repeats as little as can be. Raises ImpossibleBlueprint.
    """
    known = sorted(filter(None, set(seen)), key=sorted)
    tries: list[list[Seen]] = [[frozenset().union(*known)] * forms, _shared(known, forms)]
    found: list[Drawn] = []
    for shunned in tries:
        made = assemble(blueprint, items, seed=seed, forms=forms, shunned=shunned)
        given = _deal(made, seen, order)
        found.append(Drawn(made, given, [one.intersection(made[place]) for place, one in zip(given, seen, strict=True)]))
        if not any(found[-1].repeats):
            break
    return min(found, key=lambda one: sum(map(len, one.repeats)))


def _shared(known: Sequence[Seen], forms: int) -> list[Seen]:
    """What each form shuns, so that every one of the `known` is shunned by one form and none shuns much."""
    shares: list[Seen] = [frozenset()] * forms
    for one in sorted(known, key=len, reverse=True):
        place = min(range(forms), key=lambda form: len(shares[form] | one))
        shares[place] |= one
    return shares


def _deal(forms: Sequence[Collection[str]], seen: Sequence[Seen], order: Sequence[int]) -> list[int]:
    """To each the form of which they have seen least, and among such the one that the fewest have."""
    given = [0] * len(seen)
    takers = [0] * len(forms)
    for candidate in order:
        place = min(range(len(forms)), key=lambda form: (len(seen[candidate].intersection(forms[form])), takers[form]))
        given[candidate] = place
        takers[place] += 1
    return given

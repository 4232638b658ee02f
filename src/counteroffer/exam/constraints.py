"""The blueprint as linear rules over the stock: which items make a form, and what is missing where none can be made."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from math import inf

from counteroffer.course.blueprint import Blueprint
from counteroffer.exam.stock import Entry


@dataclass(frozen=True)
class Rule:
    """`least` ≤ the sum of `weights` (by an item's place in the stock) over the items of a form ≤ `most`.

    `short` and `over` say what it means to miss it, `{}` standing for by how much; a rule without them is never given up.
    """

    weights: dict[int, float]
    least: float = -inf
    most: float = inf
    short: str = ""
    over: str = ""


def rules(blueprint: Blueprint, items: Sequence[Entry], reach: Collection[str] = (), barred: Collection[str] = ()) -> Iterator[Rule]:
    """What a form keeps to. It reaches the objectives `reach`, and holds none of the items `barred`."""
    for outcome, wanted in blueprint.outcomes.items():
        own = {i: 1.0 for i, one in enumerate(items) if one.outcome == outcome}
        yield Rule(own, wanted, wanted, f"{outcome} wants {wanted} items and lacks {{:.0f}}", f"{outcome} has {{:.0f}} items too many")
    beyond = {i: 1.0 for i, one in enumerate(items) if one.beyond}
    yield Rule(beyond, blueprint.apply_or_analyse, short="{:.0f} items too few ask to apply or more")
    yield from _set_rules(blueprint, items)
    # less a hair, so that the solver's tolerance never carries a form over
    most = blueprint.random_at_most * blueprint.items - 1e-5
    chances = {i: one.chance for i, one in enumerate(items)}
    over = f"answers at random earn {{:.2f}} marks more than {blueprint.random_at_most:.0%} of {blueprint.items}"
    yield Rule(chances, most=most, over=over)
    if easier := {i: one.easier for i, one in enumerate(items) if one.easier}:
        apart = blueprint.difficulty_apart
        much = f"marks more than {apart:g} off an average form, by what was measured"
        yield Rule(easier, -apart, apart, f"it is harder by {{:.2f}} {much}", f"it is easier by {{:.2f}} {much}")
    for objective in sorted(reach):
        own = {i: 1.0 for i, one in enumerate(items) if objective in one.objectives}
        yield Rule(own, 1, short=f"no item can be had for objective {objective}")
    places = {one.id: i for i, one in enumerate(items)}
    for i, one in enumerate(items):
        for enemy in sorted(one.enemies & places.keys()):
            yield Rule({i: 1.0, places[enemy]: 1.0}, most=1)
    if out := {i: 1.0 for i, one in enumerate(items) if one.id in barred}:
        yield Rule(out, most=0, over="{:.0f} items have been used as often as they may")


def _set_rules(blueprint: Blueprint, items: Sequence[Entry]) -> Iterator[Rule]:
    """A set comes whole or not at all; its items are as many as the blueprint asks for, and nothing else on the form is of a set."""
    named = {one.set for one in items if one.set}
    places = {name: [i for i, one in enumerate(items) if one.set == name] for name in sorted(named)}
    for own in places.values():
        for i in own[1:]:
            yield Rule({own[0]: 1.0, i: -1.0}, 0, 0)
    fit = {i: 1.0 for own in places.values() if len(own) == blueprint.set_items for i in own}
    short = f"no set on one situation can be had with {blueprint.set_items} items that fit the outcomes: {{:.0f}} items lack"
    yield Rule(fit, blueprint.set_items, blueprint.set_items, short)
    if other := {i: 1.0 for own in places.values() if len(own) != blueprint.set_items for i in own}:
        yield Rule(other, most=0)

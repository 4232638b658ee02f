"""Forms assembled by the blueprint: each is the solution of a small integer programme, and all follow from a seed.

One form is drawn after another. A form takes the items that were used least so far, a seeded throw deciding among equals, so
that no item is worn out and none lies idle; the forms come in pairs that together reach every objective.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

import numpy as np

from counteroffer.course.blueprint import Blueprint
from counteroffer.exam.constraints import Rule, rules
from counteroffer.exam.stock import Entry

# What an item costs: for each use so far, for standing on the form before, and at most for the throw; and what a new objective is worth.
_USE, _AGAIN, _THROW, _OBJECTIVE = 1000, 4000, 900, 2500
# What it costs to show an item to somebody who has seen it: more than all else together.
_SEEN = 1_000_000
# How far from the cheapest a form may be: proving the last hundredths takes most of the time and changes nothing for anybody.
_GAP = 0.02
# From more items than this a form is first looked for among the cheapest: so many of each sort, and so many sets.
_LARGE, _EACH, _SETS = 600, 6, 8


class ImpossibleBlueprint(Exception):  # noqa: N818 (a fault of the content, not an error of ours)
    """No form can be drawn. The message says which demands fail, each with how much is lacking."""


def assemble(
    blueprint: Blueprint, items: Sequence[Entry], *, seed: str, forms: int, apart: int = 1, shunned: Sequence[Collection[str]] = ()
) -> list[list[str]]:
    """So many forms, each a list of item ids: single items in a seeded order, then the set in its own.

    No item stands on more than the blueprint's share of the forms, sets being taken in turn; the forms of each run of `apart` share no item.
    Of what is `shunned`, by form, a form takes as little as it can. Raises ImpossibleBlueprint where the stock does not allow it.
    """
    dice = np.random.default_rng(int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8]))
    objectives = frozenset().union(*(one.objectives for one in items))
    used: Counter[str] = Counter()
    made: list[list[str]] = []
    for number in range(forms):
        before = made[number - 1] if number else []
        reached = _objectives(items, before) if number % 2 else None
        sitting = {id_ for form in made[number - number % apart :] for id_ in form}
        # of few forms, an item may stand on one
        most = max(1, blueprint.exposure_at_most * forms)
        barred = {one.id for one in items if not one.set and used[one.id] + 1 > most} | sitting
        reach = () if reached is None else objectives - reached
        throw = dice.integers(_THROW, size=len(items))
        shun = shunned[number] if shunned else ()
        costs = np.array([_USE * used[one.id] + _AGAIN * (one.id in before) + _SEEN * (one.id in shun) for one in items]) + throw
        wanted = objectives if reached is None else ()
        chosen = _among_few(blueprint, items, costs, reach, barred, wanted) if len(items) > _LARGE else None
        if chosen is None:
            kept = list(rules(blueprint, items, reach, barred))
            chosen = _solve(items, kept, costs, wanted)
        if chosen is None:
            raise ImpossibleBlueprint("; ".join(_lacks(items, kept)))
        form = _in_order([items[i] for i in chosen], dice)
        used.update(form)
        made.append(form)
    return made


def _among_few(
    blueprint: Blueprint,
    items: Sequence[Entry],
    costs: np.ndarray,
    reach: Collection[str],
    barred: Collection[str],
    wanted: Collection[str],
) -> list[int] | None:
    """The places of a form of the cheapest items of each sort and the cheapest sets, which is found much sooner; None where there is none."""
    sorts: dict[object, list[int]] = defaultdict(list)
    sets: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(items):
        if one.set:
            sets[one.set].append(i)
        elif one.id not in barred:
            sorts[one.objectives, one.beyond].append(i)
    fit = [own for own in sets.values() if len(own) == blueprint.set_items and not any(items[i].id in barred for i in own)]
    fit.sort(key=lambda own: float(costs[own].sum()))
    cheapest = [i for own in sorts.values() for i in sorted(own, key=lambda i: float(costs[i]))[:_EACH]]
    few = sorted([*cheapest, *(i for own in fit[:_SETS] for i in own)])
    own = [items[i] for i in few]
    found = _solve(own, list(rules(blueprint, own, reach)), costs[few], wanted)
    return None if found is None else [few[i] for i in found]


def _objectives(items: Sequence[Entry], form: Collection[str]) -> frozenset[str]:
    return frozenset().union(*(one.objectives for one in items if one.id in form))


def _in_order(form: list[Entry], dice: np.random.Generator) -> list[str]:
    single = [one.id for one in form if not one.set]
    return [single[i] for i in dice.permutation(len(single))] + [one.id for one in form if one.set]


def _solve(items: Sequence[Entry], kept: list[Rule], costs: np.ndarray, wanted: Collection[str]) -> list[int] | None:
    """The places of the cheapest form, in which objectives of `wanted` are worth something each; None where there is no form."""
    number = len(items)
    goals = [
        Rule({number + j: -1.0} | {i: 1.0 for i, one in enumerate(items) if objective in one.objectives}, 0)
        for j, objective in enumerate(sorted(wanted))
    ]
    cost = np.concatenate([costs, np.full(len(goals), -_OBJECTIVE)])
    ones = np.ones(len(cost))
    found = _cheapest(cost, [*kept, *goals], whole=ones, most=ones, gap=_GAP)
    return None if found is None else [i for i in range(number) if found[i] > 0.5]


def _lacks(items: Sequence[Entry], kept: list[Rule]) -> list[str]:
    """What the form that misses least has to give up, in words."""
    number = len(items)
    given: list[tuple[str, int]] = []
    eased = []
    for rule in kept:
        weights = dict(rule.weights)
        for words, sign in ((rule.short, 1.0), (rule.over, -1.0)):
            if words:
                weights[number + len(given)] = sign
                given.append((words, number + len(given)))
        eased.append(Rule(weights, rule.least, rule.most))
    cost = np.concatenate([np.zeros(number), np.ones(len(given))])
    most = np.concatenate([np.ones(number), np.full(len(given), np.inf)])
    whole = np.concatenate([np.ones(number), np.zeros(len(given))])
    found = _cheapest(cost, eased, whole=whole, most=most)
    if found is None:
        return ["the rules on sets and enemies contradict each other"]
    return [words.format(found[place]) for words, place in given if found[place] > 1e-6]


def _cheapest(cost: np.ndarray, kept: list[Rule], *, whole: np.ndarray, most: np.ndarray, gap: float = 0) -> np.ndarray | None:
    """How much to take of each column, from none to `most` and in whole numbers where `whole` is 1; None where the rules allow nothing.

    SciPy takes half a second to load, and most commands draw no form.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import lil_array

    matrix = lil_array((len(kept), len(cost)))
    for row, rule in enumerate(kept):
        for place, weight in rule.weights.items():
            matrix[row, place] = weight
    limits = LinearConstraint(matrix.tocsr(), [rule.least for rule in kept], [rule.most for rule in kept])
    found = milp(cost, integrality=whole, bounds=Bounds(0, most), constraints=limits, options={"mip_rel_gap": gap} if gap else {})
    return None if found.x is None else np.asarray(found.x)

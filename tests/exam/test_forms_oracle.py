"""The drawing of forms, held against OR-tools: another solver, made by others, finds a form where ours does, and none that is much cheaper."""

from __future__ import annotations

import numpy as np
import pytest
from ortools.sat.python import cp_model

from counteroffer.course.blueprint import Blueprint
from counteroffer.exam import forms
from counteroffer.exam.constraints import Rule, rules
from counteroffer.exam.stock import Entry

# whole numbers for a solver that knows no others; finer than any weight of ours
SCALE = 10**6
OUTCOMES = ("CO1", "CO2", "CO3")


def stock(seed: int) -> list[Entry]:
    """A small stock at random: sometimes rich enough for a form, sometimes not."""
    dice = np.random.default_rng(seed)

    def entry(id_: str, set_: str | None) -> Entry:
        outcome = str(dice.choice(OUTCOMES))
        enemies = frozenset(f"item-{n}" for n in dice.integers(24, size=dice.integers(3)))
        objectives = frozenset({f"{outcome}.{dice.choice(['a', 'b'])}"})
        return Entry(id_, outcome, objectives, bool(dice.random() < 0.6), set_, float(dice.choice([0.05, 0.2, 0.25])), enemies - {id_})

    singles = [entry(f"item-{n}", None) for n in range(int(dice.integers(9, 24)))]
    return singles + [entry(f"{name}-{n}", name) for name in ("north", "south") for n in range(2)]


def cheapest(items: list[Entry], kept: list[Rule], costs: np.ndarray) -> float | None:
    """What the cheapest form costs, by CP-SAT; None where there is none."""
    model = cp_model.CpModel()
    taken = [model.new_bool_var(one.id) for one in items]
    for rule in kept:
        total = sum(round(weight * SCALE) * taken[place] for place, weight in rule.weights.items())
        if rule.least > -np.inf:
            model.add(total >= round(rule.least * SCALE))
        if rule.most < np.inf:
            model.add(total <= round(rule.most * SCALE))
    model.minimize(sum(int(cost) * one for cost, one in zip(costs, taken, strict=True)))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver.objective_value if solver.solve(model) == cp_model.OPTIMAL else None


@pytest.mark.parametrize("seeds", [range(30), range(30, 60)], ids=["first", "second"])
def test_both_solvers_agree(seeds: range) -> None:
    blueprint = Blueprint.model_validate(
        {
            "items": 8,
            "minutes": 9,
            "pass_mark": 0.5,
            "outcomes": {"CO1": 3, "CO2": 3, "CO3": 2},
            "apply_or_analyse": 5,
            "set_items": 2,
            "random_at_most": 0.18,
        }
    )
    found = 0
    for seed in seeds:
        items = stock(seed)
        kept = list(rules(blueprint, items, ["CO1.a"]))
        costs = np.random.default_rng(seed).integers(1, 1000, size=len(items))
        ours, theirs = forms._solve(items, kept, costs, ()), cheapest(items, kept, costs)
        assert (ours is None) == (theirs is None), seed
        if ours is not None and theirs is not None:
            found += 1
            assert theirs - 1e-6 <= sum(int(costs[i]) for i in ours) <= theirs * (1 + 2 * forms._GAP) + 1e-6, seed
    assert 0 < found < len(seeds), "some stocks allow a form and some do not"

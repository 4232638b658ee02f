"""Candidates and items with known truth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from counteroffer.exam.analysis.answers import Answer, Array


@dataclass(frozen=True)
class Truth:
    ability: Array
    easiness: Array
    discrimination: Array


def sitting(candidates: int = 300, items: int = 40, seed: int = 1, form: str = "A") -> tuple[list[Answer], Truth]:
    """Singles with four options, of which `a` is the key; who errs takes one of the others, `b` the most often."""
    dice = np.random.default_rng(seed)
    truth = Truth(dice.normal(size=candidates), dice.normal(0.8, 0.8, size=items), dice.uniform(0.7, 1.6, size=items))
    chance = 1 / (1 + np.exp(-truth.discrimination * (truth.ability[:, None] + truth.easiness)))
    right = dice.random(chance.shape) < chance
    wrong = dice.choice(["b", "c", "d"], size=chance.shape, p=[0.5, 0.3, 0.2])
    seconds = dice.uniform(20, 120, size=chance.shape)
    answers = [
        Answer(
            f"{form}{who:03}",
            form,
            f"i{item:02}",
            "a" if right[who, item] else str(wrong[who, item]),
            float(right[who, item]),
            float(seconds[who, item]),
        )
        for who in range(candidates)
        for item in range(items)
    ]
    return answers, truth


def as_csv(answers: list[Answer]) -> str:
    rows = [f"{a.candidate},{a.form},{a.item},{a.response},{a.mark},{'' if a.seconds is None else a.seconds}" for a in answers]
    return "\n".join(["candidate,form,item,response,mark,seconds", *rows]) + "\n"

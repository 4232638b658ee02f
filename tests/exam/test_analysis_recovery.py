"""What was put into simulated candidates comes out again."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from counteroffer.exam.analysis.answers import forms
from counteroffer.exam.analysis.consistency import consistency, fit
from counteroffer.exam.analysis.items import item_figures
from counteroffer.exam.analysis.pairs import identical_pairs
from counteroffer.exam.analysis.reliability import reliability
from tests.exam.simulated import sitting


def test_alpha_is_what_two_forms_of_equal_items_agree_by_and_its_interval_holds_it() -> None:
    dice = np.random.default_rng(3)
    items, population = 20, 200_000
    ability = dice.normal(size=population)
    chance = 1 / (1 + np.exp(-1.2 * ability))[:, None]
    first, second = (dice.random((population, items)) < chance for _ in range(2))
    true = np.corrcoef(first.sum(axis=1), second.sum(axis=1))[0, 1]
    held = 0
    for draw in range(200):
        found = reliability(first[draw * 200 : draw * 200 + 200].astype(float))
        assert found
        held += found.low <= true <= found.high
    assert 180 <= held <= 200, "an interval of 95 % holds the truth about 190 times of 200"


@pytest.mark.parametrize("cut", [10, 13, 17])
def test_decisions_agree_as_often_as_two_forms_truly_do(cut: int) -> None:
    dice = np.random.default_rng(cut)
    items, candidates = 25, 40_000
    true = dice.beta(4, 3, size=candidates)
    first, second = dice.binomial(items, true), dice.binomial(items, true)
    agree = np.mean((first >= cut) == (second >= cut))
    right = np.mean((first >= cut) == (true >= cut / items))
    reliable = float(np.corrcoef(first, second)[0, 1])
    found = consistency(first.astype(float), reliable, items, cut)
    assert found
    assert found.length == pytest.approx(items, abs=1)
    assert found.consistency == pytest.approx(agree, abs=0.01)
    assert found.accuracy == pytest.approx(right, abs=0.01)
    fitted = fit(first.astype(float), items)
    assert fitted
    assert 0 <= fitted.low < fitted.high <= 1


def test_items_come_out_in_the_order_that_they_were_put_in() -> None:
    answers, truth = sitting(candidates=2000)
    figures = item_figures(answers, forms(answers))
    assert np.corrcoef([one.difficulty or 0 for one in figures], truth.easiness)[0, 1] > 0.95
    assert np.corrcoef([one.discrimination or 0 for one in figures], truth.discrimination)[0, 1] > 0.7
    assert all(20 < (one.seconds or 0) < 120 for one in figures)
    assert [taken.response for taken in figures[0].taken if taken.mark < 1] == ["b", "c", "d"], "the most frequent first"


def test_a_wrong_key_is_suspected() -> None:
    answers, _ = sitting()
    turned = [dataclasses.replace(one, mark=float(one.response == "b")) if one.item == "i07" else one for one in answers]
    figures = {one.item: one for one in item_figures(turned, forms(turned))}
    assert any("Suspect the key" in advice for advice in figures["i07"].advice)
    assert any("Those who answered a did better" in advice for advice in figures["i07"].advice)
    assert not any("key" in advice for item, one in figures.items() if item != "i07" for advice in one.advice)


def test_items_of_two_forms_are_taken_together_within_forms() -> None:
    strong, _ = sitting(candidates=200, seed=4, form="A")
    weak, _ = sitting(candidates=200, seed=5, form="B")
    # form B is all guesses but for the item that both hold: its candidates earn less elsewhere, which is no merit of the item
    both = [*strong, *(one if one.item == "i00" else dataclasses.replace(one, mark=0.0, response="b") for one in weak)]
    figures = {one.item: one for one in item_figures(both, forms(both))}
    alone = {one.item: one for one in item_figures(strong, forms(strong))}
    assert figures["i00"].responses == 400
    assert figures["i00"].exposure == 1.0
    assert abs((figures["i00"].discrimination or 0) - (alone["i00"].discrimination or 0)) < 0.1


def test_who_copied_is_named_and_strangers_are_not() -> None:
    answers, _ = sitting(candidates=120, items=60, seed=11)
    (form,) = forms(answers)
    assert identical_pairs(form) == []
    wrong = {name: int((form.marks[place] < 1).sum()) for place, name in enumerate(form.candidates)}
    source, copier = sorted(wrong, key=lambda name: abs(wrong[name] - 25))[:2]
    theirs = {one.item: one for one in answers if one.candidate == source}
    copied = [
        dataclasses.replace(theirs[one.item], candidate=copier) if one.candidate == copier and one.item < "i50" else one for one in answers
    ]
    (form,) = forms(copied)
    pairs = identical_pairs(form)
    assert pairs is not None
    assert [set(pair.candidates) for pair in pairs] == [{source, copier}]
    assert pairs[0].same > 2 * pairs[0].expected
